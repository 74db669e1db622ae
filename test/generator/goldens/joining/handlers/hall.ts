import { implementHall } from "../server/hall.js";

/** What the server does on `hall`, as contract/hall.ts declares it. */
export const hallHandlers = implementHall({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
  rooms: {
    table: {
      /** Whether this client may join the room. */
      mayJoin(_key, _context) {
        return false;
      },
    },
    corner: {
      /** Whether this client may join the room. */
      mayJoin(_key, _context) {
        return false;
      },
    },
  },
});
