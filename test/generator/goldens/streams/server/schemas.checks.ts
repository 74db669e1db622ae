// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:00dc7bca74c3fdce

import { type Check, date, decodeDate, invalid, isDate, isObject, number, object } from "wirepact/server";

/** Makes the check of `Stroke`. */
export function checkStroke(): Check {
  return object({ x: number(), y: number(), drawnAt: date() });
}

export function writeStroke(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x, y, drawnAt } = input;
  if (!Number.isFinite(x) || Object.is(x, -0)) return invalid;
  if (!Number.isFinite(y) || Object.is(y, -0)) return invalid;
  if (!isDate(drawnAt)) return invalid;
  return { x, y, drawnAt: drawnAt.toISOString() };
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
