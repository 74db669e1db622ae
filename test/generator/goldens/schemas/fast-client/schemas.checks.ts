// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3dfe4cae42b8cef6

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  boolean,
  type Check,
  discriminated,
  gt,
  gte,
  invalid,
  isObject,
  lte,
  named,
  number,
  object,
  oneOf,
  optional,
  prefault,
  string,
  withDefault,
} from "wirepact/client";

/** Makes the check of `Color`. */
export function checkColor(): Check {
  return oneOf("red", "green", "deep blue");
}

/** Makes the check of `Settings`. */
export function checkSettings(): Check {
  return object({
    color: withDefault("red", named(checkColor)),
    volume: prefault(0.5, number(gte(0), lte(1))),
    nested: optional(object({ on: withDefault(true, boolean) })),
  });
}

/** Makes the check of `Shape`. */
export function checkShape(): Check {
  return discriminated("kind", [
    ["circle", object({ kind: oneOf("circle"), radius: number(gt(0)) })],
    ["box", object({ kind: oneOf("box"), width: number(), height: number() })],
  ]);
}

/** Makes the check of `Tree`. */
export function checkTree(): Check {
  return object({ label: string(), children: array(named(checkTree)) });
}

export function readSettings(input: unknown): unknown {
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
  const settingsIn: Record<string, unknown> = {
    color: color === undefined ? "red" : color,
    volume: volumeGiven,
  };
  if (nested !== undefined || "nested" in input) settingsIn["nested"] = nestedIn;
  return settingsIn;
}

export function breaksColor(input: unknown): boolean {
  return input !== "red" && input !== "green" && input !== "deep blue";
}

export function writeTree(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { label, children } = input;
  if (typeof label !== "string") return invalid;
  if (!Array.isArray(children)) return invalid;
  const childrenOut = new Array<unknown>(children.length);
  for (let index = 0; index < children.length; index++) {
    const item: unknown = children[index];
    const itemOut = writeTree(item);
    if (itemOut === invalid) return invalid;
    childrenOut[index] = itemOut;
  }
  return { label, children: childrenOut };
}

export function readTree(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { label, children } = input;
  if (typeof label !== "string") return invalid;
  if (!Array.isArray(children)) return invalid;
  const childrenIn = new Array<unknown>(children.length);
  for (let index = 0; index < children.length; index++) {
    const item: unknown = children[index];
    const itemIn = readTree(item);
    if (itemIn === invalid) return invalid;
    childrenIn[index] = itemIn;
  }
  return { label, children: childrenIn };
}
