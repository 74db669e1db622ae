// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:130535174f467ce5

import { invalid, isObject } from "wirepact/client";

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
