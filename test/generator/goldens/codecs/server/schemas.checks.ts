// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:747a93b3a7b269e0

import { type Check, codec, regex, string } from "wirepact/server";
import { IsbnText } from "../contract/library.js";

/** Makes the check of `IsbnText`. */
export function checkIsbnText(): Check {
  return codec(IsbnText, string(regex(/^\d{13}$/)));
}
