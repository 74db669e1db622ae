// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:98450a4fcd096c6b

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

/**
 * What Socket.IO carries as it is.
 *
 * @see [contract/protocol.ts:5](../contract/protocol.ts#L5)
 */
export type Anything = Uint8Array<ArrayBuffer> | AnythingOption2;

/** @see [contract/protocol.ts:5](../contract/protocol.ts#L5) */
export type AnythingOption2 =
  | string
  | number
  | boolean
  | null
  | AnythingOption2[]
  | { [key: string]: AnythingOption2 };

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
