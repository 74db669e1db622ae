// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8a22c80b51a404b8

import {
  type ChannelDefinition,
  type Check,
  countCodePoints,
  gte,
  int,
  invalid,
  isObject,
  isoDatetime,
  isoDatetimePattern,
  lte,
  max,
  min,
  number,
  object,
  optional,
  payloadCheck,
  string,
} from "wirepact/server";

/** `desk` as the runtime sees it. */
export const deskDefinition: ChannelDefinition = {
  name: "desk",
  path: "/desk",
  fingerprint: "04bedc1c622fdffd",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    openTicket: {
      kind: "call",
      input: payloadCheck(checkOpenTicketInput, { read: readOpenTicketInput }),
      output: payloadCheck(checkOpenTicketOutput, { write: writeOpenTicketOutput }),
      errors: {
        Closed: payloadCheck(checkOpenTicketClosed, { write: writeOpenTicketClosed }),
        Banned: undefined,
      },
      timeoutMs: 2500,
    },
    openTicketFor: {
      kind: "call",
      input: payloadCheck(checkOpenTicketForInput, { read: readOpenTicketForInput }),
      output: payloadCheck(checkOpenTicketForOutput, { write: writeOpenTicketForOutput }),
      errors: {},
    },
    countOpen: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkOpenTicketForOutput, { write: writeCountOpenOutput }),
      errors: {},
    },
    closeAll: {
      kind: "call",
      input: undefined,
      output: undefined,
      errors: {},
    },
    remind: {
      kind: "call",
      input: payloadCheck(checkOpenTicketOutput, { read: readRemindInput }),
      output: undefined,
      errors: {},
      isIdempotent: true,
    },
    wave: { kind: "event", payload: undefined },
    type: { kind: "event", payload: payloadCheck(checkTypePayload, { read: readTypePayload }) },
    rename: { kind: "event", payload: payloadCheck(checkRenamePayload, { read: readRenamePayload }) },
    new: {
      kind: "call",
      input: undefined,
      output: undefined,
      errors: {},
    },
    "give-up": { kind: "event", payload: undefined },
  },
  serverToClient: {
    ticketOpened: {
      kind: "event",
      payload: payloadCheck(checkTicketOpenedPayload, { write: writeTicketOpenedPayload }),
      replay: { keepMs: 60_000, keepCount: 1000 },
    },
    lightsOut: { kind: "event", payload: undefined, replay: { keepMs: 5000, keepCount: 1 } },
    rate: {
      kind: "call",
      input: payloadCheck(checkOpenTicketOutput, { write: writeRateInput }),
      output: payloadCheck(checkRateOutput, { read: readRateOutput }),
      errors: { Busy: payloadCheck(checkRateBusy, { read: readRateBusy }), Declined: undefined },
    },
    ping: {
      kind: "call",
      input: undefined,
      output: undefined,
      errors: {},
    },
    locale: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkRenamePayload, { read: readLocaleOutput }),
      errors: {},
    },
  },
};

function checkOpenTicketInput(): Check {
  return object({ subject: string(min(1), max(120)), priority: optional(number(int, gte(1), lte(3))) });
}

function readOpenTicketInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { subject, priority } = input;
  if (
    typeof subject !== "string" ||
    subject.length < 1 ||
    (subject.length > 120 && countCodePoints(subject) > 120)
  ) {
    return invalid;
  }
  if (
    priority !== undefined &&
    (typeof priority !== "number" || !Number.isSafeInteger(priority) || priority < 1 || priority > 3)
  ) {
    return invalid;
  }
  const openTicketInputIn: Record<string, unknown> = { subject };
  if (priority !== undefined || "priority" in input) openTicketInputIn["priority"] = priority;
  return openTicketInputIn;
}

function checkOpenTicketOutput(): Check {
  return object({ ticket: number(int) });
}

function writeOpenTicketOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket) || Object.is(ticket, -0)) return invalid;
  return { ticket };
}

function checkOpenTicketClosed(): Check {
  return object({ opensAt: string(isoDatetime) });
}

function writeOpenTicketClosed(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { opensAt } = input;
  if (typeof opensAt !== "string" || !isoDatetimePattern.test(opensAt)) return invalid;
  return { opensAt };
}

function checkOpenTicketForInput(): Check {
  return object({ customer: string(), subject: string() });
}

function readOpenTicketForInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { customer, subject } = input;
  if (typeof customer !== "string") return invalid;
  if (typeof subject !== "string") return invalid;
  return { customer, subject };
}

function checkOpenTicketForOutput(): Check {
  return number(int);
}

function writeOpenTicketForOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function writeCountOpenOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function readRemindInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket)) return invalid;
  return { ticket };
}

function checkTypePayload(): Check {
  return object({ ticket: number(int), draft: string() });
}

function readTypePayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket, draft } = input;
  if (!Number.isSafeInteger(ticket)) return invalid;
  if (typeof draft !== "string") return invalid;
  return { ticket, draft };
}

function checkRenamePayload(): Check {
  return string();
}

function readRenamePayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkTicketOpenedPayload(): Check {
  return object({ ticket: number(int), subject: string() });
}

function writeTicketOpenedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket, subject } = input;
  if (!Number.isSafeInteger(ticket) || Object.is(ticket, -0)) return invalid;
  if (typeof subject !== "string") return invalid;
  return { ticket, subject };
}

function writeRateInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket) || Object.is(ticket, -0)) return invalid;
  return { ticket };
}

function checkRateOutput(): Check {
  return object({ stars: number(int, gte(1), lte(5)) });
}

function readRateOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { stars } = input;
  if (typeof stars !== "number" || !Number.isSafeInteger(stars) || stars < 1 || stars > 5) return invalid;
  return { stars };
}

function checkRateBusy(): Check {
  return object({ untilMs: number() });
}

function readRateBusy(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { untilMs } = input;
  if (!Number.isFinite(untilMs)) return invalid;
  return { untilMs };
}

function readLocaleOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
