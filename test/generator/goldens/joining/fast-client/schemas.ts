// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a557e0882539f069

import { type Check, max, oneOf, string } from "wirepact/client";

/**
 * Names a corner.
 *
 * @see [contract/hall.ts:7](../contract/hall.ts#L7)
 */
export type CornerName = string;

/** @see [contract/hall.ts:4](../contract/hall.ts#L4) */
export type Task = "cook" | "serve";

/** Makes the check of `CornerName`. */
export function checkCornerName(): Check {
  return string(max(100));
}

/** Makes the check of `Task`. */
export function checkTask(): Check {
  return oneOf("cook", "serve");
}
