// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:91dd3cebe4758efd

import { type Check, date, number, object } from "wirepact/client";

/** @see [contract/studio.ts:4](../contract/studio.ts#L4) */
export interface Stroke {
  x: number;
  y: number;
  drawnAt: Date;
}

/** Makes the check of `Stroke`. */
export function checkStroke(): Check {
  return object({ x: number(), y: number(), drawnAt: date() });
}
