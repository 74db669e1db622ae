// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:141ba5acfe440045

import { countCodePoints, invalid, isObject } from "wirepact/client";

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
