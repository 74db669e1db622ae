// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:42af18f2cb7e1911

// @ts-nocheck: made to its types, and tested so.

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
