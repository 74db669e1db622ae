// Made by wirepact from contract/quiet.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3496def038d1a90f

// @ts-nocheck: made to its types, and tested so.

import type { ClientDefinition } from "wirepact/client";

/** `quiet` as the runtime sees it. */
export const quietDefinition: ClientDefinition = {
  name: "quiet",
  path: "/quiet",
  fingerprint: "93224b2f9b2d3237",
};
