// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ab5a2be75597218f

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, invalid, isObject } from "wirepact/client";

export function writeOrgParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { orgId, floor, isOpen: isOpenValue } = input;
  if (typeof orgId !== "string") return invalid;
  const orgIdTrimmed = orgId.trim();
  if (orgIdTrimmed.length < 1 || (orgIdTrimmed.length > 64 && countCodePoints(orgIdTrimmed) > 64)) {
    return invalid;
  }
  if (!Number.isSafeInteger(floor) || Object.is(floor, -0)) return invalid;
  if (typeof isOpenValue !== "boolean") return invalid;
  return { orgId, floor, isOpen: isOpenValue };
}

export function readWhereOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readRangPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
