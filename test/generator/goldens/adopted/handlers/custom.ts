import { implementCustom } from "../server/custom.js";

/** What the server does on `custom`, as contract/protocol.ts declares it. */
export const customHandlers = implementCustom({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
});
