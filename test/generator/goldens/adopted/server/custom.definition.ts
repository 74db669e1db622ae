// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:89c735fbc83de8b0

import {
  type ChannelDefinition,
  type Check,
  invalid,
  isJson,
  isObject,
  loose,
  object,
  payloadCheck,
} from "wirepact/server";

/** `custom` as the runtime sees it. */
export const customDefinition: ChannelDefinition = {
  name: "custom",
  path: "/custom",
  fingerprint: "caf42744c8f9b832",
  auth: payloadCheck(checkCustomAuth, { read: readCustomAuth, mayAttach: true }),
  errors: {},
  rooms: {},
  clientToServer: {},
  serverToClient: {
    auth: { kind: "event", payload: payloadCheck(checkCustomAuth, { write: writeAuthPayload }) },
  },
};

function checkCustomAuth(): Check {
  return object({}, loose);
}

function readCustomAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const customAuthIn: Record<string, unknown> = {};
  for (const key in input) {
    if (key === "__proto__") continue;
    const value = input[key];
    customAuthIn[key] = value;
  }
  return customAuthIn;
}

function writeAuthPayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const authPayloadOut: Record<string, unknown> = {};
    for (const key in input) {
      if (key === "__proto__") continue;
      const value = input[key];
      if (value === undefined) continue;
      if (!isJson(value)) return invalid;
      authPayloadOut[key] = value;
    }
    return authPayloadOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}
