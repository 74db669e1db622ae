import { implementPhoneLine } from "../server/phone-line.js";

/** What the server does on `phoneLine`, as contract/phone-line.ts declares it. */
export const phoneLineHandlers = implementPhoneLine({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
  dial(_input, _context) {
    throw new Error("`phoneLine.dial` is not implemented yet");
  },
  promise(_input, _context) {
    throw new Error("`phoneLine.promise` is not implemented yet");
  },
});
