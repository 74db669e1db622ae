// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:42306b766245168d

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  bigint,
  bigintWithin,
  boxed,
  bytes,
  type Check,
  codec,
  date,
  gte,
  int,
  literals,
  map,
  maxSize,
  nan,
  nullable,
  number,
  object,
  optional,
  set,
  string,
  stringBool,
  tagged,
  union,
  withDefault,
} from "wirepact/client";
import { Minutes } from "../contract/ledger.js";

/** Makes the check of `Entry`. */
export function checkEntry(): Check {
  return object({
    at: date(gte(0)),
    amount: bigint(bigintWithin(-9223372036854775808n, 9223372036854775807n)),
    memo: optional(bytes(Uint8Array)),
    tags: set(string(), maxSize(3)),
    shares: map(string(), bigint()),
    gaps: array(boxed(optional(nullable(date())))),
    open: withDefault(
      false,
      stringBool(["true", "1", "yes", "on", "y", "enabled"], ["false", "0", "no", "off", "n", "disabled"]),
    ),
    rate: union(number(), nan),
    due: tagged(date(), string()),
    zero: number(),
    flag: literals(1n, "none"),
  });
}

/** Makes the check of `Minutes`. */
export function checkMinutes(): Check {
  return codec(Minutes, number(int));
}
