// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:925794290f767909

import { type Check, max, string } from "wirepact/client";

/** @see [contract/board.ts:4](../contract/board.ts#L4) */
export type TeamId = string;

/** Makes the check of `TeamId`. */
export function checkTeamId(): Check {
  return string(max(20));
}
