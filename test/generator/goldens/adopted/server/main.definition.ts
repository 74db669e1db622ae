// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:04492dd8d9821be2

import {
  type ChannelDefinition,
  type Check,
  invalid,
  isJson,
  isObject,
  lined,
  loose,
  named,
  object,
  payloadCheck,
  stopAt,
  tuple,
} from "wirepact/server";
import { checkAnything, readAnything, writeAnything } from "./schemas.checks.js";

/** `main` as the runtime sees it. */
export const mainDefinition: ChannelDefinition = {
  name: "main",
  path: "/",
  fingerprint: "f96d4ecafaf429e5",
  auth: payloadCheck(checkMainAuth, { read: readMainAuth, mayAttach: true }),
  errors: {},
  rooms: {},
  clientToServer: {
    message: {
      kind: "event",
      payload: payloadCheck(checkMessageArgs, { read: readMessageArgs, mayAttach: true }),
      argumentCount: 0,
    },
    "message-with-ack": {
      kind: "call",
      input: payloadCheck(checkMessageArgs, { read: readMessageWithAckArgs, mayAttach: true }),
      output: payloadCheck(checkMessageArgs, { write: writeMessageWithAckOutput, mayAttachMany: true }),
      errors: {},
      argumentCount: 0,
      reply: "values",
    },
  },
  serverToClient: {
    auth: { kind: "event", payload: payloadCheck(checkMainAuth, { write: writeAuthPayload }) },
    "message-back": {
      kind: "event",
      payload: payloadCheck(checkMessageArgs, { write: writeMessageBackArgs, mayAttachMany: true }),
      argumentCount: 0,
    },
  },
};

function checkMainAuth(): Check {
  return object({}, loose);
}

function readMainAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const mainAuthIn: Record<string, unknown> = {};
  for (const key in input) {
    if (key === "__proto__") continue;
    const value = input[key];
    mainAuthIn[key] = value;
  }
  return mainAuthIn;
}

function checkMessageArgs(): Check {
  return tuple([], lined({ read: readAnything, write: writeAnything }, named(checkAnything)));
}

function readMessageArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageArgsIn: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemIn = readAnything(item);
      if (itemIn === invalid) return stopAt(readAnything, input, messageArgsIn.slice(0, index));
      messageArgsIn[index] = itemIn;
    }
    return messageArgsIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function readMessageWithAckArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageWithAckArgsIn: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemIn = readAnything(item);
      if (itemIn === invalid) return stopAt(readAnything, input, messageWithAckArgsIn.slice(0, index));
      messageWithAckArgsIn[index] = itemIn;
    }
    return messageWithAckArgsIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function writeMessageWithAckOutput(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageWithAckOutputOut: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemOut = writeAnything(item);
      if (itemOut === invalid) return stopAt(writeAnything, input, messageWithAckOutputOut.slice(0, index));
      messageWithAckOutputOut[index] = itemOut;
    }
    return messageWithAckOutputOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
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

function writeMessageBackArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageBackArgsOut: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemOut = writeAnything(item);
      if (itemOut === invalid) return stopAt(writeAnything, input, messageBackArgsOut.slice(0, index));
      messageBackArgsOut[index] = itemOut;
    }
    return messageBackArgsOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}
