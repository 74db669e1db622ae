// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:332063d07ecc0e38

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  gte,
  idempotentCall,
  incomingCall,
  int,
  isoDatetime,
  lte,
  max,
  min,
  number,
  object,
  optional,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  replayedEvent,
  string,
} from "wirepact/client";

/** `desk` as the runtime sees it. */
export const deskDefinition: ClientDefinition = {
  name: "desk",
  path: "/desk",
  fingerprint: "04bedc1c622fdffd",
  call: {
    openTicket: outgoingCall({
      input: payloadCheck(() =>
        object({ subject: string(min(1), max(120)), priority: optional(number(int, gte(1), lte(3))) }),
      ),
      output: payloadCheck(() => object({ ticket: number(int) })),
      errors: { Closed: payloadCheck(() => object({ opensAt: string(isoDatetime) })), Banned: undefined },
      timeoutMs: 2500,
    }),
    openTicketFor: outgoingCall({
      input: payloadCheck(() => object({ customer: string(), subject: string() })),
      output: payloadCheck(() => number(int)),
    }),
    countOpen: outgoingCall({ output: payloadCheck(() => number(int)) }),
    closeAll: outgoingCall({}),
    remind: idempotentCall({ input: payloadCheck(() => object({ ticket: number(int) })) }),
    new: outgoingCall({}),
  },
  emit: {
    wave: outgoingEvent(),
    type: outgoingEvent(payloadCheck(() => object({ ticket: number(int), draft: string() }))),
    rename: outgoingEvent(payloadCheck(() => string())),
    "give-up": outgoingEvent(),
  },
  on: {
    ticketOpened: replayedEvent(payloadCheck(() => object({ ticket: number(int), subject: string() }))),
    lightsOut: replayedEvent(),
  },
  handle: {
    rate: incomingCall({
      input: payloadCheck(() => object({ ticket: number(int) })),
      output: payloadCheck(() => object({ stars: number(int, gte(1), lte(5)) })),
      errors: { Busy: payloadCheck(() => object({ untilMs: number() })), Declined: undefined },
    }),
    ping: incomingCall({}),
    locale: incomingCall({ output: payloadCheck(() => string()) }),
  },
};
