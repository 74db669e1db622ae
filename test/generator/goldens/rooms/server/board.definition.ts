// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d085e7d1dffef554

import {
  boolean,
  type ChannelDefinition,
  type Check,
  int,
  invalid,
  isObject,
  named,
  number,
  object,
  payloadCheck,
  string,
  withDefault,
} from "wirepact/server";
import { breaksTeamId, checkTeamId } from "./schemas.checks.js";

/** `board` as the runtime sees it. */
export const boardDefinition: ChannelDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "4b469cc0d5eba89e",
  auth: payloadCheck(checkBoardAuth, { read: readBoardAuth }),
  errors: { Full: undefined, WrongTeam: payloadCheck(checkBoardWrongTeam, { write: writeBoardWrongTeam }) },
  rooms: {
    team: { key: payloadCheck(checkTeamId, { read: readTeamKey }) },
    cell: { key: payloadCheck(checkCellKey, { read: readCellKey }), fields: ["row", "column"] },
    floor: { key: payloadCheck(checkFloorKey, { read: readFloorKey }) },
    muted: { key: payloadCheck(checkMutedKey, { read: readMutedKey }) },
  },
  clientToServer: {},
  serverToClient: {
    moved: { kind: "event", payload: payloadCheck(checkCellKey, { write: writeMovedPayload }) },
  },
};

function checkBoardAuth(): Check {
  return object({ token: string(), seat: withDefault(1, number(int)) });
}

function readBoardAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { token, seat } = input;
  if (typeof token !== "string") return invalid;
  if (seat !== undefined && !Number.isSafeInteger(seat)) return invalid;
  return { token, seat: seat === undefined ? 1 : seat };
}

function checkBoardWrongTeam(): Check {
  return object({ team: named(checkTeamId) });
}

function writeBoardWrongTeam(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { team } = input;
  if (breaksTeamId(team)) return invalid;
  return { team };
}

function readTeamKey(input: unknown): unknown {
  if (breaksTeamId(input)) return invalid;
  return input;
}

function checkCellKey(): Check {
  return object({ row: number(int), column: number(int) });
}

function readCellKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { row, column } = input;
  if (!Number.isSafeInteger(row)) return invalid;
  if (!Number.isSafeInteger(column)) return invalid;
  return { row, column };
}

function checkFloorKey(): Check {
  return number();
}

function readFloorKey(input: unknown): unknown {
  if (!Number.isFinite(input)) return invalid;
  return input;
}

function checkMutedKey(): Check {
  return boolean;
}

function readMutedKey(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function writeMovedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { row, column } = input;
  if (!Number.isSafeInteger(row) || Object.is(row, -0)) return invalid;
  if (!Number.isSafeInteger(column) || Object.is(column, -0)) return invalid;
  return { row, column };
}
