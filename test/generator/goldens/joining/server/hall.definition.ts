// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2539417915631328

import {
  boolean,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  date,
  decodeDate,
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
  withDefault,
} from "wirepact/server";
import { checkCornerName, checkTask } from "./schemas.checks.js";

/** `hall` as the runtime sees it. */
export const hallDefinition: ChannelDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "13f707aa00b1e46b",
  auth: payloadCheck(checkHallAuth, { read: readHallAuth }),
  errors: {},
  rooms: {
    table: {
      key: payloadCheck(checkTableKey, { read: readTableKey }),
      fields: ["floor", "name"],
      join: "client",
      errors: { Full: payloadCheck(checkTableFull, { write: writeTableFull }), Reserved: undefined },
      presence: payloadCheck(checkTablePresence, { read: readTablePresence }),
    },
    corner: { key: payloadCheck(checkCornerName, { read: readCornerKey }), join: "client", errors: {} },
    staff: {
      key: payloadCheck(checkStaffKey, { read: readStaffKey }),
      presence: payloadCheck(checkTask, { read: readStaffPresence }),
    },
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

function checkTableFull(): Check {
  return object({ seats: number(int) });
}

function writeTableFull(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { seats } = input;
  if (!Number.isSafeInteger(seats) || Object.is(seats, -0)) return invalid;
  return { seats };
}

function checkTablePresence(): Check {
  return object({ mood: withDefault("calm", string(max(20))), since: date() });
}

function readTablePresence(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { mood, since } = input;
  if (mood !== undefined && (typeof mood !== "string" || (mood.length > 20 && countCodePoints(mood) > 20))) {
    return invalid;
  }
  const sinceDate = decodeDate(since);
  if (sinceDate === undefined) return invalid;
  return { mood: mood === undefined ? "calm" : mood, since: sinceDate };
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

function readStaffPresence(input: unknown): unknown {
  if (input !== "cook" && input !== "serve") return invalid;
  return input;
}

function checkServedPayload(): Check {
  return string();
}

function writeServedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
