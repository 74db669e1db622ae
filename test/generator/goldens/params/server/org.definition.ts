// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3f607bdf9775c46b

import {
  boolean,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  int,
  invalid,
  isObject,
  named,
  number,
  object,
  payloadCheck,
  string,
} from "wirepact/server";
import { checkOrgId } from "./schemas.checks.js";

/** `org` as the runtime sees it. */
export const orgDefinition: ChannelDefinition = {
  name: "org",
  path: "/org/:orgId/floor/:floor/:isOpen",
  params: {
    check: payloadCheck(checkOrgParams, { read: readOrgParams }),
    kinds: { orgId: "text", floor: "number", isOpen: "boolean" },
  },
  fingerprint: "5254cb8eaf8f0d88",
  auth: undefined,
  errors: {},
  rooms: { desk: { key: payloadCheck(checkDeskKey, { read: readDeskKey }) } },
  clientToServer: {
    where: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkWhereOutput, { write: writeWhereOutput }),
      errors: {},
    },
  },
  serverToClient: {
    rang: { kind: "event", payload: payloadCheck(checkWhereOutput, { write: writeRangPayload }) },
  },
};

function checkOrgParams(): Check {
  return object({ orgId: named(checkOrgId), floor: number(int), isOpen: boolean });
}

function readOrgParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { orgId, floor, isOpen: isOpenValue } = input;
  if (typeof orgId !== "string") return invalid;
  const orgIdTrimmed = orgId.trim();
  if (orgIdTrimmed.length < 1 || (orgIdTrimmed.length > 64 && countCodePoints(orgIdTrimmed) > 64)) {
    return invalid;
  }
  if (!Number.isSafeInteger(floor)) return invalid;
  if (typeof isOpenValue !== "boolean") return invalid;
  return { orgId: orgIdTrimmed, floor, isOpen: isOpenValue };
}

function checkDeskKey(): Check {
  return number(int);
}

function readDeskKey(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

function checkWhereOutput(): Check {
  return string();
}

function writeWhereOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeRangPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
