// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:94f67f96b498a454

// @ts-nocheck: made to its types, and tested so.

import { decodeBigint, decodeBytes, invalid, isObject } from "wirepact/client";
import { readStroke } from "./schemas.checks.js";

export function writeHistoryInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, count } = input;
  if (typeof board !== "string") return invalid;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0 || Object.is(count, -0)) {
    return invalid;
  }
  return { board, count };
}

export function readHistoryResult(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { total } = input;
  const totalBigint = decodeBigint(total);
  if (totalBigint === undefined) return invalid;
  return { total: totalBigint };
}

export function readHistoryNoBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { nearest } = input;
  if (typeof nearest !== "string") return invalid;
  return { nearest };
}

export function readTicksItem(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeDrawInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readDrawResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function readDrawNoBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { nearest } = input;
  if (typeof nearest !== "string") return invalid;
  return { nearest };
}

export function writeScribbleItem(input: unknown): unknown {
  if (!(input instanceof Uint8Array)) return invalid;
  return input;
}

export function writeMeasureItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readMeasureResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writePrintInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readPrintItem(input: unknown): unknown {
  const printItemBytes = decodeBytes(input, Uint8Array);
  if (printItemBytes === undefined) return invalid;
  return printItemBytes;
}

export function writeTogetherInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (typeof board !== "string") return invalid;
  return { board };
}

export function readTogetherItem(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { who, stroke } = input;
  if (typeof who !== "string") return invalid;
  const strokeIn = readStroke(stroke);
  if (strokeIn === invalid) return invalid;
  return { who, stroke: strokeIn };
}

export function readTogetherResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function readEchoItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function writeEchoClientItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
