// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:719fd9491964be0c

// @ts-nocheck: made to its types, and tested so.

import { type Check, file, maxBytes, mime, minBytes, object, string } from "wirepact/client";

/** Makes the check of `Photo`. */
export function checkPhoto(): Check {
  return object({
    title: string(),
    image: file("file", minBytes(1), maxBytes(100_000), mime("image/png", "image/jpeg")),
  });
}
