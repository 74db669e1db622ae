import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "../../contracts/wire/file/index.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

it.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("is the standard's digest of %j", (text, expected) => {
  const digest = sha256();
  digest.update(new TextEncoder().encode(text));
  expect(hex(digest.digest())).toBe(expected);
});

it("is Node's for every length about a block, however the bytes come", () => {
  for (let length = 0; length < 300; length++) {
    const bytes = randomBytes(length);
    const digest = sha256();
    for (let from = 0, step = 1; from < length; from += step, step = (step * 7) % 97) {
      digest.update(bytes.subarray(from, from + step));
    }
    expect(hex(digest.digest())).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

it("is Node's for megabytes", () => {
  const bytes = randomBytes(3_000_001);
  const digest = sha256();
  digest.update(bytes);
  expect(hex(digest.digest())).toBe(createHash("sha256").update(bytes).digest("hex"));
});
