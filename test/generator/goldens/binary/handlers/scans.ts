import { implementScans } from "../server/scans.js";

/** What the server does on `scans`, as contract/scans.ts declares it. */
export const scansHandlers = implementScans({
  turn(_input, _context) {
    throw new Error("`scans.turn` is not implemented yet");
  },
  print(_input, _context) {
    throw new Error("`scans.print` is not implemented yet");
  },
  cover(_input, _context) {
    throw new Error("`scans.cover` is not implemented yet");
  },
});
