// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c7c9766fc9a3393f

import { invalid, isObject } from "wirepact/client";

export function writeSendInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { content } = input;
  if (typeof content !== "string") return invalid;
  return { content };
}

export function readSendOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeInsureInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function writePairArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first) || Object.is(first, -0)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

export function readPairOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeMovedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x) || Object.is(x, -0)) return invalid;
  return { x };
}

export function writeWeighedPayload(input: unknown): unknown {
  if (!Number.isFinite(input) || Object.is(input, -0)) return invalid;
  return input;
}

export function writeNamedArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  return [first];
}

export function writeScanItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readScanResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeTrackInput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

export function readTrackItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function writeFreeInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
