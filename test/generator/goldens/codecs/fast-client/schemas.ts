// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a2108223481bfe4d

import { type Check, codec, regex, string } from "wirepact/client";
import { IsbnText as ContractIsbnText, type Isbn } from "../contract/library.js";

/** @see [contract/library.ts:13](../contract/library.ts#L13) */
export type IsbnText = Isbn;

/** Makes the check of `IsbnText`. */
export function checkIsbnText(): Check {
  return codec(ContractIsbnText, string(regex(/^\d{13}$/)));
}
