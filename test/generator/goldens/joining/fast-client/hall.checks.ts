// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7b4a637c402bef34

import { invalid, isObject } from "wirepact/client";

export function writeHallAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string" || name.length < 1) return invalid;
  return { name };
}

export function readServedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
