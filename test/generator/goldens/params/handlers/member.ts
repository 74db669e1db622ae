import { implementMember } from "../server/member.js";

/** What the server does on `member`, as contract/org.ts declares it. */
export const memberHandlers = implementMember({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
});
