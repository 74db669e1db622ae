// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:220b34587f7451ee

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
  payloadCheck,
  readonly,
  record,
  string,
  template,
  trim,
  tuple,
  union,
} from "wirepact/client";
import { checkSettings, checkShape, checkTree } from "./schemas.checks.js";

/** `shapes` as the runtime sees it. */
export const shapesDefinition: ClientDefinition = {
  name: "shapes",
  path: "/shapes",
  fingerprint: "8c20f74bd905849c",
  call: {
    saveSettings: outgoingCall({
      input: payloadCheck(() => named(checkSettings)),
      output: payloadCheck(() => named(checkSettings)),
    }),
    draw: outgoingCall({
      input: payloadCheck(() => named(checkShape)),
      output: payloadCheck(() => array(named(checkShape))),
    }),
    grow: outgoingCall({
      input: payloadCheck(() => named(checkTree)),
      output: payloadCheck(() => nullable(named(checkTree))),
    }),
    trimmed: outgoingCall({
      input: payloadCheck(() =>
        object({ name: string(trim, min(1), max(40), lower), size: custom(string()) }),
      ),
      output: payloadCheck(() => oneOf("one", "two")),
    }),
  },
  emit: {
    fields: outgoingEvent(
      payloadCheck(() =>
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
      payloadCheck(() =>
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
    loose: outgoingEvent(payloadCheck(() => object({ id: string() }, loose))),
    counters: outgoingEvent(
      payloadCheck(() => object({ total: number(), note: optional(string()) }, others(number()))),
    ),
    coerced: outgoingEvent(
      payloadCheck(() => object({ count: coerced(Number, number()), on: coerced(Boolean, boolean) })),
    ),
    nothing: outgoingEvent(payloadCheck(() => object({}))),
    anything: outgoingEvent(payloadCheck(() => anything)),
    list: outgoingEvent(payloadCheck(() => array(object({ id: string(), tags: array(string()) })))),
  },
  on: {
    settingsChanged: incomingEvent(payloadCheck(() => named(checkSettings))),
    long: incomingEvent(
      payloadCheck(() =>
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
