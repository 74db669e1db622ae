import { implementBoard } from "../server/board.js";

/** What the server does on `board`, as contract/board.ts declares it. */
export const boardHandlers = implementBoard({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
});
