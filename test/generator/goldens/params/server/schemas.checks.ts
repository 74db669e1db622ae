// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e271181d2a827496

import { type Check, max, min, string, trim } from "wirepact/server";

/** Makes the check of `OrgId`. */
export function checkOrgId(): Check {
  return string(trim, min(1), max(64));
}
