// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:cad188e8d4d51506

import { type Check, int, number, object, string } from "wirepact/client";

/** @see [contract/feed.ts:4](../contract/feed.ts#L4) */
export interface Price {
  share: string;
  cents: number;
}

/** Makes the check of `Price`. */
export function checkPrice(): Check {
  return object({ share: string(), cents: number(int) });
}
