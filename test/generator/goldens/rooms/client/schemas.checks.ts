// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b955cb1067fa6ec2

// @ts-nocheck: made to its types, and tested so.

import { type Check, max, string } from "wirepact/client";

/** Makes the check of `TeamId`. */
export function checkTeamId(): Check {
  return string(max(20));
}
