// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:362416f733d40a26

/** @see [contract/board.ts:4](../contract/board.ts#L4) */
export type TeamId = string;
