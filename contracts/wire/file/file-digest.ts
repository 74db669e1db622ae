/** A SHA-256 that grows with what it is given; Node's `Hash` is one. */
export interface FileDigest {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Bytes of a SHA-256. */
export const digestBytes = 32;
