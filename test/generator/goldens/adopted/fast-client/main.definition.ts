// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4f0e175f31022877

// @ts-nocheck: made to its types, and tested so.

import {
  argumentList,
  type ClientDefinition,
  incomingEvent,
  loose,
  named,
  object,
  outgoingCallWithArguments,
  outgoingEvent,
  plainValues,
  presentAuth,
  straightCheck,
  tuple,
} from "wirepact/client";
import {
  readAuthPayload,
  readMessageBackArgs,
  readMessageWithAckOutput,
  writeMainAuth,
  writeMessageArgs,
  writeMessageWithAckArgs,
} from "./main.checks.js";
import { checkAnything } from "./schemas.checks.js";

/** `main` as the runtime sees it. */
export const mainDefinition: ClientDefinition = {
  name: "main",
  path: "/",
  fingerprint: "f96d4ecafaf429e5",
  auth: presentAuth(straightCheck({ write: writeMainAuth }, () => object({}, loose))),
  call: {
    "message-with-ack": outgoingCallWithArguments({
      input: straightCheck({ write: writeMessageWithAckArgs }, () => tuple([], named(checkAnything))),
      output: straightCheck({ read: readMessageWithAckOutput }, () => tuple([], named(checkAnything))),
      reply: plainValues,
    }),
  },
  emit: {
    message: outgoingEvent(
      straightCheck({ write: writeMessageArgs }, () => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
  on: {
    auth: incomingEvent(straightCheck({ read: readAuthPayload }, () => object({}, loose))),
    "message-back": incomingEvent(
      straightCheck({ read: readMessageBackArgs }, () => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
};
