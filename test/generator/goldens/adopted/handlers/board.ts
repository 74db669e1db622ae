import { implementBoard } from "../server/board.js";

/** What the server does on `board`, as contract/protocol.ts declares it. */
export const boardHandlers = implementBoard({
  move(..._args) {
    throw new Error("`board.move` is not implemented yet");
  },
  "place-piece"(..._args) {
    throw new Error("`board.place-piece` is not implemented yet");
  },
  count(_context) {
    throw new Error("`board.count` is not implemented yet");
  },
  find(..._args) {
    throw new Error("`board.find` is not implemented yet");
  },
  clear(..._args) {
    throw new Error("`board.clear` is not implemented yet");
  },
  guess(..._args) {
    throw new Error("`board.guess` is not implemented yet");
  },
  play(_context) {
    throw new Error("`board.play` is not implemented yet");
  },
});
