// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:24af4d20c13747ab

import { array, type Check, max, min, named, object, string } from "wirepact/client";

/**
 * A drawer, and what is in it.
 *
 * @see [contract/vault.ts:8](../contract/vault.ts#L8)
 */
export interface Drawer {
  label: string;
  /** Sensitive: not logged. */
  code: Secret;
  within: Drawer[];
}

/**
 * What nobody else may know.
 *
 * @see [contract/vault.ts:5](../contract/vault.ts#L5)
 */
export type Secret = string;

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
