import type { Socket } from "socket.io";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type ChannelClient,
  connectChannel,
  type Download,
  download,
  type SystemFailure,
  type Upload,
  upload,
} from "wirepact/client";
import { z } from "zod";
import { zodCheck } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

const text = zodCheck(z.string());

interface TankClient extends ChannelClient<SystemFailure> {
  readonly stream: {
    readonly drops: Download<string, string, string, SystemFailure>;
    readonly fill: Upload<string, string, string, SystemFailure>;
  };
}

let server: PlainServer;
let client: TankClient;

beforeEach(async () => {
  server = await startPlainServer();
  client = connectChannel<TankClient>(
    {
      name: "tank",
      path: "/lobby",
      fingerprint: "f",
      stream: {
        drops: download({ input: text, serverItem: text, result: text }),
        fill: upload({ input: text, clientItem: text, result: text }),
      },
    },
    server.url,
  );
});
afterEach(async () => {
  client.close();
  await server.close();
});

type Answer = (reply: unknown) => void;

/** A stream as the server sees it opened. */
async function opened(socket: Socket, name: string): Promise<readonly [opening: unknown[], answer: Answer]> {
  return new Promise((resolve) => {
    socket.once(name, (opening, answer) => resolve([opening, answer]));
  });
}

it("opens a download with its id, its first credit and its input", async () => {
  const socket = await server.socket();
  const drops = client.stream.drops("rain");
  const [[id, credit, input], answer] = await opened(socket, "drops");
  expect([credit, input]).toEqual([16, "rain"]);
  socket.emit("$item", [id, "first"]);
  answer({ ok: true, value: "done" });

  expect(await drops.next()).toEqual({ done: false, value: "first" });
  expect(await drops.next()).toEqual({ done: true, value: "done" });
});

it("grants half a window each time that it has been read", async () => {
  const socket = await server.socket();
  const grants: unknown[] = [];
  socket.on("$credit", (grant) => grants.push(grant));
  const drops = client.stream.drops("rain");
  const [[id], answer] = await opened(socket, "drops");
  for (let item = 0; item < 15; item++) socket.emit("$item", [id, "drop"]);
  for (let item = 0; item < 15; item++) await drops.next();
  const next = drops.next();
  answer({ ok: true, value: "done" });
  await next;

  await vi.waitFor(() => expect(grants).toEqual([[id, 8]]), waitOptions);
});

it("widens its window when the reader waits for an item after a window's worth of them", async () => {
  const socket = await server.socket();
  let granted = 0;
  socket.on("$credit", ([, count]) => {
    granted += count;
  });
  const drops = client.stream.drops("rain");
  const [[id]] = await opened(socket, "drops");
  for (let item = 0; item < 16; item++) socket.emit("$item", [id, "drop"]);
  for (let item = 0; item < 16; item++) await drops.next();
  const next = drops.next();
  // What was read, and 16 more: the window is 32 from here on.
  await vi.waitFor(() => expect(granted).toBe(32), waitOptions);
  socket.emit("$item", [id, "last"]);
  expect(await next).toEqual({ done: false, value: "last" });
});

it("leaves a server that sends more items than were granted, and keeps none of them", async () => {
  const socket = await server.socket();
  const left = new Promise((resolve) => socket.once("$leave", resolve));
  const drops = client.stream.drops("rain");
  const [[id]] = await opened(socket, "drops");
  for (let item = 0; item < 1_000; item++) socket.emit("$item", [id, String(item)]);

  expect(await left).toBe(id);
  const seen: string[] = [];
  const read = async () => {
    for await (const drop of drops) seen.push(drop);
  };
  await expect(read()).rejects.toMatchObject({ code: "bad_output" });
  expect(seen).toHaveLength(16);
});

it("leaves a server whose item breaks the contract, and says where it does", async () => {
  const socket = await server.socket();
  const left = new Promise((resolve) => socket.once("$leave", resolve));
  const drops = client.stream.drops("rain");
  const [[id]] = await opened(socket, "drops");
  socket.emit("$item", [id, 7]);

  expect(await left).toBe(id);
  await expect(drops.next()).rejects.toMatchObject({ code: "bad_output", issues: [{ path: [] }] });
});

it.each([0, -1, 1.5, 129, "9", null])("leaves a server that grants %j", async (count) => {
  const socket = await server.socket();
  const left = new Promise((resolve) => socket.once("$leave", resolve));
  const outcome = client.stream.fill.safe("tank", ["drop"]);
  const [[id]] = await opened(socket, "fill");
  socket.emit("$credit", [id, count]);

  expect(await left).toBe(id);
  expect(await outcome).toMatchObject({ ok: false, error: { code: "bad_output" } });
});

it("sends no more than was granted, and says when it is done", async () => {
  const socket = await server.socket();
  const heard: unknown[] = [];
  socket.on("$item", (item) => heard.push(item));
  socket.on("$end", (id) => heard.push(id));
  const outcome = client.stream.fill("tank", ["a", "b", "c"]);
  const [[id, credit], answer] = await opened(socket, "fill");
  expect(credit).toBe(0);
  socket.emit("$credit", [id, 2]);
  await vi.waitFor(() => expect(heard).toHaveLength(2), waitOptions);
  socket.emit("$credit", [id, 2]);
  await vi.waitFor(() => expect(heard).toEqual([[id, "a"], [id, "b"], [id, "c"], id]), waitOptions);
  answer({ ok: true, value: "full" });

  expect(await outcome).toBe("full");
});

it("is not moved by events of streams that it has not open, whatever they hold", async () => {
  const socket = await server.socket();
  for (const event of ["$item", "$credit"]) {
    for (const payload of [[], [1], [999, "x"], null, "x", { 0: 1 }, ["__proto__", 1]]) {
      socket.emit(event, payload);
    }
    socket.emit(event);
  }
  const drops = client.stream.drops("rain");
  const [, answer] = await opened(socket, "drops");
  answer({ ok: true, value: "done" });
  expect(await drops.next()).toEqual({ done: true, value: "done" });
});

it("takes an answer for the end, whatever it says", async () => {
  const socket = await server.socket();
  for (const reply of [undefined, null, { ok: true }, { ok: false }, { ok: true, value: 7 }]) {
    const drops = client.stream.drops("rain");
    const [[id], answer] = await opened(socket, "drops");
    answer(reply);
    socket.emit("$item", [id, "late"]);
    await expect(drops.next()).rejects.toMatchObject({ code: "bad_output" });
  }
});
