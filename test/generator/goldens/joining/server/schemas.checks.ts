// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:87d195fc1c0041ed

import { type Check, max, string } from "wirepact/server";

/** Makes the check of `CornerName`. */
export function checkCornerName(): Check {
  return string(max(100));
}
