// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:fb1d29ff1b288997

import { type Check, file, maxBytes, mime, minBytes, object, string } from "wirepact/server";

/** Makes the check of `Photo`. */
export function checkPhoto(): Check {
  return object({
    title: string(),
    image: file("file", minBytes(1), maxBytes(100_000), mime("image/png", "image/jpeg")),
  });
}
