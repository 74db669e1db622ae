// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:050ed5aaca5a416a

import {
  array,
  boolean,
  type Check,
  discriminated,
  gt,
  gte,
  invalid,
  isObject,
  lined,
  lte,
  named,
  number,
  object,
  oneOf,
  optional,
  prefault,
  stopAt,
  string,
  withDefault,
} from "wirepact/server";

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
  return object({
    label: string(),
    children: array(lined({ read: readTree, write: writeTree }, named(checkTree))),
  });
}

export function writeSettings(input: unknown): unknown {
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
  const settingsVolumeGiven: unknown = volume === undefined ? undefined : volumeGiven;
  let nestedOut: unknown;
  if (nested !== undefined) {
    if (!isObject(nested)) return invalid;
    const { on } = nested;
    if (on !== undefined && typeof on !== "boolean") return invalid;
    const settingsNestedOut: Record<string, unknown> = {};
    if (on !== undefined) settingsNestedOut["on"] = on;
    nestedOut = settingsNestedOut;
  }
  const settingsOut: Record<string, unknown> = {};
  if (color !== undefined) settingsOut["color"] = color;
  if (settingsVolumeGiven !== undefined) settingsOut["volume"] = settingsVolumeGiven;
  if (nestedOut !== undefined) settingsOut["nested"] = nestedOut;
  return settingsOut;
}

export function breaksColor(input: unknown): boolean {
  return input !== "red" && input !== "green" && input !== "deep blue";
}

export function writeShape(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  let shapeOut: unknown;
  switch (input["kind"]) {
    case "circle": {
      const { radius } = input;
      if (typeof radius !== "number" || !Number.isFinite(radius) || radius <= 0) return invalid;
      shapeOut = { kind: "circle", radius };
      break;
    }
    case "box": {
      const { width, height } = input;
      if (!Number.isFinite(width) || Object.is(width, -0)) return invalid;
      if (!Number.isFinite(height) || Object.is(height, -0)) return invalid;
      shapeOut = { kind: "box", width, height };
      break;
    }
    default:
      return invalid;
  }
  return shapeOut;
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
    if (itemIn === invalid) return stopAt(readTree, children, childrenIn.slice(0, index));
    childrenIn[index] = itemIn;
  }
  return { label, children: childrenIn };
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
    if (itemOut === invalid) return stopAt(writeTree, children, childrenOut.slice(0, index));
    childrenOut[index] = itemOut;
  }
  return { label, children: childrenOut };
}
