import { implementLibrary } from "../server/library.js";

/** What the server does on `library`, as contract/library.ts declares it. */
export const libraryHandlers = implementLibrary({
  lend(_input, _context) {
    throw new Error("`library.lend` is not implemented yet");
  },
  ask(_input, _context) {
    throw new Error("`library.ask` is not implemented yet");
  },
});
