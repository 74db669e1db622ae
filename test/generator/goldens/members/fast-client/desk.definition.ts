// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d8a496c3f66b6c72

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
  replayedEvent,
  straightCheck,
  string,
} from "wirepact/client";
import {
  readCountOpenOutput,
  readOpenTicketClosed,
  readOpenTicketForOutput,
  readOpenTicketOutput,
  readRateInput,
  readTicketOpenedPayload,
  writeLocaleOutput,
  writeOpenTicketForInput,
  writeOpenTicketInput,
  writeRateBusy,
  writeRateOutput,
  writeRemindInput,
  writeRenamePayload,
  writeTypePayload,
} from "./desk.checks.js";

/** `desk` as the runtime sees it. */
export const deskDefinition: ClientDefinition = {
  name: "desk",
  path: "/desk",
  fingerprint: "04bedc1c622fdffd",
  call: {
    openTicket: outgoingCall({
      input: straightCheck({ write: writeOpenTicketInput }, () =>
        object({ subject: string(min(1), max(120)), priority: optional(number(int, gte(1), lte(3))) }),
      ),
      output: straightCheck({ read: readOpenTicketOutput }, () => object({ ticket: number(int) })),
      errors: {
        Closed: straightCheck({ read: readOpenTicketClosed }, () => object({ opensAt: string(isoDatetime) })),
        Banned: undefined,
      },
      timeoutMs: 2500,
    }),
    openTicketFor: outgoingCall({
      input: straightCheck({ write: writeOpenTicketForInput }, () =>
        object({ customer: string(), subject: string() }),
      ),
      output: straightCheck({ read: readOpenTicketForOutput }, () => number(int)),
    }),
    countOpen: outgoingCall({ output: straightCheck({ read: readCountOpenOutput }, () => number(int)) }),
    closeAll: outgoingCall({}),
    remind: idempotentCall({
      input: straightCheck({ write: writeRemindInput }, () => object({ ticket: number(int) })),
    }),
    new: outgoingCall({}),
  },
  emit: {
    wave: outgoingEvent(),
    type: outgoingEvent(
      straightCheck({ write: writeTypePayload }, () => object({ ticket: number(int), draft: string() })),
    ),
    rename: outgoingEvent(straightCheck({ write: writeRenamePayload }, () => string())),
    "give-up": outgoingEvent(),
  },
  on: {
    ticketOpened: replayedEvent(
      straightCheck({ read: readTicketOpenedPayload }, () =>
        object({ ticket: number(int), subject: string() }),
      ),
    ),
    lightsOut: replayedEvent(),
  },
  handle: {
    rate: incomingCall({
      input: straightCheck({ read: readRateInput }, () => object({ ticket: number(int) })),
      output: straightCheck({ write: writeRateOutput }, () => object({ stars: number(int, gte(1), lte(5)) })),
      errors: {
        Busy: straightCheck({ write: writeRateBusy }, () => object({ untilMs: number() })),
        Declined: undefined,
      },
    }),
    ping: incomingCall({}),
    locale: incomingCall({ output: straightCheck({ write: writeLocaleOutput }, () => string()) }),
  },
};
