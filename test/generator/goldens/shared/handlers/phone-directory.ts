import { implementPhoneDirectory } from "../server/phone-directory.js";

/** What the server does on `phoneDirectory`, as contract/directory.ts declares it. */
export const phoneDirectoryHandlers = implementPhoneDirectory({
  find(_input, _context) {
    throw new Error("`phoneDirectory.find` is not implemented yet");
  },
});
