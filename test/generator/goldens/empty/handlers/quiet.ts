import { implementQuiet } from "../server/quiet.js";

/** What the server does on `quiet`, as contract/quiet.ts declares it. */
export const quietHandlers = implementQuiet({});
