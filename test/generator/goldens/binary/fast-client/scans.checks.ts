// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7b8d13974f1e9cdc

// @ts-nocheck: made to its types, and tested so.

import { decodeBytes, invalid, isObject, isPlainObject, stringKeys } from "wirepact/client";

export function writeTurnInput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const turnInputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (!(item instanceof Uint8Array)) return invalid;
    turnInputOut[index] = item;
  }
  return turnInputOut;
}

export function readTurnOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const turnOutputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemBytes = decodeBytes(item, Uint8Array);
    if (itemBytes === undefined) return invalid;
    turnOutputIn[index] = itemBytes;
  }
  return turnOutputIn;
}

export function writePrintInput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

export function readPrintOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pages } = input;
  if (!Array.isArray(pages) || pages.length > 12) return invalid;
  const pagesIn = new Array<unknown>(pages.length);
  for (let index = 0; index < pages.length; index++) {
    const item: unknown = pages[index];
    const itemBytes = decodeBytes(item, Uint8Array);
    if (itemBytes === undefined) return invalid;
    pagesIn[index] = itemBytes;
  }
  return { pages: pagesIn };
}

export function writeCoverInput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!(first instanceof Uint8Array)) return invalid;
  const second: unknown = input[1];
  if (!(second instanceof Uint8Array)) return invalid;
  return [first, second];
}

export function readCoverOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length > 10) return invalid;
  const coverOutputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemBytes = decodeBytes(item, Uint8Array);
    if (itemBytes === undefined) return invalid;
    coverOutputIn[index] = itemBytes;
  }
  return coverOutputIn;
}

export function readScannedPayload(input: unknown): unknown {
  try {
    if (!isPlainObject(input)) return invalid;
    const scannedPayloadIn: Record<string, unknown> = {};
    for (const key of stringKeys(input)) {
      if (key === "__proto__") continue;
      const value = input[key];
      const valueBytes = decodeBytes(value, Uint8Array);
      if (valueBytes === undefined) return invalid;
      scannedPayloadIn[key] = valueBytes;
    }
    return scannedPayloadIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}
