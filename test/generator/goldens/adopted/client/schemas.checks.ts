// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7e4a638338366188

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  boolean,
  bytes,
  type Check,
  named,
  number,
  only,
  record,
  string,
  union,
} from "wirepact/client";

/** Makes the check of `Anything`. */
export function checkAnything(): Check {
  return union(bytes(Uint8Array), named(checkAnythingOption2));
}

/** Makes the check of `AnythingOption2`. */
export function checkAnythingOption2(): Check {
  return union(
    string(),
    number(),
    boolean,
    only(null),
    array(named(checkAnythingOption2)),
    record(string(), named(checkAnythingOption2)),
  );
}
