// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4c3b87a53ad03b61

// @ts-nocheck: made to its types, and tested so.

import { invalid, isJson, isObject } from "wirepact/client";
import { readAnything, writeAnything } from "./schemas.checks.js";

export function writeMainAuth(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const mainAuthOut: Record<string, unknown> = {};
    for (const key in input) {
      if (key === "__proto__") continue;
      const value = input[key];
      if (value === undefined) continue;
      if (!isJson(value)) return invalid;
      mainAuthOut[key] = value;
    }
    return mainAuthOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeMessageArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageArgsOut: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemOut = writeAnything(item);
      if (itemOut === invalid) return invalid;
      messageArgsOut[index] = itemOut;
    }
    return messageArgsOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeMessageWithAckArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageWithAckArgsOut: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemOut = writeAnything(item);
      if (itemOut === invalid) return invalid;
      messageWithAckArgsOut[index] = itemOut;
    }
    return messageWithAckArgsOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function readMessageWithAckOutput(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageWithAckOutputIn: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemIn = readAnything(item);
      if (itemIn === invalid) return invalid;
      messageWithAckOutputIn[index] = itemIn;
    }
    return messageWithAckOutputIn;
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

export function readMessageBackArgs(input: unknown): unknown {
  try {
    if (!Array.isArray(input)) return invalid;
    const messageBackArgsIn: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      const item: unknown = input[index];
      const itemIn = readAnything(item);
      if (itemIn === invalid) return invalid;
      messageBackArgsIn[index] = itemIn;
    }
    return messageBackArgsIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}
