// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bf8642765e00586f

import type { Isbn } from "../contract/library.js";

/** @see [contract/library.ts:9](../contract/library.ts#L9) */
export type IsbnText = Isbn;
