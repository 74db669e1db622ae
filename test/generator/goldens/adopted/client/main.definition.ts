// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6df17b85b2576e30

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
  payloadCheck,
  plainValues,
  presentAuth,
  tuple,
} from "wirepact/client";
import { checkAnything } from "./schemas.checks.js";

/** `main` as the runtime sees it. */
export const mainDefinition: ClientDefinition = {
  name: "main",
  path: "/",
  fingerprint: "f96d4ecafaf429e5",
  auth: presentAuth(payloadCheck(() => object({}, loose))),
  call: {
    "message-with-ack": outgoingCallWithArguments({
      input: payloadCheck(() => tuple([], named(checkAnything))),
      output: payloadCheck(() => tuple([], named(checkAnything))),
      reply: plainValues,
    }),
  },
  emit: {
    message: outgoingEvent(
      payloadCheck(() => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
  on: {
    auth: incomingEvent(payloadCheck(() => object({}, loose))),
    "message-back": incomingEvent(
      payloadCheck(() => tuple([], named(checkAnything))),
      argumentList(0),
    ),
  },
};
