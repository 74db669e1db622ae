// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7d0de918fa5acee4

import type { Isbn } from "../contract/library.js";

/** @see [contract/library.ts:13](../contract/library.ts#L13) */
export type IsbnText = Isbn;
