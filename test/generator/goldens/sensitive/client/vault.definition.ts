// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3723318cafd3f490

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  type ClientDefinition,
  custom,
  duplex,
  incomingCall,
  incomingEvent,
  joinedRoom,
  map,
  max,
  min,
  named,
  object,
  optional,
  outgoingCall,
  outgoingCallWithArguments,
  outgoingEvent,
  payloadCheck,
  presentAuth,
  presentParams,
  record,
  roomPresence,
  string,
  tuple,
  union,
} from "wirepact/client";
import { checkDrawer, checkSecret } from "./schemas.checks.js";

/** `vault` as the runtime sees it. */
export const vaultDefinition: ClientDefinition = {
  name: "vault",
  path: "/vault/:tenant",
  fingerprint: "29bad8b10a2592bf",
  params: presentParams(payloadCheck(() => object({ tenant: string(min(4), max(100)) }))),
  auth: presentAuth(payloadCheck(() => object({ user: string(max(40)), token: named(checkSecret) }))),
  errors: { Locked: payloadCheck(() => object({ hint: optional(named(checkSecret)) })) },
  call: {
    store: outgoingCall({
      input: payloadCheck(() =>
        object({
          name: string(max(40)),
          password: named(checkSecret),
          pin: optional(string(max(9))),
          cards: array(object({ number: named(checkSecret), label: string(max(10)) }), max(3)),
          answers: record(named(checkSecret), string(max(100))),
          notes: map(string(max(10)), named(checkSecret)),
          drawer: optional(named(checkDrawer)),
          contact: union(object({ mail: named(checkSecret) }), object({ place: string(max(10)) })),
        }),
      ),
      output: payloadCheck(() => object({ name: string(), recovery: named(checkSecret) })),
      errors: { Known: payloadCheck(() => object({ hint: named(checkSecret) })) },
    }),
    verify: outgoingCall({ input: payloadCheck(() => object({ code: custom(string(max(100))) })) }),
    both: outgoingCallWithArguments({
      input: payloadCheck(() => tuple([string(max(10)), named(checkSecret)])),
    }),
  },
  emit: {
    whisper: outgoingEvent(payloadCheck(() => object({ text: string(max(100)) }))),
  },
  stream: {
    pour: duplex({
      input: payloadCheck(() => object({ key: named(checkSecret) })),
      serverItem: payloadCheck(() => named(checkSecret)),
      clientItem: payloadCheck(() => named(checkSecret)),
    }),
  },
  on: {
    told: incomingEvent(payloadCheck(() => object({ secret: named(checkSecret) }))),
  },
  handle: {
    ask: incomingCall({
      input: payloadCheck(() => object({ about: string() })),
      output: payloadCheck(() => object({ pin: named(checkSecret) })),
    }),
  },
  rooms: {
    safe: joinedRoom({
      key: payloadCheck(() => object({ pin: named(checkSecret) })),
      presence: roomPresence(
        payloadCheck(() => object({ mood: string(max(10)), place: named(checkSecret) })),
      ),
    }),
  },
};
