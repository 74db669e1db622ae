import { expect, it } from "vitest";
import { measurePage } from "./page-size.js";

/** Bytes of gzip above a page over bare socket.io-client; `npx tsx test/client/measure-size.ts` prints them. */
const limits = [
  [1, 7_710],
  [10, 8_180],
  [100, 9_470],
] as const;

it.each(limits)(
  "a page with %d calls weighs at most %d bytes more than one that checks nothing",
  async (calls, most) => {
    const { bareBytes, clientBytes } = await measurePage(calls);
    expect(clientBytes - bareBytes).toBeLessThanOrEqual(most);
  },
);

it("has nothing in it that its contract does not use", async () => {
  const { parts } = await measurePage(1);
  const files = Object.keys(parts).map((file) => file.replace(/^.*\//, ""));
  for (const unused of [
    "incoming-call.ts",
    "answer-calls.ts",
    "add-reply.ts",
    "incoming-event.ts",
    "iterate-event.ts",
    "auth-presenter.ts",
    "open-stream.ts",
    "open-telemetry.ts",
    "trace-api.ts",
    "traceparent.ts",
    "item-reader.ts",
    "item-writer.ts",
    "stream-protocol.ts",
    "file.ts",
    "union.ts",
    "joined-room.ts",
    "bind-rooms.ts",
    "room-stay.ts",
    "room-presence.ts",
    "compose-checks.ts",
    "presence.ts",
  ]) {
    expect(files).not.toContain(unused);
  }
  expect(files).toContain("outgoing-call.ts");
});
