// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:0fe48750de6ed553

// @ts-nocheck: made to its types, and tested so.

import { array, type Check, max, min, named, object, string } from "wirepact/client";

/** Makes the check of `Drawer`. */
export function checkDrawer(): Check {
  return object({
    label: string(max(40)),
    code: named(checkSecret),
    within: array(named(checkDrawer), max(3)),
  });
}

/** Makes the check of `Secret`. */
export function checkSecret(): Check {
  return string(min(4), max(100));
}
