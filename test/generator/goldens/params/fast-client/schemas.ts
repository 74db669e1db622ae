// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5672f8a7c805915d

/** @see [contract/org.ts:4](../contract/org.ts#L4) */
export type OrgId = string;
