// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8644ab5560298fda

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

/**
 * A schema may be named like something of ours.
 *
 * @see [contract/people.ts:7](../contract/people.ts#L7)
 */
export interface Call {
  from: Person;
  to: Person;
}

/**
 * Who somebody is.
 *
 * @see [contract/people.ts:4](../contract/people.ts#L4)
 */
export interface Person {
  name: string;
  age?: number | undefined;
}

/** @see [contract/people.ts:11](../contract/people.ts#L11) */
export interface Promise {
  by: string;
}

/** @see [contract/people.ts:9](../contract/people.ts#L9) */
export interface Session {
  startedAt: string;
}

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
