// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d022962364988278

import {
  boolean,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  int,
  invalid,
  isObject,
  max,
  min,
  number,
  object,
  payloadCheck,
  string,
  trim,
} from "wirepact/server";
import { checkCornerName } from "./schemas.checks.js";

/** `hall` as the runtime sees it. */
export const hallDefinition: ChannelDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "d052cf159d67cd45",
  auth: payloadCheck(checkHallAuth, { read: readHallAuth }),
  errors: {},
  rooms: {
    table: { key: payloadCheck(checkTableKey, { read: readTableKey }), fields: ["floor", "name"] },
    corner: { key: payloadCheck(checkCornerName, { read: readCornerKey }) },
    staff: { key: payloadCheck(checkStaffKey, { read: readStaffKey }) },
  },
  clientToServer: {},
  serverToClient: {
    served: { kind: "event", payload: payloadCheck(checkServedPayload, { write: writeServedPayload }) },
  },
};

function checkHallAuth(): Check {
  return object({ name: string(min(1)) });
}

function readHallAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string" || name.length < 1) return invalid;
  return { name };
}

function checkTableKey(): Check {
  return object({ floor: number(int), name: string(trim, max(20)) });
}

function readTableKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { floor, name } = input;
  if (!Number.isSafeInteger(floor)) return invalid;
  if (typeof name !== "string") return invalid;
  const nameTrimmed = name.trim();
  if (nameTrimmed.length > 20 && countCodePoints(nameTrimmed) > 20) return invalid;
  return { floor, name: nameTrimmed };
}

function readCornerKey(input: unknown): unknown {
  if (typeof input !== "string" || (input.length > 100 && countCodePoints(input) > 100)) return invalid;
  return input;
}

function checkStaffKey(): Check {
  return boolean;
}

function readStaffKey(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function checkServedPayload(): Check {
  return string();
}

function writeServedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
