import type { FileDigest } from "./file-digest.js";

/**
 * SHA-256 (FIPS 180-4), bit by bit as bytes come: WebCrypto has none that grows, and a file need not fit into memory. It says
 * whether a file arrived as it left, and is no faster than that takes: tens of MB in a second.
 */
export function sha256(): FileDigest {
  const state = new Int32Array(firstState);
  const words = new Int32Array(64);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let filled = 0;
  let bytes = 0;

  const mix = () => {
    for (let index = 0; index < 64; index++) {
      words[index] =
        index < 16
          ? view.getInt32(index * 4)
          : at(words, index - 16) +
            small(at(words, index - 15), 7, 18, 3) +
            at(words, index - 7) +
            small(at(words, index - 2), 17, 19, 10);
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
    for (let index = 0; index < 64; index++) {
      const one =
        (h + large(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + at(constants, index) + at(words, index)) | 0;
      const two = (large(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + value;
    filled = 0;
  };

  const update = (more: Uint8Array) => {
    bytes += more.length;
    for (let from = 0; from < more.length; ) {
      const part = more.subarray(from, from + 64 - filled);
      block.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled === 64) mix();
    }
  };

  return {
    update,
    digest() {
      const bits = bytes * 8;
      update(Uint8Array.of(0x80));
      if (filled > 56) {
        block.fill(0, filled);
        mix();
      }
      block.fill(0, filled);
      view.setUint32(56, bits / 2 ** 32);
      view.setUint32(60, bits % 2 ** 32);
      mix();
      const result = new DataView(new ArrayBuffer(32));
      for (const [index, word] of state.entries()) result.setInt32(index * 4, word);
      return new Uint8Array(result.buffer);
    },
  };
}

type Eight = [number, number, number, number, number, number, number, number];

/** The first bits behind the point of the square roots and cube roots of primes. */
const constants = new Int32Array(64);
const firstState = new Int32Array(8);
for (let candidate = 2, count = 0; count < 64; candidate++) {
  if (!isPrime(candidate)) continue;
  constants[count] = candidate ** (1 / 3) * 2 ** 32;
  if (count < 8) firstState[count] = candidate ** 0.5 * 2 ** 32;
  count++;
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) return false;
  return true;
}

/** A place of a list that has it. */
function at(list: Int32Array, index: number): number {
  return list[index] as number;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function large(word: number, one: number, two: number, three: number): number {
  return rotate(word, one) ^ rotate(word, two) ^ rotate(word, three);
}

function small(word: number, one: number, two: number, shift: number): number {
  return rotate(word, one) ^ rotate(word, two) ^ (word >>> shift);
}
