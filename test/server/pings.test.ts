import { expect, test, vi } from "vitest";
import { websocketEngine } from "../../server/runtime/websocket-engine.js";
import { openRaw } from "./raw-client.js";
import { type Arena, startArena } from "./start-arena.js";

test("a client that pings without end and reads nothing is let go, and another one notices nothing", async () => {
  const arena = await startArena();
  const ada = await arena.join("Ada");
  const rude = await openRaw(arena.url);
  rude.pause();
  // A ping's payload is at most 125 bytes; what the system buffers on the way is some megabytes.
  for (let sent = 0; rude.isOpen && sent < 400_000; sent++) {
    rude.ping("x".repeat(125));
    if (sent % 5_000 === 0) await new Promise(setImmediate);
  }
  await vi.waitFor(async () => expect(await connectionsOf(arena)).toBe(1), { timeout: 10_000 });
  expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
});

test.each(["8.21.3", "7.99.0"])("ws %s does not start", (version) => {
  expect(() => websocketEngine(version)).toThrow(expect.objectContaining({ code: "WP_OLD_WS" }));
});

test.each(["8.23.0", "8.30.1", "9.0.0"])("ws %s starts", (version) => {
  expect(websocketEngine(version)).toBeTypeOf("function");
});

function connectionsOf({ app }: Arena): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}
