// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b48684aab412fbbb

// @ts-nocheck: made to its types, and tested so.

import { invalid, isJson, isObject } from "wirepact/client";

export function writeCustomAuth(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const customAuthOut: Record<string, unknown> = {};
    for (const key in input) {
      if (key === "__proto__") continue;
      const value = input[key];
      if (value === undefined) continue;
      if (!isJson(value)) return invalid;
      customAuthOut[key] = value;
    }
    return customAuthOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function readAuthPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const authPayloadIn: Record<string, unknown> = {};
  for (const key in input) {
    if (key === "__proto__") continue;
    const value = input[key];
    authPayloadIn[key] = value;
  }
  return authPayloadIn;
}
