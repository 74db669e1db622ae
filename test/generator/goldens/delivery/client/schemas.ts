// Made by wirepact from contract/feed.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:36b9dd467688e0f5

/** @see [contract/feed.ts:4](../contract/feed.ts#L4) */
export interface Price {
  share: string;
  cents: number;
}
