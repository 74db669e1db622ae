// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:58c3c039909584d0

import {
  array,
  boolean,
  type Check,
  discriminated,
  gt,
  gte,
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

/** @see [contract/shapes.ts:12](../contract/shapes.ts#L12) */
export type Color = "red" | "green" | "deep blue";

/**
 * Settings whose writer may leave things out.
 *
 * @see [contract/shapes.ts:15](../contract/shapes.ts#L15)
 */
export interface Settings {
  color: Color;
  volume: number;
  nested?: { on: boolean } | undefined;
}

/**
 * Settings whose writer may leave things out.
 *
 * @see [contract/shapes.ts:15](../contract/shapes.ts#L15)
 */
export interface SettingsInit {
  color?: Color | undefined;
  volume?: number | undefined;
  nested?: { on?: boolean | undefined } | undefined;
}

/** @see [contract/shapes.ts:21](../contract/shapes.ts#L21) */
export type Shape = { kind: "circle"; radius: number } | { kind: "box"; width: number; height: number };

/**
 * A tree that holds itself.
 *
 * @see [contract/shapes.ts:5](../contract/shapes.ts#L5)
 */
export interface Tree {
  label: string;
  children: Tree[];
}

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
