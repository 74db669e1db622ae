// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:fe029c1c11faba9b

/**
 * Names a corner.
 *
 * @see [contract/hall.ts:7](../contract/hall.ts#L7)
 */
export type CornerName = string;
