// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4ac3a45d07a6d98f

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, invalid, isObject } from "wirepact/client";

export function writeBoardAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { token, seat } = input;
  if (typeof token !== "string") return invalid;
  if (seat !== undefined && (!Number.isSafeInteger(seat) || Object.is(seat, -0))) return invalid;
  const boardAuthOut: Record<string, unknown> = { token };
  if (seat !== undefined) boardAuthOut["seat"] = seat;
  return boardAuthOut;
}

export function readBoardWrongTeam(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { team } = input;
  if (typeof team !== "string" || (team.length > 20 && countCodePoints(team) > 20)) return invalid;
  return { team };
}

export function readMovedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { row, column } = input;
  if (!Number.isSafeInteger(row)) return invalid;
  if (!Number.isSafeInteger(column)) return invalid;
  return { row, column };
}
