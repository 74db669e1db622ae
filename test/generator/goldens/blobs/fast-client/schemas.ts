// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:395b8b9deea65815

import { type Check, file, maxBytes, mime, minBytes, object, string } from "wirepact/client";

/** @see [contract/gallery.ts:4](../contract/gallery.ts#L4) */
export interface Photo {
  title: string;
  image: File;
}

/** Makes the check of `Photo`. */
export function checkPhoto(): Check {
  return object({
    title: string(),
    image: file("file", minBytes(1), maxBytes(100_000), mime("image/png", "image/jpeg")),
  });
}
