// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b22b59508944a2e5

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, invalid, isJson, isObject, isPlainObject, stringKeys } from "wirepact/client";
import { breaksColor, readTree, writeTree } from "./schemas.checks.js";

const itSValues = /* @__PURE__ */ new Set<unknown>(["a", 'say "hi"', 3, -1, true, null]);
const nPattern = /^v-?\d+(?:\.\d+)?$/;

export function writeSaveSettingsInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { color, volume, nested } = input;
  if (color !== undefined && breaksColor(color)) return invalid;
  const volumeGiven: unknown = volume === undefined ? 0.5 : volume;
  if (
    typeof volumeGiven !== "number" ||
    !Number.isFinite(volumeGiven) ||
    volumeGiven < 0 ||
    volumeGiven > 1 ||
    Object.is(volumeGiven, -0)
  ) {
    return invalid;
  }
  const saveSettingsInputVolumeGiven: unknown = volume === undefined ? undefined : volumeGiven;
  let nestedOut: unknown;
  if (nested !== undefined) {
    if (!isObject(nested)) return invalid;
    const { on } = nested;
    if (on !== undefined && typeof on !== "boolean") return invalid;
    const saveSettingsInputNestedOut: Record<string, unknown> = {};
    if (on !== undefined) saveSettingsInputNestedOut["on"] = on;
    nestedOut = saveSettingsInputNestedOut;
  }
  const saveSettingsInputOut: Record<string, unknown> = {};
  if (color !== undefined) saveSettingsInputOut["color"] = color;
  if (saveSettingsInputVolumeGiven !== undefined) {
    saveSettingsInputOut["volume"] = saveSettingsInputVolumeGiven;
  }
  if (nestedOut !== undefined) saveSettingsInputOut["nested"] = nestedOut;
  return saveSettingsInputOut;
}

export function writeDrawInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  let drawInputOut: unknown;
  switch (input["kind"]) {
    case "circle": {
      const { radius } = input;
      if (typeof radius !== "number" || !Number.isFinite(radius) || radius <= 0) return invalid;
      drawInputOut = { kind: "circle", radius };
      break;
    }
    case "box": {
      const { width, height } = input;
      if (!Number.isFinite(width) || Object.is(width, -0)) return invalid;
      if (!Number.isFinite(height) || Object.is(height, -0)) return invalid;
      drawInputOut = { kind: "box", width, height };
      break;
    }
    default:
      return invalid;
  }
  return drawInputOut;
}

export function readDrawOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const drawOutputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (!isObject(item)) return invalid;
    let itemIn: unknown;
    switch (item["kind"]) {
      case "circle": {
        const { radius } = item;
        if (typeof radius !== "number" || !Number.isFinite(radius) || radius <= 0) return invalid;
        itemIn = { kind: "circle", radius };
        break;
      }
      case "box": {
        const { width, height } = item;
        if (!Number.isFinite(width)) return invalid;
        if (!Number.isFinite(height)) return invalid;
        itemIn = { kind: "box", width, height };
        break;
      }
      default:
        return invalid;
    }
    drawOutputIn[index] = itemIn;
  }
  return drawOutputIn;
}

export function writeGrowInput(input: unknown): unknown {
  try {
    return writeTree(input);
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function readGrowOutput(input: unknown): unknown {
  try {
    let growOutputIn: unknown = null;
    if (input !== null) {
      const valueIn = readTree(input);
      if (valueIn === invalid) return invalid;
      growOutputIn = valueIn;
    }
    return growOutputIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeFieldsPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { "first name": firstName, "x-y": xY, __proto: proto, exact, "it's": itS, ünï: n } = input;
  if (typeof firstName !== "string") return invalid;
  if (xY !== null && (!Number.isFinite(xY) || Object.is(xY, -0))) return invalid;
  if (proto !== undefined && typeof proto !== "string") return invalid;
  if (exact !== undefined && typeof exact !== "string") return invalid;
  if (!itSValues.has(itS)) return invalid;
  if (typeof n !== "string" || !nPattern.test(n)) return invalid;
  const fieldsPayloadOut: Record<string, unknown> = { "first name": firstName, "x-y": xY };
  if (proto !== undefined) fieldsPayloadOut["__proto"] = proto;
  if (exact !== undefined) fieldsPayloadOut["exact"] = exact;
  fieldsPayloadOut["it's"] = itS;
  fieldsPayloadOut["ünï"] = n;
  return fieldsPayloadOut;
}

export function writeRecordsPayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { byName, byColor, partly, point, maybe, rest, mixed, frozen, frozenObject, both } = input;
    if (!isPlainObject(byName)) return invalid;
    const byNameOut: Record<string, unknown> = {};
    for (const key of stringKeys(byName)) {
      if (key === "__proto__") continue;
      const value = byName[key];
      if (value === undefined) continue;
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return invalid;
      byNameOut[key] = value;
    }
    if (!isPlainObject(byColor)) return invalid;
    const byColorOut: Record<string, unknown> = {};
    const red = byColor["red"];
    if (typeof red !== "boolean") return invalid;
    byColorOut["red"] = red;
    const green = byColor["green"];
    if (typeof green !== "boolean") return invalid;
    byColorOut["green"] = green;
    const deepBlue = byColor["deep blue"];
    if (typeof deepBlue !== "boolean") return invalid;
    byColorOut["deep blue"] = deepBlue;
    for (const byColorKey in byColor) {
      if (byColorKey !== "red" && byColorKey !== "green" && byColorKey !== "deep blue") return invalid;
    }
    if (!isPlainObject(partly)) return invalid;
    const partlyOut: Record<string, unknown> = {};
    for (const partlyKey of stringKeys(partly)) {
      if (partlyKey === "__proto__") continue;
      const partlyValue = partly[partlyKey];
      if (partlyValue === undefined) continue;
      if (partlyKey !== "a" && partlyKey !== "b") return invalid;
      if (typeof partlyValue !== "string") return invalid;
      partlyOut[partlyKey] = partlyValue;
    }
    if (!Array.isArray(point) || point.length !== 2) return invalid;
    const first: unknown = point[0];
    if (!Number.isFinite(first) || Object.is(first, -0)) return invalid;
    const second: unknown = point[1];
    if (!Number.isFinite(second) || Object.is(second, -0)) return invalid;
    if (!Array.isArray(maybe) || maybe.length < 1 || maybe.length > 2) return invalid;
    let maybeLength = maybe.length;
    while (maybeLength > 1 && maybe[maybeLength - 1] === undefined) {
      maybeLength--;
    }
    const maybeFirst: unknown = maybe[0];
    if (typeof maybeFirst !== "string") return invalid;
    const maybeOut: unknown[] = [maybeFirst];
    if (maybeLength > 1) {
      const maybeSecond: unknown = maybe[1];
      if (maybeSecond !== undefined && typeof maybeSecond !== "string") return invalid;
      maybeOut.push(maybeSecond === undefined ? null : maybeSecond);
    }
    if (!Array.isArray(rest)) return invalid;
    const restFirst: unknown = rest[0];
    if (typeof restFirst !== "string") return invalid;
    const restOut: unknown[] = [restFirst];
    for (let index = 1; index < rest.length; index++) {
      const item: unknown = rest[index];
      if (!Number.isFinite(item) || Object.is(item, -0)) return invalid;
      restOut[index] = item;
    }
    if (!Array.isArray(mixed)) return invalid;
    const mixedOut = new Array<unknown>(mixed.length);
    for (let mixedIndex = 0; mixedIndex < mixed.length; mixedIndex++) {
      const mixedItem: unknown = mixed[mixedIndex];
      if (typeof mixedItem !== "string" && !Number.isFinite(mixedItem) && mixedItem !== null) return invalid;
      mixedOut[mixedIndex] = mixedItem;
    }
    if (!Array.isArray(frozen)) return invalid;
    const frozenOut = new Array<unknown>(frozen.length);
    for (let frozenIndex = 0; frozenIndex < frozen.length; frozenIndex++) {
      const frozenItem: unknown = frozen[frozenIndex];
      if (typeof frozenItem !== "string") return invalid;
      frozenOut[frozenIndex] = frozenItem;
    }
    if (!isObject(frozenObject)) return invalid;
    const { a } = frozenObject;
    if (typeof a !== "string") return invalid;
    if (!isObject(both)) return invalid;
    const { a: bothA, b } = both;
    if (typeof bothA !== "string") return invalid;
    if (typeof b !== "string") return invalid;
    return {
      byName: byNameOut,
      byColor: byColorOut,
      partly: partlyOut,
      point: [first, second],
      maybe: maybeOut,
      rest: restOut,
      mixed: mixedOut,
      frozen: frozenOut,
      frozenObject: { a },
      both: { a: bothA, b },
    };
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeLoosePayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { id } = input;
    if (typeof id !== "string") return invalid;
    const loosePayloadOut: Record<string, unknown> = { id };
    for (const key in input) {
      if (key === "id" || key === "__proto__") continue;
      const value = input[key];
      if (value === undefined) continue;
      if (!isJson(value)) return invalid;
      loosePayloadOut[key] = value;
    }
    return loosePayloadOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeCountersPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { total, note } = input;
  if (!Number.isFinite(total) || Object.is(total, -0)) return invalid;
  if (note !== undefined && typeof note !== "string") return invalid;
  const countersPayloadOut: Record<string, unknown> = { total };
  if (note !== undefined) countersPayloadOut["note"] = note;
  for (const key in input) {
    if (key === "total" || key === "note" || key === "__proto__") continue;
    const value = input[key];
    if (value === undefined) continue;
    if (!Number.isFinite(value) || Object.is(value, -0)) return invalid;
    countersPayloadOut[key] = value;
  }
  return countersPayloadOut;
}

export function writeCoercedPayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { count, on } = input;
    if (count === undefined) return invalid;
    const countNumber = Number(count);
    if (!Number.isFinite(countNumber) || Object.is(countNumber, -0)) return invalid;
    if (on === undefined) return invalid;
    return { count: countNumber, on: Boolean(on) };
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeTrimmedInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name, size } = input;
  if (typeof name !== "string") return invalid;
  const nameTrimmed = name.trim();
  if (nameTrimmed.length < 1 || (nameTrimmed.length > 40 && countCodePoints(nameTrimmed) > 40)) {
    return invalid;
  }
  if (typeof size !== "string") return invalid;
  return { name, size };
}

export function readTrimmedOutput(input: unknown): unknown {
  if (input !== "one" && input !== "two") return invalid;
  return input;
}

export function writeNothingPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  return {};
}

export function writeAnythingPayload(input: unknown): unknown {
  try {
    if (!isJson(input)) return invalid;
    return input;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function writeListPayload(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const listPayloadOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (!isObject(item)) return invalid;
    const { id, tags } = item;
    if (typeof id !== "string") return invalid;
    if (!Array.isArray(tags)) return invalid;
    const tagsOut = new Array<unknown>(tags.length);
    for (let tagsIndex = 0; tagsIndex < tags.length; tagsIndex++) {
      const tagsItem: unknown = tags[tagsIndex];
      if (typeof tagsItem !== "string") return invalid;
      tagsOut[tagsIndex] = tagsItem;
    }
    listPayloadOut[index] = { id, tags: tagsOut };
  }
  return listPayloadOut;
}

export function readLongPayload(input: unknown): unknown {
  if (
    input !== "the first of many values" &&
    input !== "the second of many values" &&
    input !== "the third of many values" &&
    input !== "the fourth of many values"
  ) {
    return invalid;
  }
  return input;
}
