// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:dccd93a7864f7914

// @ts-nocheck: made to its types, and tested so.

import { invalid } from "wirepact/client";

export function writeMoveArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length < 2 || input.length > 3) return invalid;
  let moveArgsLength = input.length;
  while (moveArgsLength > 2 && input[moveArgsLength - 1] === undefined) {
    moveArgsLength--;
  }
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  const moveArgsOut: unknown[] = [first, second];
  if (moveArgsLength > 2) {
    const third: unknown = input[2];
    if (third !== undefined && (!Number.isSafeInteger(third) || Object.is(third, -0))) return invalid;
    moveArgsOut.push(third === undefined ? null : third);
  }
  return moveArgsOut;
}

export function writePlacePieceArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

export function readPlacePieceOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

export function readCountOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeFindArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  return [first];
}

export function readFindOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

export function writeClearArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 0) return invalid;
  return [];
}

export function writeGuessArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

export function readGuessOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

export function readPieceMovedArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

export function readChooseArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (typeof second !== "string") return invalid;
  return [first, second];
}

export function writeChooseOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readSpanArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first)) return invalid;
  return [first];
}

export function writeSpanOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first) || Object.is(first, -0)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

export function readRateArgs(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const rateArgsIn: unknown[] = [first];
  for (let index = 1; index < input.length; index++) {
    const item: unknown = input[index];
    if (!Number.isSafeInteger(item)) return invalid;
    rateArgsIn[index] = item;
  }
  return rateArgsIn;
}

export function writeRateOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}
