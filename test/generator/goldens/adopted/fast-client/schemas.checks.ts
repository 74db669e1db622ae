// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e88c283ca270a190

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  boolean,
  bytes,
  type Check,
  decodeBytes,
  invalid,
  isPlainObject,
  named,
  number,
  only,
  record,
  string,
  stringKeys,
  union,
} from "wirepact/client";

/** Makes the check of `Anything`. */
export function checkAnything(): Check {
  return union(bytes(Uint8Array), named(checkAnythingOption2));
}

/** Makes the check of `AnythingOption2`. */
export function checkAnythingOption2(): Check {
  return union(
    string(),
    number(),
    boolean,
    only(null),
    array(named(checkAnythingOption2)),
    record(string(), named(checkAnythingOption2)),
  );
}

export function writeAnything(input: unknown): unknown {
  let anythingOut: unknown = invalid;
  anythingAttempt: {
    if (!(input instanceof Uint8Array)) break anythingAttempt;
    anythingOut = input;
  }
  if (anythingOut === invalid) anythingOut = writeAnythingOption2(input);
  if (anythingOut === invalid) return invalid;
  return anythingOut;
}

export function readAnything(input: unknown): unknown {
  let anythingIn: unknown = invalid;
  anythingAttempt: {
    const anythingBytes = decodeBytes(input, Uint8Array);
    if (anythingBytes === undefined) break anythingAttempt;
    anythingIn = anythingBytes;
  }
  if (anythingIn === invalid) anythingIn = readAnythingOption2(input);
  if (anythingIn === invalid) return invalid;
  return anythingIn;
}

export function writeAnythingOption2(input: unknown): unknown {
  let anythingOption2Out: unknown = invalid;
  if (typeof input === "string") anythingOption2Out = input;
  if (anythingOption2Out === invalid) {
    anythingOption2Attempt: {
      if (!Number.isFinite(input)) break anythingOption2Attempt;
      anythingOption2Out = input;
    }
  }
  if (anythingOption2Out === invalid && typeof input === "boolean") anythingOption2Out = input;
  if (anythingOption2Out === invalid && input === null) anythingOption2Out = input;
  if (anythingOption2Out === invalid) {
    valueAttempt: {
      if (!Array.isArray(input)) break valueAttempt;
      const valueOut = new Array<unknown>(input.length);
      for (let index = 0; index < input.length; index++) {
        const item: unknown = input[index];
        const itemOut = writeAnythingOption2(item);
        if (itemOut === invalid) break valueAttempt;
        valueOut[index] = itemOut;
      }
      anythingOption2Out = valueOut;
    }
  }
  if (anythingOption2Out === invalid) {
    valueAttempt2: {
      if (!isPlainObject(input)) break valueAttempt2;
      const valueOut2: Record<string, unknown> = {};
      for (const key of stringKeys(input)) {
        if (key === "__proto__") continue;
        const value = input[key];
        if (value === undefined) continue;
        const anythingOption2ValueOut = writeAnythingOption2(value);
        if (anythingOption2ValueOut === invalid) break valueAttempt2;
        valueOut2[key] = anythingOption2ValueOut;
      }
      anythingOption2Out = valueOut2;
    }
  }
  if (anythingOption2Out === invalid) return invalid;
  return anythingOption2Out;
}

export function readAnythingOption2(input: unknown): unknown {
  let anythingOption2In: unknown = invalid;
  if (typeof input === "string") anythingOption2In = input;
  if (anythingOption2In === invalid) {
    anythingOption2Attempt: {
      if (!Number.isFinite(input)) break anythingOption2Attempt;
      anythingOption2In = input;
    }
  }
  if (anythingOption2In === invalid && typeof input === "boolean") anythingOption2In = input;
  if (anythingOption2In === invalid && input === null) anythingOption2In = input;
  if (anythingOption2In === invalid) {
    valueAttempt: {
      if (!Array.isArray(input)) break valueAttempt;
      const valueIn = new Array<unknown>(input.length);
      for (let index = 0; index < input.length; index++) {
        const item: unknown = input[index];
        const itemIn = readAnythingOption2(item);
        if (itemIn === invalid) break valueAttempt;
        valueIn[index] = itemIn;
      }
      anythingOption2In = valueIn;
    }
  }
  if (anythingOption2In === invalid) {
    valueAttempt2: {
      if (!isPlainObject(input)) break valueAttempt2;
      const valueIn2: Record<string, unknown> = {};
      for (const key of stringKeys(input)) {
        if (key === "__proto__") continue;
        const value = input[key];
        const anythingOption2ValueIn = readAnythingOption2(value);
        if (anythingOption2ValueIn === invalid) break valueAttempt2;
        valueIn2[key] = anythingOption2ValueIn;
      }
      anythingOption2In = valueIn2;
    }
  }
  if (anythingOption2In === invalid) return invalid;
  return anythingOption2In;
}
