// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d962ad68e1221a99

import { decodeDate, invalid, isDate, isObject } from "wirepact/client";

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
