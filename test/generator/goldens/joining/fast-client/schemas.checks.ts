// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:91088f6d2a24fd66

// @ts-nocheck: made to its types, and tested so.

import { type Check, max, oneOf, string } from "wirepact/client";

/** Makes the check of `CornerName`. */
export function checkCornerName(): Check {
  return string(max(100));
}

/** Makes the check of `Task`. */
export function checkTask(): Check {
  return oneOf("cook", "serve");
}
