// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d1d53092d6f972d8

import {
  array,
  bigint,
  type ChannelDefinition,
  type Check,
  date,
  decodeBigint,
  decodeBytes,
  decodeDate,
  encodeBigint,
  fromContract,
  invalid,
  isDate,
  isObject,
  loose,
  named,
  number,
  object,
  optional,
  payloadCheck,
  set,
  string,
  taggedExclusive,
} from "wirepact/server";
import { ledger } from "../contract/ledger.js";
import { checkEntry, checkMinutes } from "./schemas.checks.js";

/** `ledger` as the runtime sees it. */
export const ledgerDefinition: ChannelDefinition = {
  name: "ledger",
  path: "/ledger",
  fingerprint: "95c867bd8adad425",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    post: {
      kind: "call",
      input: payloadCheck(checkEntry, { read: readPostInput, mayAttach: true }),
      output: payloadCheck(checkEntry, { write: writePostOutput }),
      errors: {},
    },
    close: {
      kind: "call",
      input: fromContract(ledger.clientToServer.close.input, { wire: checkCloseInputForm, isEncoded: true }),
      output: fromContract(ledger.clientToServer.close.output, { wire: checkCloseOutputForm }),
      errors: {},
    },
    wait: {
      kind: "call",
      input: payloadCheck(checkWaitInput),
      output: payloadCheck(checkWaitOutput),
      errors: {},
    },
    either: { kind: "event", payload: payloadCheck(checkEitherPayload, { read: readEitherPayload }) },
  },
  serverToClient: {},
};

const trueValues = /* @__PURE__ */ new Set<unknown>(["true", "1", "yes", "on", "y", "enabled"]);
const falseValues = /* @__PURE__ */ new Set<unknown>(["false", "0", "no", "off", "n", "disabled"]);

function readPostInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { at, amount, memo, tags, shares, gaps, open, rate, due, zero, flag } = input;
  const atDate = decodeDate(at);
  if (atDate === undefined || atDate.getTime() < 0) return invalid;
  const amountBigint = decodeBigint(amount);
  if (
    amountBigint === undefined ||
    amountBigint < -9223372036854775808n ||
    amountBigint > 9223372036854775807n
  ) {
    return invalid;
  }
  let memoIn: unknown;
  if (memo !== undefined) {
    const memoBytes = decodeBytes(memo, Uint8Array);
    if (memoBytes === undefined) return invalid;
    memoIn = memoBytes;
  }
  if (!Array.isArray(tags) || tags.length > 3) return invalid;
  const tagsSet = new Set<unknown>();
  for (const item of tags as unknown[]) {
    if (typeof item !== "string") return invalid;
    tagsSet.add(item);
  }
  if (tagsSet.size < tags.length) return invalid;
  if (!Array.isArray(shares)) return invalid;
  const sharesMap = new Map<unknown, unknown>();
  for (const entry of shares as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2) return invalid;
    const [key, value]: unknown[] = entry;
    if (typeof key !== "string") return invalid;
    const valueBigint = decodeBigint(value);
    if (valueBigint === undefined) return invalid;
    sharesMap.set(key, valueBigint);
  }
  if (sharesMap.size < shares.length) return invalid;
  if (!Array.isArray(gaps)) return invalid;
  const gapsIn = new Array<unknown>(gaps.length);
  for (let index = 0; index < gaps.length; index++) {
    const gapsItem: unknown = gaps[index];
    if (!Array.isArray(gapsItem) || gapsItem.length > 1) return invalid;
    const itemGiven: unknown = gapsItem[0];
    let itemIn: unknown;
    if (itemGiven !== undefined) {
      let gapsItemIn: unknown = null;
      if (itemGiven !== null) {
        const itemDate = decodeDate(itemGiven);
        if (itemDate === undefined) return invalid;
        gapsItemIn = itemDate;
      }
      itemIn = gapsItemIn;
    }
    gapsIn[index] = itemIn;
  }
  let openIn: unknown = false;
  if (open !== undefined) {
    if (typeof open !== "string") return invalid;
    const openLower = open.toLowerCase();
    const openBool = trueValues.has(openLower);
    if (!openBool && !falseValues.has(openLower)) return invalid;
    openIn = openBool;
  }
  let rateIn: unknown = invalid;
  rateAttempt: {
    if (!Number.isFinite(rate)) break rateAttempt;
    rateIn = rate;
  }
  if (rateIn === invalid) {
    postInputRateAttempt: {
      if (rate !== "NaN") break postInputRateAttempt;
      rateIn = Number.NaN;
    }
  }
  if (rateIn === invalid) return invalid;
  if (!Array.isArray(due) || due.length !== 2) return invalid;
  const dueForm: unknown = due[1];
  let dueIn: unknown;
  switch (due[0]) {
    case 0: {
      const dueDate = decodeDate(dueForm);
      if (dueDate === undefined) return invalid;
      dueIn = dueDate;
      break;
    }
    case 1: {
      if (typeof dueForm !== "string") return invalid;
      dueIn = dueForm;
      break;
    }
    default:
      return invalid;
  }
  if (!Number.isFinite(zero)) return invalid;
  if (flag !== "1" && flag !== "none") return invalid;
  const postInputIn: Record<string, unknown> = { at: atDate, amount: amountBigint };
  if (memo !== undefined || "memo" in input) postInputIn["memo"] = memoIn;
  postInputIn["tags"] = tagsSet;
  postInputIn["shares"] = sharesMap;
  postInputIn["gaps"] = gapsIn;
  postInputIn["open"] = openIn;
  postInputIn["rate"] = rateIn;
  postInputIn["due"] = dueIn;
  postInputIn["zero"] = zero;
  postInputIn["flag"] = flag === "1" ? 1n : flag;
  return postInputIn;
}

function writePostOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { at, amount, memo, tags, shares, gaps, open, rate, due, zero, flag } = input;
  if (!isDate(at) || at.getTime() < 0) return invalid;
  if (typeof amount !== "bigint" || amount < -9223372036854775808n || amount > 9223372036854775807n) {
    return invalid;
  }
  const amountText = encodeBigint(amount);
  if (amountText === undefined) return invalid;
  let memoOut: unknown;
  if (memo !== undefined) {
    if (!(memo instanceof Uint8Array)) return invalid;
    memoOut = memo;
  }
  if (!(tags instanceof Set) || tags.size > 3) return invalid;
  const tagsOut: unknown[] = [];
  for (const item of tags as Set<unknown>) {
    if (typeof item !== "string") return invalid;
    tagsOut.push(item);
  }
  if (!(shares instanceof Map)) return invalid;
  const sharesOut: unknown[] = [];
  for (const [key, value] of shares as Map<unknown, unknown>) {
    if (typeof key !== "string") return invalid;
    if (typeof value !== "bigint") return invalid;
    const valueText = encodeBigint(value);
    if (valueText === undefined) return invalid;
    sharesOut.push([key, valueText]);
  }
  if (!Array.isArray(gaps)) return invalid;
  const gapsOut = new Array<unknown>(gaps.length);
  for (let index = 0; index < gaps.length; index++) {
    const gapsItem: unknown = gaps[index];
    let itemOut: unknown;
    if (gapsItem !== undefined) {
      let gapsItemOut: unknown = null;
      if (gapsItem !== null) {
        if (!isDate(gapsItem)) return invalid;
        gapsItemOut = gapsItem.toISOString();
      }
      itemOut = gapsItemOut;
    }
    gapsOut[index] = gapsItem === undefined ? [] : [itemOut];
  }
  let openOut: unknown;
  if (open !== undefined) {
    if (typeof open !== "boolean") return invalid;
    openOut = open ? "true" : "false";
  }
  let rateOut: unknown = invalid;
  rateAttempt: {
    if (!Number.isFinite(rate)) break rateAttempt;
    rateOut = rate;
  }
  if (rateOut === invalid) {
    postOutputRateAttempt: {
      if (!Number.isNaN(rate)) break postOutputRateAttempt;
      rateOut = "NaN";
    }
  }
  if (rateOut === invalid) return invalid;
  let dueOut: unknown = invalid;
  dueAttempt: {
    if (!isDate(due)) break dueAttempt;
    dueOut = [0, due.toISOString()];
  }
  if (dueOut === invalid) {
    postOutputDueAttempt: {
      if (typeof due !== "string") break postOutputDueAttempt;
      dueOut = [1, due];
    }
  }
  if (dueOut === invalid) return invalid;
  if (!Number.isFinite(zero) || Object.is(zero, -0)) return invalid;
  if (flag !== 1n && flag !== "none") return invalid;
  const postOutputOut: Record<string, unknown> = { at: at.toISOString(), amount: amountText };
  if (memoOut !== undefined) postOutputOut["memo"] = memoOut;
  postOutputOut["tags"] = tagsOut;
  postOutputOut["shares"] = sharesOut;
  postOutputOut["gaps"] = gapsOut;
  if (openOut !== undefined) postOutputOut["open"] = openOut;
  postOutputOut["rate"] = rateOut;
  postOutputOut["due"] = dueOut;
  postOutputOut["zero"] = zero;
  postOutputOut["flag"] = flag === 1n ? "1" : flag;
  return postOutputOut;
}

function checkCloseInputForm(): Check {
  return object(
    {
      from: optional(date()),
      to: optional(optional(date())),
      open: optional(string()),
      note: optional(string()),
    },
    loose,
  );
}

function checkCloseOutputForm(): Check {
  return object({ at: optional(date()), of: optional(set(number())) }, loose);
}

function checkWaitInput(): Check {
  return object({ for: named(checkMinutes) });
}

function checkWaitOutput(): Check {
  return array(named(checkMinutes));
}

function checkEitherPayload(): Check {
  return taggedExclusive(object({ on: date() }), object({ by: bigint() }));
}

function readEitherPayload(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const eitherPayloadForm: unknown = input[1];
  let eitherPayloadIn: unknown;
  switch (input[0]) {
    case 0: {
      if (!isObject(eitherPayloadForm)) return invalid;
      const { on } = eitherPayloadForm;
      const onDate = decodeDate(on);
      if (onDate === undefined) return invalid;
      eitherPayloadIn = { on: onDate };
      break;
    }
    case 1: {
      if (!isObject(eitherPayloadForm)) return invalid;
      const { by } = eitherPayloadForm;
      const byBigint = decodeBigint(by);
      if (byBigint === undefined) return invalid;
      eitherPayloadIn = { by: byBigint };
      break;
    }
    default:
      return invalid;
  }
  return eitherPayloadIn;
}
