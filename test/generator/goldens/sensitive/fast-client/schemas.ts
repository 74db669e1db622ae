// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7a1d92c2a60f7c99

/**
 * A drawer, and what is in it.
 *
 * @see [contract/vault.ts:8](../contract/vault.ts#L8)
 */
export interface Drawer {
  label: string;
  /** Sensitive: not logged. */
  code: Secret;
  within: Drawer[];
}

/**
 * What nobody else may know.
 *
 * @see [contract/vault.ts:5](../contract/vault.ts#L5)
 */
export type Secret = string;
