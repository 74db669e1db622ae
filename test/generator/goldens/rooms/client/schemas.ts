// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:dae1031617305900

import type { PlanTable } from "wirepact/client";

/** @see [contract/board.ts:4](../contract/board.ts#L4) */
export type TeamId = string;

/** What the runtime checks payloads by, for the schemas that have a name. */
export const plans: PlanTable = {
  TeamId: ["string", ["max", 20]],
};
