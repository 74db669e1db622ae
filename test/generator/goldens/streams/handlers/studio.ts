import { implementStudio } from "../server/studio.js";

/** What the server does on `studio`, as contract/studio.ts declares it. */
export const studioHandlers = implementStudio({
  async *history(_input, _context) {
    throw new Error("`studio.history` is not implemented yet");
  },
  async *ticks(_context) {
    throw new Error("`studio.ticks` is not implemented yet");
  },
  async draw(_input, _items, _context) {
    throw new Error("`studio.draw` is not implemented yet");
  },
  async scribble(_items, _context) {
    throw new Error("`studio.scribble` is not implemented yet");
  },
  async measure(_items, _context) {
    throw new Error("`studio.measure` is not implemented yet");
  },
  async *print(_input, _context) {
    throw new Error("`studio.print` is not implemented yet");
  },
  async *together(_input, _items, _context) {
    throw new Error("`studio.together` is not implemented yet");
  },
  async *echo(_items, _context) {
    throw new Error("`studio.echo` is not implemented yet");
  },
});
