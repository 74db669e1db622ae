// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:1177c69eb19e4b51

/**
 * What JSON has no form for.
 *
 * @see [contract/ledger.ts:5](../contract/ledger.ts#L5)
 */
export interface Entry {
  at: Date;
  amount: bigint;
  memo?: Uint8Array<ArrayBuffer> | undefined;
  tags: Set<string>;
  shares: Map<string, bigint>;
  gaps: (Date | null | undefined)[];
  open: boolean;
  rate: number;
  due: Date | string;
  zero: number;
  flag: 1n | "none";
}

/**
 * What JSON has no form for.
 *
 * @see [contract/ledger.ts:5](../contract/ledger.ts#L5)
 */
export interface EntryInit {
  at: Date;
  amount: bigint;
  memo?: Uint8Array<ArrayBuffer> | undefined;
  tags: Set<string>;
  shares: Map<string, bigint>;
  gaps: (Date | null | undefined)[];
  open?: boolean | undefined;
  rate: number;
  due: Date | string;
  zero: number;
  flag: 1n | "none";
}

/**
 * Sent as minutes, meant as milliseconds.
 *
 * @see [contract/ledger.ts:20](../contract/ledger.ts#L20)
 */
export type Minutes = number;
