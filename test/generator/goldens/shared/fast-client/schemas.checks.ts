// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ba77f615d670ffdf

// @ts-nocheck: made to its types, and tested so.

import {
  type Check,
  int,
  invalid,
  isObject,
  isoDate,
  isoDatetime,
  named,
  number,
  object,
  optional,
  string,
} from "wirepact/client";

/** Makes the check of `Call`. */
export function checkCall(): Check {
  return object({ from: named(checkPerson), to: named(checkPerson) });
}

/** Makes the check of `Person`. */
export function checkPerson(): Check {
  return object({ name: string(), age: optional(number(int)) });
}

/** Makes the check of `Promise`. */
export function checkPromise(): Check {
  return object({ by: string(isoDate) });
}

/** Makes the check of `Session`. */
export function checkSession(): Check {
  return object({ startedAt: string(isoDatetime) });
}

export function readPerson(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name, age } = input;
  if (typeof name !== "string") return invalid;
  if (age !== undefined && !Number.isSafeInteger(age)) return invalid;
  const personIn: Record<string, unknown> = { name };
  if (age !== undefined || "age" in input) personIn["age"] = age;
  return personIn;
}

export function writePerson(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name, age } = input;
  if (typeof name !== "string") return invalid;
  if (age !== undefined && (!Number.isSafeInteger(age) || Object.is(age, -0))) return invalid;
  const personOut: Record<string, unknown> = { name };
  if (age !== undefined) personOut["age"] = age;
  return personOut;
}
