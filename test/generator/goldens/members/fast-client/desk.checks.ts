// Made by wirepact from contract/desk.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:cf058413776678c9

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, invalid, isObject, isoDatetimePattern } from "wirepact/client";

export function writeOpenTicketInput(input: unknown): unknown {
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
  const openTicketInputOut: Record<string, unknown> = { subject };
  if (priority !== undefined) openTicketInputOut["priority"] = priority;
  return openTicketInputOut;
}

export function readOpenTicketOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket)) return invalid;
  return { ticket };
}

export function readOpenTicketClosed(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { opensAt } = input;
  if (typeof opensAt !== "string" || !isoDatetimePattern.test(opensAt)) return invalid;
  return { opensAt };
}

export function writeOpenTicketForInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { customer, subject } = input;
  if (typeof customer !== "string") return invalid;
  if (typeof subject !== "string") return invalid;
  return { customer, subject };
}

export function readOpenTicketForOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function readCountOpenOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

export function writeRemindInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket) || Object.is(ticket, -0)) return invalid;
  return { ticket };
}

export function writeTypePayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket, draft } = input;
  if (!Number.isSafeInteger(ticket) || Object.is(ticket, -0)) return invalid;
  if (typeof draft !== "string") return invalid;
  return { ticket, draft };
}

export function writeRenamePayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readTicketOpenedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket, subject } = input;
  if (!Number.isSafeInteger(ticket)) return invalid;
  if (typeof subject !== "string") return invalid;
  return { ticket, subject };
}

export function readRateInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { ticket } = input;
  if (!Number.isSafeInteger(ticket)) return invalid;
  return { ticket };
}

export function writeRateOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { stars } = input;
  if (typeof stars !== "number" || !Number.isSafeInteger(stars) || stars < 1 || stars > 5) return invalid;
  return { stars };
}

export function writeRateBusy(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { untilMs } = input;
  if (!Number.isFinite(untilMs) || Object.is(untilMs, -0)) return invalid;
  return { untilMs };
}

export function writeLocaleOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
