// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f9e86241b4867b1a

// @ts-nocheck: made to its types, and tested so.

import {
  decodeBigint,
  decodeBytes,
  decodeDate,
  encodeBigint,
  invalid,
  isDate,
  isObject,
} from "wirepact/client";

const trueValues = /* @__PURE__ */ new Set<unknown>(["true", "1", "yes", "on", "y", "enabled"]);
const falseValues = /* @__PURE__ */ new Set<unknown>(["false", "0", "no", "off", "n", "disabled"]);

export function writePostInput(input: unknown): unknown {
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
    postInputRateAttempt: {
      if (!Number.isNaN(rate)) break postInputRateAttempt;
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
    postInputDueAttempt: {
      if (typeof due !== "string") break postInputDueAttempt;
      dueOut = [1, due];
    }
  }
  if (dueOut === invalid) return invalid;
  if (!Number.isFinite(zero) || Object.is(zero, -0)) return invalid;
  if (flag !== 1n && flag !== "none") return invalid;
  const postInputOut: Record<string, unknown> = { at: at.toISOString(), amount: amountText };
  if (memoOut !== undefined) postInputOut["memo"] = memoOut;
  postInputOut["tags"] = tagsOut;
  postInputOut["shares"] = sharesOut;
  postInputOut["gaps"] = gapsOut;
  if (openOut !== undefined) postInputOut["open"] = openOut;
  postInputOut["rate"] = rateOut;
  postInputOut["due"] = dueOut;
  postInputOut["zero"] = zero;
  postInputOut["flag"] = flag === 1n ? "1" : flag;
  return postInputOut;
}

export function readPostOutput(input: unknown): unknown {
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
    postOutputRateAttempt: {
      if (rate !== "NaN") break postOutputRateAttempt;
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
  const postOutputIn: Record<string, unknown> = { at: atDate, amount: amountBigint };
  if (memo !== undefined || "memo" in input) postOutputIn["memo"] = memoIn;
  postOutputIn["tags"] = tagsSet;
  postOutputIn["shares"] = sharesMap;
  postOutputIn["gaps"] = gapsIn;
  postOutputIn["open"] = openIn;
  postOutputIn["rate"] = rateIn;
  postOutputIn["due"] = dueIn;
  postOutputIn["zero"] = zero;
  postOutputIn["flag"] = flag === "1" ? 1n : flag;
  return postOutputIn;
}

export function writeCloseInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, to, open, note } = input;
  if (!isDate(from)) return invalid;
  let toOut: unknown;
  if (to !== undefined) {
    let closeInputToOut: unknown;
    if (to !== undefined) {
      if (!isDate(to)) return invalid;
      closeInputToOut = to.toISOString();
    }
    toOut = closeInputToOut;
  }
  if (typeof open !== "boolean") return invalid;
  if (typeof note !== "string") return invalid;
  const closeInputOut: Record<string, unknown> = { from: from.toISOString() };
  if (toOut !== undefined) closeInputOut["to"] = toOut;
  closeInputOut["open"] = open ? "true" : "false";
  closeInputOut["note"] = note;
  return closeInputOut;
}

export function readCloseOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { at, of } = input;
  const atDate = decodeDate(at);
  if (atDate === undefined) return invalid;
  if (!Array.isArray(of)) return invalid;
  const ofSet = new Set<unknown>();
  for (const item of of as unknown[]) {
    if (!Number.isFinite(item)) return invalid;
    ofSet.add(item);
  }
  if (ofSet.size < of.length) return invalid;
  return { at: atDate, of: ofSet };
}

export function writeEitherPayload(input: unknown): unknown {
  let eitherPayloadOut: unknown = invalid;
  eitherPayloadAttempt: {
    if (!isObject(input)) break eitherPayloadAttempt;
    const { on } = input;
    if (!isDate(on)) break eitherPayloadAttempt;
    eitherPayloadOut = [0, { on: on.toISOString() }];
  }
  valueAttempt: {
    if (!isObject(input)) break valueAttempt;
    const { by } = input;
    if (typeof by !== "bigint") break valueAttempt;
    const byText = encodeBigint(by);
    if (byText === undefined) break valueAttempt;
    if (eitherPayloadOut !== invalid) return invalid;
    eitherPayloadOut = [1, { by: byText }];
  }
  if (eitherPayloadOut === invalid) return invalid;
  return eitherPayloadOut;
}
