import { implementOrg } from "../server/org.js";

/** What the server does on `org`, as contract/org.ts declares it. */
export const orgHandlers = implementOrg({
  where(_context) {
    throw new Error("`org.where` is not implemented yet");
  },
});
