// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:9f21c0f5f2101819

/**
 * Names a corner.
 *
 * @see [contract/hall.ts:7](../contract/hall.ts#L7)
 */
export type CornerName = string;

/** @see [contract/hall.ts:4](../contract/hall.ts#L4) */
export type Task = "cook" | "serve";
