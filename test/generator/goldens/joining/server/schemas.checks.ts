// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8491834e78a23c65

import { type Check, max, oneOf, string } from "wirepact/server";

/** Makes the check of `CornerName`. */
export function checkCornerName(): Check {
  return string(max(100));
}

/** Makes the check of `Task`. */
export function checkTask(): Check {
  return oneOf("cook", "serve");
}
