// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8e0876efcce8d1d6

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
