import { implementMain } from "../server/main.js";

/** What the server does on `main`, as contract/protocol.ts declares it. */
export const mainHandlers = implementMain({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
  message(..._args) {
    throw new Error("`main.message` is not implemented yet");
  },
  "message-with-ack"(..._args) {
    throw new Error("`main.message-with-ack` is not implemented yet");
  },
});
