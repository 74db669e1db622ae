// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a5a57366aac45148

// @ts-nocheck: made to its types, and tested so.

import { invalid, isObject, isoDatePattern, isoDatetimePattern } from "wirepact/client";
import { readPerson, writePerson } from "./schemas.checks.js";

export function writePhoneLineAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { person } = input;
  const personOut = writePerson(person);
  if (personOut === invalid) return invalid;
  return { person: personOut };
}

export function writeDialInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, to } = input;
  const fromOut = writePerson(from);
  if (fromOut === invalid) return invalid;
  const toOut = writePerson(to);
  if (toOut === invalid) return invalid;
  return { from: fromOut, to: toOut };
}

export function readDialOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { startedAt } = input;
  if (typeof startedAt !== "string" || !isoDatetimePattern.test(startedAt)) return invalid;
  return { startedAt };
}

export function writePromiseInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { by } = input;
  if (typeof by !== "string" || !isoDatePattern.test(by)) return invalid;
  return { by };
}

export function readRingingPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, to } = input;
  const fromIn = readPerson(from);
  if (fromIn === invalid) return invalid;
  const toIn = readPerson(to);
  if (toIn === invalid) return invalid;
  return { from: fromIn, to: toIn };
}

export function writeAnswerOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { startedAt } = input;
  if (typeof startedAt !== "string" || !isoDatetimePattern.test(startedAt)) return invalid;
  return { startedAt };
}
