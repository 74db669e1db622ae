// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b6504c4454f463c4

/** @see [contract/studio.ts:4](../contract/studio.ts#L4) */
export interface Stroke {
  x: number;
  y: number;
  drawnAt: Date;
}
