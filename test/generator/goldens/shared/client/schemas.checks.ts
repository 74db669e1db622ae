// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2bbe61e0c6d1ff0c

// @ts-nocheck: made to its types, and tested so.

import {
  type Check,
  int,
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
