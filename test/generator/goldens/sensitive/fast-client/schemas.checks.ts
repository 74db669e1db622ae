// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ae2b47173ea553b3

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  type Check,
  countCodePoints,
  invalid,
  isObject,
  max,
  min,
  named,
  object,
  string,
} from "wirepact/client";

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

export function breaksSecret(input: unknown): boolean {
  return (
    typeof input !== "string" ||
    input.length < 4 ||
    (input.length < 8 && countCodePoints(input) < 4) ||
    (input.length > 100 && countCodePoints(input) > 100)
  );
}

export function writeDrawer(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { label, code, within } = input;
  if (typeof label !== "string" || (label.length > 40 && countCodePoints(label) > 40)) return invalid;
  if (breaksSecret(code)) return invalid;
  if (!Array.isArray(within) || within.length > 3) return invalid;
  const withinOut = new Array<unknown>(within.length);
  for (let index = 0; index < within.length; index++) {
    const item: unknown = within[index];
    const itemOut = writeDrawer(item);
    if (itemOut === invalid) return invalid;
    withinOut[index] = itemOut;
  }
  return { label, code, within: withinOut };
}
