// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d43a0fb7f0aabc12

// @ts-nocheck: made to its types, and tested so.

import { type Check, date, number, object } from "wirepact/client";

/** Makes the check of `Stroke`. */
export function checkStroke(): Check {
  return object({ x: number(), y: number(), drawnAt: date() });
}
