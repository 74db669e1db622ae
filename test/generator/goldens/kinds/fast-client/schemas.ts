// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4af9c12dd3109993

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
import { Minutes as ContractMinutes } from "../contract/ledger.js";

/**
 * What JSON has no form for.
 *
 * @see [contract/ledger.ts:5](../contract/ledger.ts#L5)
 */
export interface Entry {
  at: Date;
  amount: bigint;
  memo?: Uint8Array<ArrayBuffer> | undefined;
  tags: Set<string>;
  shares: Map<string, bigint>;
  gaps: (Date | null | undefined)[];
  open: boolean;
  rate: number;
  due: Date | string;
  zero: number;
  flag: 1n | "none";
}

/**
 * What JSON has no form for.
 *
 * @see [contract/ledger.ts:5](../contract/ledger.ts#L5)
 */
export interface EntryInit {
  at: Date;
  amount: bigint;
  memo?: Uint8Array<ArrayBuffer> | undefined;
  tags: Set<string>;
  shares: Map<string, bigint>;
  gaps: (Date | null | undefined)[];
  open?: boolean | undefined;
  rate: number;
  due: Date | string;
  zero: number;
  flag: 1n | "none";
}

/**
 * Sent as minutes, meant as milliseconds.
 *
 * @see [contract/ledger.ts:20](../contract/ledger.ts#L20)
 */
export type Minutes = number;

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
  return codec(ContractMinutes, number(int));
}
