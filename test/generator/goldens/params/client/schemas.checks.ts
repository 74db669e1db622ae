// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:188249e452233c62

// @ts-nocheck: made to its types, and tested so.

import { type Check, max, min, string, trim } from "wirepact/client";

/** Makes the check of `OrgId`. */
export function checkOrgId(): Check {
  return string(trim, min(1), max(64));
}
