// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6cdb85ee0b1904f5

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, decodeDate, invalid, isObject } from "wirepact/client";

export function writeHallAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string" || name.length < 1) return invalid;
  return { name };
}

export function writeTableKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { floor, name } = input;
  if (!Number.isSafeInteger(floor) || Object.is(floor, -0)) return invalid;
  if (typeof name !== "string") return invalid;
  const nameTrimmed = name.trim();
  if (nameTrimmed.length > 20 && countCodePoints(nameTrimmed) > 20) return invalid;
  return { floor, name };
}

export function readTableFull(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { seats } = input;
  if (!Number.isSafeInteger(seats)) return invalid;
  return { seats };
}

export function readTablePresence(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { mood, since } = input;
  if (mood !== undefined && (typeof mood !== "string" || (mood.length > 20 && countCodePoints(mood) > 20))) {
    return invalid;
  }
  const sinceDate = decodeDate(since);
  if (sinceDate === undefined) return invalid;
  return { mood: mood === undefined ? "calm" : mood, since: sinceDate };
}

export function writeCornerKey(input: unknown): unknown {
  if (typeof input !== "string" || (input.length > 100 && countCodePoints(input) > 100)) return invalid;
  return input;
}

export function writeStaffKey(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

export function readStaffPresence(input: unknown): unknown {
  if (input !== "cook" && input !== "serve") return invalid;
  return input;
}

export function readServedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
