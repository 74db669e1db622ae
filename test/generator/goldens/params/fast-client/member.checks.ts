// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:57d879928519835a

// @ts-nocheck: made to its types, and tested so.

import { invalid, isObject } from "wirepact/client";

export function writeMemberParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id } = input;
  if (id !== "a" && id !== "b") return invalid;
  return { id };
}

export function writeMemberAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

export function readRangPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
