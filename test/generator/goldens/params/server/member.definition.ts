// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ec3027ccf82f900e

import {
  type ChannelDefinition,
  type Check,
  invalid,
  isObject,
  object,
  oneOf,
  payloadCheck,
  string,
} from "wirepact/server";

/** `member` as the runtime sees it. */
export const memberDefinition: ChannelDefinition = {
  name: "member",
  path: "/member/:id",
  params: { check: payloadCheck(checkMemberParams, { read: readMemberParams }), kinds: { id: "text" } },
  fingerprint: "e2c6e43f7c392ce1",
  auth: payloadCheck(checkMemberAuth, { read: readMemberAuth }),
  errors: {},
  rooms: {},
  clientToServer: {},
  serverToClient: {
    rang: { kind: "event", payload: payloadCheck(checkRangPayload, { write: writeRangPayload }) },
  },
};

function checkMemberParams(): Check {
  return object({ id: oneOf("a", "b") });
}

function readMemberParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id } = input;
  if (id !== "a" && id !== "b") return invalid;
  return { id };
}

function checkMemberAuth(): Check {
  return object({ name: string() });
}

function readMemberAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

function checkRangPayload(): Check {
  return string();
}

function writeRangPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
