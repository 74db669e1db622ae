// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5767d2a3f1a749b4

// @ts-nocheck: made to its types, and tested so.

import { invalid, isObject } from "wirepact/client";

export function writePointedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x) || Object.is(x, -0)) return invalid;
  return { x };
}

export function writeWishedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { share, cents } = input;
  if (typeof share !== "string") return invalid;
  if (!Number.isSafeInteger(cents) || Object.is(cents, -0)) return invalid;
  return { share, cents };
}

export function writeTurnedPayload(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

export function writeSaidPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readPointedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x)) return invalid;
  return { x };
}

export function readPricedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { share, cents } = input;
  if (typeof share !== "string") return invalid;
  if (!Number.isSafeInteger(cents)) return invalid;
  return { share, cents };
}

export function readTurnedPayload(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

export function readSaidPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
