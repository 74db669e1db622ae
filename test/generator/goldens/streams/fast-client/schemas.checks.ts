// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5685988cc7443c1d

// @ts-nocheck: made to its types, and tested so.

import { type Check, date, decodeDate, invalid, isDate, isObject, number, object } from "wirepact/client";

/** Makes the check of `Stroke`. */
export function checkStroke(): Check {
  return object({ x: number(), y: number(), drawnAt: date() });
}

export function readStroke(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x, y, drawnAt } = input;
  if (!Number.isFinite(x)) return invalid;
  if (!Number.isFinite(y)) return invalid;
  const drawnAtDate = decodeDate(drawnAt);
  if (drawnAtDate === undefined) return invalid;
  return { x, y, drawnAt: drawnAtDate };
}

export function writeStroke(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x, y, drawnAt } = input;
  if (!Number.isFinite(x) || Object.is(x, -0)) return invalid;
  if (!Number.isFinite(y) || Object.is(y, -0)) return invalid;
  if (!isDate(drawnAt)) return invalid;
  return { x, y, drawnAt: drawnAt.toISOString() };
}
