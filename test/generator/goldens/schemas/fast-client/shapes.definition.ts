// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:77dd839a0b497130

// @ts-nocheck: made to its types, and tested so.

import {
  anything,
  array,
  boolean,
  type ClientDefinition,
  coerced,
  custom,
  exactOptional,
  exhaustive,
  incomingEvent,
  int,
  intersection,
  loose,
  lower,
  max,
  min,
  named,
  nullable,
  number,
  object,
  oneOf,
  only,
  optional,
  orNull,
  others,
  outgoingCall,
  outgoingEvent,
  readonly,
  record,
  straightCheck,
  string,
  template,
  trim,
  tuple,
  union,
} from "wirepact/client";
import { checkSettings, checkShape, checkTree, readSettings } from "./schemas.checks.js";
import {
  readDrawOutput,
  readGrowOutput,
  readLongPayload,
  readTrimmedOutput,
  writeAnythingPayload,
  writeCoercedPayload,
  writeCountersPayload,
  writeDrawInput,
  writeFieldsPayload,
  writeGrowInput,
  writeListPayload,
  writeLoosePayload,
  writeNothingPayload,
  writeRecordsPayload,
  writeSaveSettingsInput,
  writeTrimmedInput,
} from "./shapes.checks.js";

/** `shapes` as the runtime sees it. */
export const shapesDefinition: ClientDefinition = {
  name: "shapes",
  path: "/shapes",
  fingerprint: "8c20f74bd905849c",
  call: {
    saveSettings: outgoingCall({
      input: straightCheck({ write: writeSaveSettingsInput }, () => named(checkSettings)),
      output: straightCheck({ read: readSettings }, () => named(checkSettings)),
    }),
    draw: outgoingCall({
      input: straightCheck({ write: writeDrawInput }, () => named(checkShape)),
      output: straightCheck({ read: readDrawOutput }, () => array(named(checkShape))),
    }),
    grow: outgoingCall({
      input: straightCheck({ write: writeGrowInput }, () => named(checkTree)),
      output: straightCheck({ read: readGrowOutput }, () => nullable(named(checkTree))),
    }),
    trimmed: outgoingCall({
      input: straightCheck({ write: writeTrimmedInput }, () =>
        object({ name: string(trim, min(1), max(40), lower), size: custom(string()) }),
      ),
      output: straightCheck({ read: readTrimmedOutput }, () => oneOf("one", "two")),
    }),
  },
  emit: {
    fields: outgoingEvent(
      straightCheck({ write: writeFieldsPayload }, () =>
        object({
          "first name": string(),
          "x-y": nullable(number()),
          __proto: optional(string()),
          exact: exactOptional(string()),
          "it's": oneOf("a", 'say "hi"', 3, -1, true, null),
          ünï: template(/^v-?\d+(?:\.\d+)?$/),
        }),
      ),
    ),
    records: outgoingEvent(
      straightCheck({ write: writeRecordsPayload }, () =>
        object({
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
        }),
      ),
    ),
    loose: outgoingEvent(straightCheck({ write: writeLoosePayload }, () => object({ id: string() }, loose))),
    counters: outgoingEvent(
      straightCheck({ write: writeCountersPayload }, () =>
        object({ total: number(), note: optional(string()) }, others(number())),
      ),
    ),
    coerced: outgoingEvent(
      straightCheck({ write: writeCoercedPayload }, () =>
        object({ count: coerced(Number, number()), on: coerced(Boolean, boolean) }),
      ),
    ),
    nothing: outgoingEvent(straightCheck({ write: writeNothingPayload }, () => object({}))),
    anything: outgoingEvent(straightCheck({ write: writeAnythingPayload }, () => anything)),
    list: outgoingEvent(
      straightCheck({ write: writeListPayload }, () =>
        array(object({ id: string(), tags: array(string()) })),
      ),
    ),
  },
  on: {
    settingsChanged: incomingEvent(straightCheck({ read: readSettings }, () => named(checkSettings))),
    long: incomingEvent(
      straightCheck({ read: readLongPayload }, () =>
        oneOf(
          "the first of many values",
          "the second of many values",
          "the third of many values",
          "the fourth of many values",
        ),
      ),
    ),
  },
};
