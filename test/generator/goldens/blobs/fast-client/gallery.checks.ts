// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e9f8079c65a330af

// @ts-nocheck: made to its types, and tested so.

import { invalid } from "wirepact/client";

export function writeSayInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readSayOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readKeepOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readNotedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
