// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c89962f550bb626e

import { type Check, countCodePoints, max, string } from "wirepact/server";

/** Makes the check of `TeamId`. */
export function checkTeamId(): Check {
  return string(max(20));
}

export function breaksTeamId(input: unknown): boolean {
  return typeof input !== "string" || (input.length > 20 && countCodePoints(input) > 20);
}
