import type { Socket } from "socket.io";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WireError } from "wirepact/client";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
let client: LobbyClient;

beforeEach(async () => {
  server = await startPlainServer();
});
afterEach(async () => {
  client.close();
  await server.close();
});

it.each([
  ["polling", "one by one"],
  ["websocket", "one by one"],
  ["polling", "in batches"],
  ["websocket", "in batches"],
] as const)(
  "settles every call and runs none twice while the connection over %s is cut again and again, %s",
  async (transport, form) => {
    const ran = new Map<number, number>();
    server.io.of("/lobby").on("connection", (socket) => {
      if (form === "in batches") speakBatches(socket);
      socket.on("add", ({ a, b }: { a: number; b: number }, answer) => {
        ran.set(a, (ran.get(a) ?? 0) + 1);
        // Before the answer, after it, or not at all: the caller cannot tell.
        if (a % 20 === 7) socket.conn.close();
        answer({ ok: true, value: a + b });
        if (a % 20 === 13) setImmediate(() => socket.conn.close());
      });
    });
    client = connectLobby(server.url, {
      transports: [transport],
      reconnectionDelayMs: 1,
      reconnectionDelayMaxMs: 5,
    });
    const settled: (number | WireError)[] = [];
    let next = 0;
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        while (next < 200) {
          const a = next++;
          settled[a] = await client.call.add({ a, b: 1 }).catch((error: WireError) => error);
        }
      }),
    );

    expect(settled).toHaveLength(200);
    expect([...ran.values()].filter((times) => times > 1)).toEqual([]);
    const failed = settled.filter((outcome) => typeof outcome !== "number");
    expect(failed.length).toBeGreaterThan(0);
    settled.forEach((outcome, a) => {
      if (typeof outcome === "number") expect(outcome).toBe(a + 1);
      else {
        expect(outcome).toMatchObject({ code: "disconnected" });
        if (ran.has(a)) expect(outcome.mayHaveRun).toBe(true);
      }
    });
    await client.whenConnected();
    await vi.waitFor(() => expect(server.connections()).toBe(1), waitOptions);
  },
);

/** Takes batches apart, and answers what it can in batches. */
function speakBatches(socket: Socket): void {
  socket.emit("$hello", { protocol: 1 });
  socket.on("$", (entries: [number, string, unknown][]) => {
    const replies: unknown[] = [];
    for (const [id, name, payload] of entries) {
      const answer = ({ value }: { value: unknown }) => replies.push([~id, value]);
      for (const listener of socket.listeners(name)) listener(payload, answer);
    }
    socket.emit("$", replies);
  });
}
