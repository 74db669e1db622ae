// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a1740d8025be4be5

// @ts-nocheck: made to its types, and tested so.

import { type Check, int, number, object, string } from "wirepact/client";

/** Makes the check of `Price`. */
export function checkPrice(): Check {
  return object({ share: string(), cents: number(int) });
}
