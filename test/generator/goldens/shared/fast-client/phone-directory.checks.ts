// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2e5d9d08e9d8ef1e

// @ts-nocheck: made to its types, and tested so.

import { invalid, isObject } from "wirepact/client";
import { readPerson } from "./schemas.checks.js";

export function writeFindInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

export function readFindOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const findOutputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemIn = readPerson(item);
    if (itemIn === invalid) return invalid;
    findOutputIn[index] = itemIn;
  }
  return findOutputIn;
}
