// What every JavaScript runtime has; this folder knows the types of none.
declare const crypto: {
  readonly subtle?: { digest(name: "SHA-256", bytes: Uint8Array): Promise<ArrayBuffer> };
};

/** Bytes of a SHA-256. */
export const digestBytes = 32;

/**
 * The digest of a file up to and with a chunk: SHA-256 over the digest so far and the chunk. A chain, since WebCrypto
 * has no digest that grows, and a file need not fit into memory.
 */
export async function chainDigest(
  before: Uint8Array<ArrayBuffer>,
  chunk: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const { subtle } = crypto;
  // Browsers have it on HTTPS and on localhost alone.
  if (!subtle) throw new Error("Files need WebCrypto, which a page has over HTTPS and on localhost only.");
  const both = new Uint8Array(before.length + chunk.length);
  both.set(before);
  both.set(chunk, before.length);
  return new Uint8Array(await subtle.digest("SHA-256", both));
}
