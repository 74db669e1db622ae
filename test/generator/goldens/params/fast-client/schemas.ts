// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:eb6fe04719725654

import { type Check, max, min, string, trim } from "wirepact/client";

/** @see [contract/org.ts:4](../contract/org.ts#L4) */
export type OrgId = string;

/** Makes the check of `OrgId`. */
export function checkOrgId(): Check {
  return string(trim, min(1), max(64));
}
