// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:784c2873068c3521

import {
  boolean,
  type ChannelDefinition,
  type Check,
  invalid,
  isObject,
  number,
  object,
  payloadCheck,
  string,
} from "wirepact/server";
import { checkPrice } from "./schemas.checks.js";

/** `feed` as the runtime sees it. */
export const feedDefinition: ChannelDefinition = {
  name: "feed",
  path: "/feed",
  fingerprint: "9661182dc1e82b58",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    pointed: { kind: "event", payload: payloadCheck(checkPointedPayload, { read: readPointedPayload }) },
    wished: { kind: "event", payload: payloadCheck(checkPrice, { read: readWishedPayload }) },
    turned: { kind: "event", payload: payloadCheck(checkTurnedPayload, { read: readTurnedPayload }) },
    beat: { kind: "event", payload: undefined },
    said: { kind: "event", payload: payloadCheck(checkSaidPayload, { read: readSaidPayload }) },
  },
  serverToClient: {
    pointed: {
      kind: "event",
      payload: payloadCheck(checkPointedPayload, { write: writePointedPayload }),
      volatile: true,
    },
    priced: {
      kind: "event",
      payload: payloadCheck(checkPrice, { write: writePricedPayload }),
      latest: "share",
    },
    turned: {
      kind: "event",
      payload: payloadCheck(checkTurnedPayload, { write: writeTurnedPayload }),
      latest: true,
    },
    beat: { kind: "event", payload: undefined, volatile: true },
    said: { kind: "event", payload: payloadCheck(checkSaidPayload, { write: writeSaidPayload }) },
  },
};

function checkPointedPayload(): Check {
  return object({ x: number() });
}

function readPointedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x)) return invalid;
  return { x };
}

function readWishedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { share, cents } = input;
  if (typeof share !== "string") return invalid;
  if (!Number.isSafeInteger(cents)) return invalid;
  return { share, cents };
}

function checkTurnedPayload(): Check {
  return boolean;
}

function readTurnedPayload(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function checkSaidPayload(): Check {
  return string();
}

function readSaidPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writePointedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x) || Object.is(x, -0)) return invalid;
  return { x };
}

function writePricedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { share, cents } = input;
  if (typeof share !== "string") return invalid;
  if (!Number.isSafeInteger(cents) || Object.is(cents, -0)) return invalid;
  return { share, cents };
}

function writeTurnedPayload(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function writeSaidPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
