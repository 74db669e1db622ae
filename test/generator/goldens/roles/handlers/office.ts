import { implementOffice } from "../server/office.js";

/** What the server does on `office`, as contract/office.ts declares it. */
export const officeHandlers = implementOffice({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
  /** Which of `staff`, `head`, `auditor` a session has. */
  roles(_session) {
    return [];
  },
  rooms: {
    archive: {
      /** Whether this client may join the room. */
      mayJoin(_key, _context) {
        return false;
      },
    },
  },
  whoAmI(_context) {
    throw new Error("`office.whoAmI` is not implemented yet");
  },
  dismiss(_input, _context) {
    throw new Error("`office.dismiss` is not implemented yet");
  },
  stamp(_input, context) {
    context.log.warn("`office.stamp` is not implemented yet");
  },
  nudge(..._args) {
    throw new Error("`office.nudge` is not implemented yet");
  },
  knock(context) {
    context.log.warn("`office.knock` is not implemented yet");
  },
  async *books(_context) {
    throw new Error("`office.books` is not implemented yet");
  },
});
