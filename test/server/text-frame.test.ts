import { expect, it } from "vitest";
import * as ws from "ws";
import { textFrame } from "../../server/runtime/text-frame.js";

/** What `ws` itself would write. */
function frameOfWs(text: string): Buffer {
  const options = { fin: true, mask: false, opcode: 1, readOnly: false, rsv1: false };
  // Its types have no `Sender`.
  const { Sender } = ws as unknown as {
    Sender: { frame(data: Buffer, options: object): readonly Buffer[] };
  };
  return Buffer.concat(Sender.frame(Buffer.from(text), options));
}

it.each([
  ["short", '2["poked"]'],
  ["as long as one byte of length says", "x".repeat(124)],
  ["a byte longer", "x".repeat(125)],
  ["of more bytes than characters", `${"é".repeat(70)}\u{1f600}\ud800`],
  ["as long as two bytes of length say", "x".repeat(65_534)],
])("a packet that is %s is the frame that ws makes of it", (_, packet) => {
  expect(textFrame(packet)?.equals(frameOfWs(`4${packet}`))).toBe(true);
});

it("a longer packet is left to ws", () => {
  expect(textFrame("x".repeat(65_535))).toBeUndefined();
});
