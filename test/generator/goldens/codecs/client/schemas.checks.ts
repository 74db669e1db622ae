// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ec9cd9d698bd003f

// @ts-nocheck: made to its types, and tested so.

import { type Check, codec, regex, string } from "wirepact/client";
import { IsbnText } from "../contract/library.js";

/** Makes the check of `IsbnText`. */
export function checkIsbnText(): Check {
  return codec(IsbnText, string(regex(/^\d{13}$/)));
}
