// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ef1ebd02ff60ac92

import {
  anything,
  array,
  boolean,
  type ChannelDefinition,
  type Check,
  coerced,
  exactOptional,
  exhaustive,
  fromContract,
  int,
  intersection,
  invalid,
  isObject,
  isPlainObject,
  lined,
  loose,
  named,
  nullable,
  number,
  object,
  oneOf,
  only,
  optional,
  orNull,
  others,
  payloadCheck,
  readonly,
  record,
  stopAt,
  string,
  stringKeys,
  template,
  tuple,
  union,
} from "wirepact/server";
import { shapes } from "../contract/shapes.js";
import {
  breaksColor,
  checkSettings,
  checkShape,
  checkTree,
  readTree,
  writeSettings,
  writeShape,
  writeTree,
} from "./schemas.checks.js";

/** `shapes` as the runtime sees it. */
export const shapesDefinition: ChannelDefinition = {
  name: "shapes",
  path: "/shapes",
  fingerprint: "8c20f74bd905849c",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    saveSettings: {
      kind: "call",
      input: payloadCheck(checkSettings, { read: readSaveSettingsInput }),
      output: payloadCheck(checkSettings, { write: writeSettings }),
      errors: {},
    },
    draw: {
      kind: "call",
      input: payloadCheck(checkShape, { read: readDrawInput }),
      output: payloadCheck(checkDrawOutput, { write: writeDrawOutput }),
      errors: {},
    },
    grow: {
      kind: "call",
      input: payloadCheck(checkTree, { read: readGrowInput }),
      output: payloadCheck(checkGrowOutput, { write: writeGrowOutput }),
      errors: {},
    },
    fields: { kind: "event", payload: payloadCheck(checkFieldsPayload, { read: readFieldsPayload }) },
    records: { kind: "event", payload: payloadCheck(checkRecordsPayload, { read: readRecordsPayload }) },
    loose: {
      kind: "event",
      payload: payloadCheck(checkLoosePayload, { read: readLoosePayload, mayAttach: true }),
    },
    counters: { kind: "event", payload: payloadCheck(checkCountersPayload, { read: readCountersPayload }) },
    coerced: {
      kind: "event",
      payload: payloadCheck(checkCoercedPayload, { read: readCoercedPayload, mayAttach: true }),
    },
    trimmed: {
      kind: "call",
      input: fromContract(shapes.clientToServer.trimmed.input, { isOpaque: true }),
      output: payloadCheck(checkTrimmedOutput, { write: writeTrimmedOutput }),
      errors: {},
    },
    nothing: { kind: "event", payload: payloadCheck(checkNothingPayload, { read: readNothingPayload }) },
    anything: {
      kind: "event",
      payload: payloadCheck(checkAnythingPayload, { read: readAnythingPayload, mayAttach: true }),
    },
    list: { kind: "event", payload: payloadCheck(checkListPayload, { read: readListPayload }) },
  },
  serverToClient: {
    settingsChanged: { kind: "event", payload: payloadCheck(checkSettings, { write: writeSettings }) },
    long: { kind: "event", payload: payloadCheck(checkLongPayload, { write: writeLongPayload }) },
  },
};

const itSValues = /* @__PURE__ */ new Set<unknown>(["a", 'say "hi"', 3, -1, true, null]);
const nPattern = /^v-?\d+(?:\.\d+)?$/;

function readSaveSettingsInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { color, volume, nested } = input;
  if (color !== undefined && breaksColor(color)) return invalid;
  const volumeGiven: unknown = volume === undefined ? 0.5 : volume;
  if (
    typeof volumeGiven !== "number" ||
    !Number.isFinite(volumeGiven) ||
    volumeGiven < 0 ||
    volumeGiven > 1
  ) {
    return invalid;
  }
  let nestedIn: unknown;
  if (nested !== undefined) {
    if (!isObject(nested)) return invalid;
    const { on } = nested;
    if (on !== undefined && typeof on !== "boolean") return invalid;
    nestedIn = { on: on === undefined ? true : on };
  }
  const saveSettingsInputIn: Record<string, unknown> = {
    color: color === undefined ? "red" : color,
    volume: volumeGiven,
  };
  if (nested !== undefined || "nested" in input) saveSettingsInputIn["nested"] = nestedIn;
  return saveSettingsInputIn;
}

function readDrawInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  let drawInputIn: unknown;
  switch (input["kind"]) {
    case "circle": {
      const { radius } = input;
      if (typeof radius !== "number" || !Number.isFinite(radius) || radius <= 0) return invalid;
      drawInputIn = { kind: "circle", radius };
      break;
    }
    case "box": {
      const { width, height } = input;
      if (!Number.isFinite(width)) return invalid;
      if (!Number.isFinite(height)) return invalid;
      drawInputIn = { kind: "box", width, height };
      break;
    }
    default:
      return invalid;
  }
  return drawInputIn;
}

function checkDrawOutput(): Check {
  return array(lined({ write: writeShape }, named(checkShape)));
}

function writeDrawOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const drawOutputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemOut = writeShape(item);
    if (itemOut === invalid) return stopAt(writeShape, input, drawOutputOut.slice(0, index));
    drawOutputOut[index] = itemOut;
  }
  return drawOutputOut;
}

function readGrowInput(input: unknown): unknown {
  try {
    return readTree(input);
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function checkGrowOutput(): Check {
  return nullable(named(checkTree));
}

function writeGrowOutput(input: unknown): unknown {
  try {
    let growOutputOut: unknown = null;
    if (input !== null) {
      const valueOut = writeTree(input);
      if (valueOut === invalid) return invalid;
      growOutputOut = valueOut;
    }
    return growOutputOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function checkFieldsPayload(): Check {
  return object({
    "first name": string(),
    "x-y": nullable(number()),
    __proto: optional(string()),
    exact: exactOptional(string()),
    "it's": oneOf("a", 'say "hi"', 3, -1, true, null),
    ünï: template(/^v-?\d+(?:\.\d+)?$/),
  });
}

function readFieldsPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { "first name": firstName, "x-y": xY, __proto: proto, exact, "it's": itS, ünï: n } = input;
  if (typeof firstName !== "string") return invalid;
  if (xY !== null && !Number.isFinite(xY)) return invalid;
  if (proto !== undefined && typeof proto !== "string") return invalid;
  if ((exact !== undefined || "exact" in input) && typeof exact !== "string") return invalid;
  if (!itSValues.has(itS)) return invalid;
  if (typeof n !== "string" || !nPattern.test(n)) return invalid;
  const fieldsPayloadIn: Record<string, unknown> = { "first name": firstName, "x-y": xY };
  if (proto !== undefined || "__proto" in input) fieldsPayloadIn["__proto"] = proto;
  if (exact !== undefined || "exact" in input) fieldsPayloadIn["exact"] = exact;
  fieldsPayloadIn["it's"] = itS;
  fieldsPayloadIn["ünï"] = n;
  return fieldsPayloadIn;
}

function checkRecordsPayload(): Check {
  return object({
    byName: record(string(), number(int)),
    byColor: exhaustive(["red", "green", "deep blue"], boolean, "refused"),
    partly: record(oneOf("a", "b"), string(), "refused"),
    point: tuple([number(), number()]),
    maybe: tuple([string(), orNull(optional(string()))]),
    rest: tuple([string()], number()),
    mixed: array(union(string(), number(), only(null))),
    frozen: readonly(array(string())),
    frozenObject: readonly(object({ a: string() })),
    both: intersection(object({ a: string() }), object({ b: string() })),
  });
}

function readRecordsPayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { byName, byColor, partly, point, maybe, rest, mixed, frozen, frozenObject, both } = input;
    if (!isPlainObject(byName)) return invalid;
    const byNameIn: Record<string, unknown> = {};
    for (const key of stringKeys(byName)) {
      if (key === "__proto__") continue;
      const value = byName[key];
      if (!Number.isSafeInteger(value)) return invalid;
      byNameIn[key] = value;
    }
    if (!isPlainObject(byColor)) return invalid;
    const byColorIn: Record<string, unknown> = {};
    const red = byColor["red"];
    if (typeof red !== "boolean") return invalid;
    byColorIn["red"] = red;
    const green = byColor["green"];
    if (typeof green !== "boolean") return invalid;
    byColorIn["green"] = green;
    const deepBlue = byColor["deep blue"];
    if (typeof deepBlue !== "boolean") return invalid;
    byColorIn["deep blue"] = deepBlue;
    for (const byColorKey in byColor) {
      if (byColorKey !== "red" && byColorKey !== "green" && byColorKey !== "deep blue") return invalid;
    }
    if (!isPlainObject(partly)) return invalid;
    const partlyIn: Record<string, unknown> = {};
    for (const partlyKey of stringKeys(partly)) {
      if (partlyKey === "__proto__") continue;
      const partlyValue = partly[partlyKey];
      if (partlyKey !== "a" && partlyKey !== "b") return invalid;
      if (typeof partlyValue !== "string") return invalid;
      partlyIn[partlyKey] = partlyValue;
    }
    if (!Array.isArray(point) || point.length !== 2) return invalid;
    const first: unknown = point[0];
    if (!Number.isFinite(first)) return invalid;
    const second: unknown = point[1];
    if (!Number.isFinite(second)) return invalid;
    if (!Array.isArray(maybe) || maybe.length < 1 || maybe.length > 2) return invalid;
    const maybeFirst: unknown = maybe[0];
    if (typeof maybeFirst !== "string") return invalid;
    const maybeIn: unknown[] = [maybeFirst];
    if (maybe.length > 1) {
      const maybeSecond: unknown = maybe[1];
      const secondGiven: unknown = maybeSecond === null ? undefined : maybeSecond;
      if (secondGiven !== undefined && typeof secondGiven !== "string") return invalid;
      maybeIn.push(secondGiven);
    }
    if (!Array.isArray(rest)) return invalid;
    const restFirst: unknown = rest[0];
    if (typeof restFirst !== "string") return invalid;
    const restIn: unknown[] = [restFirst];
    for (let index = 1; index < rest.length; index++) {
      const item: unknown = rest[index];
      if (!Number.isFinite(item)) return invalid;
      restIn[index] = item;
    }
    if (!Array.isArray(mixed)) return invalid;
    const mixedIn = new Array<unknown>(mixed.length);
    for (let mixedIndex = 0; mixedIndex < mixed.length; mixedIndex++) {
      const mixedItem: unknown = mixed[mixedIndex];
      if (typeof mixedItem !== "string" && !Number.isFinite(mixedItem) && mixedItem !== null) return invalid;
      mixedIn[mixedIndex] = mixedItem;
    }
    if (!Array.isArray(frozen)) return invalid;
    const frozenIn = new Array<unknown>(frozen.length);
    for (let frozenIndex = 0; frozenIndex < frozen.length; frozenIndex++) {
      const frozenItem: unknown = frozen[frozenIndex];
      if (typeof frozenItem !== "string") return invalid;
      frozenIn[frozenIndex] = frozenItem;
    }
    if (!isObject(frozenObject)) return invalid;
    const { a } = frozenObject;
    if (typeof a !== "string") return invalid;
    if (!isObject(both)) return invalid;
    const { a: bothA, b } = both;
    if (typeof bothA !== "string") return invalid;
    if (typeof b !== "string") return invalid;
    return {
      byName: byNameIn,
      byColor: byColorIn,
      partly: partlyIn,
      point: [first, second],
      maybe: maybeIn,
      rest: restIn,
      mixed: mixedIn,
      frozen: Object.freeze(frozenIn),
      frozenObject: Object.freeze({ a }),
      both: { a: bothA, b },
    };
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function checkLoosePayload(): Check {
  return object({ id: string() }, loose);
}

function readLoosePayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id } = input;
  if (typeof id !== "string") return invalid;
  const loosePayloadIn: Record<string, unknown> = { id };
  for (const key in input) {
    if (key === "id" || key === "__proto__") continue;
    const value = input[key];
    loosePayloadIn[key] = value;
  }
  return loosePayloadIn;
}

function checkCountersPayload(): Check {
  return object({ total: number(), note: optional(string()) }, others(number()));
}

function readCountersPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { total, note } = input;
  if (!Number.isFinite(total)) return invalid;
  if (note !== undefined && typeof note !== "string") return invalid;
  const countersPayloadIn: Record<string, unknown> = { total };
  if (note !== undefined || "note" in input) countersPayloadIn["note"] = note;
  for (const key in input) {
    if (key === "total" || key === "note" || key === "__proto__") continue;
    const value = input[key];
    if (!Number.isFinite(value)) return invalid;
    countersPayloadIn[key] = value;
  }
  return countersPayloadIn;
}

function checkCoercedPayload(): Check {
  return object({ count: coerced(Number, number()), on: coerced(Boolean, boolean) });
}

function readCoercedPayload(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { count, on } = input;
    if (count === undefined && !("count" in input)) return invalid;
    const countNumber = Number(count);
    if (!Number.isFinite(countNumber)) return invalid;
    if (on === undefined && !("on" in input)) return invalid;
    return { count: countNumber, on: Boolean(on) };
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function checkTrimmedOutput(): Check {
  return oneOf("one", "two");
}

function writeTrimmedOutput(input: unknown): unknown {
  if (input !== "one" && input !== "two") return invalid;
  return input;
}

function checkNothingPayload(): Check {
  return object({});
}

function readNothingPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  return {};
}

function checkAnythingPayload(): Check {
  return anything;
}

function readAnythingPayload(input: unknown): unknown {
  return input;
}

function checkListPayload(): Check {
  return array(lined({ read: readListPayloadItem }, object({ id: string(), tags: array(string()) })));
}

function readListPayload(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const listPayloadIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemIn = readListPayloadItem(item);
    if (itemIn === invalid) return stopAt(readListPayloadItem, input, listPayloadIn.slice(0, index));
    listPayloadIn[index] = itemIn;
  }
  return listPayloadIn;
}

function checkLongPayload(): Check {
  return oneOf(
    "the first of many values",
    "the second of many values",
    "the third of many values",
    "the fourth of many values",
  );
}

function writeLongPayload(input: unknown): unknown {
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

function readListPayloadItem(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id, tags } = input;
  if (typeof id !== "string") return invalid;
  if (!Array.isArray(tags)) return invalid;
  const tagsIn = new Array<unknown>(tags.length);
  for (let index = 0; index < tags.length; index++) {
    const item: unknown = tags[index];
    if (typeof item !== "string") return invalid;
    tagsIn[index] = item;
  }
  return { id, tags: tagsIn };
}
