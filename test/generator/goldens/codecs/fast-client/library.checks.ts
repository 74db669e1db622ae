// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:9fd3709e202fc10f

import { invalid } from "wirepact/client";

export function readAskOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}
