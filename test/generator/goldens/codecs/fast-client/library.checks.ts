// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:894dae349233cad1

// @ts-nocheck: made to its types, and tested so.

import { invalid } from "wirepact/client";

export function readAskOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}
