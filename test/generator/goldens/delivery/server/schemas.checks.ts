// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:285ca3a09ce331ea

import { type Check, int, number, object, string } from "wirepact/server";

/** Makes the check of `Price`. */
export function checkPrice(): Check {
  return object({ share: string(), cents: number(int) });
}
