// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5f8dd5cb7fc434c1

import { invalid, isObject } from "wirepact/client";

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
