import { Socket } from "socket.io";
import { describe, expect, test } from "vitest";
import { checkInternals } from "../../server/runtime/socket-internals.js";
import { openRaw, type RawClient } from "./raw-client.js";
import { type Arena, happens, recordEvents, startArena, until } from "./start-arena.js";

const handshake = { protocol: 1, contract: "x", batches: true };
const hello = '42/arena,["$hello",{"protocol":1}]';

/** A client that speaks in frames and has said that it reads batches. */
async function joinRaw({ url }: Arena): Promise<RawClient> {
  const client = await openRaw(url);
  client.send(`40/arena,${JSON.stringify({ name: "Ada", $wirepact: handshake })}`);
  expect(await client.next()).toContain("40/arena,");
  expect(await client.next()).toBe(hello);
  return client;
}

const idOf = (client: RawClient) => String(JSON.parse(client.frames[0]?.slice(9) ?? "").sid);

describe("what waits for the end of the tick", () => {
  test("leaves before a broadcast, and before whatever the application sends by itself", async () => {
    const arena = await startArena();
    const client = await joinRaw(arena);
    const { emit } = arena.sockets.client(idOf(client));
    const socket = arena.sockets.namespace.sockets.get(idOf(client));
    emit.heard({ text: "1" });
    arena.sockets.all.emit.heard({ text: "2" });
    emit.heard({ text: "3" });
    arena.sockets.namespace.emit("own", 4);
    emit.heard({ text: "5" });
    socket?.emit("own", 6);
    emit.heard({ text: "7" });
    await until(() => client.frames.length === 9);
    const texts = client.frames.slice(2).map((frame) => Number(/\d(?="|\]$)/.exec(frame)?.[0]));
    expect(texts).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("leaves before the channel ends, and before the app does", async () => {
    const arena = await startArena({ options: { drainMs: 0 } });
    const [one, other] = [await joinRaw(arena), await joinRaw(arena)];
    const peer = arena.sockets.client(idOf(one));
    peer.emit.heard({ text: "last" });
    peer.disconnect();
    arena.sockets.client(idOf(other)).emit.heard({ text: "last" });
    await arena.app.close();
    await until(() => one.frames.length === 4 && other.frames.length === 3);
    expect(one.frames.slice(2)).toEqual(['42/arena,["heard",{"text":"last"}]', "41/arena,"]);
    expect(other.frames.slice(2)).toEqual(['42/arena,["heard",{"text":"last"}]']);
  });

  test("is as it was when it was sent", async () => {
    const arena = await startArena();
    const client = await joinRaw(arena);
    const payload = { text: "before" };
    arena.sockets.client(idOf(client)).emit.heard(payload);
    payload.text = "after";
    expect(await client.next()).toBe('42/arena,["heard",{"text":"before"}]');
  });

  test("is split before a frame grows beyond 16,384 characters or 1,000 entries", async () => {
    const arena = await startArena();
    const client = await joinRaw(arena);
    const { emit } = arena.sockets.client(idOf(client));
    const text = "x".repeat(7_000);
    for (let index = 0; index < 5; index++) emit.heard({ text });
    for (let index = 0; index < 2_500; index++) emit.waved();
    await until(() => client.frames.join().split("waved").length === 2_501);
    const counts = client.frames
      .slice(2)
      .map((frame) => frame.split('["heard"').length + frame.split('["waved"').length - 2);
    expect(Math.max(...client.frames.map(({ length }) => length))).toBeLessThan(16_448);
    expect(Math.max(...counts)).toBeLessThanOrEqual(1_000);
    expect(counts.slice(0, 2)).toEqual([2, 2]);
    expect(counts).toHaveLength(5);
  });
});

test("what stands behind the thousandth entry of a batch is refused", async () => {
  const arena = await startArena({ options: { limits: { perSecond: false } } });
  const client = await joinRaw(arena);
  const entries = Array.from({ length: 1_001 }, (_, id) => [id, "add", { a: id, b: 0 }]);
  client.send(`42/arena,${JSON.stringify(["$", [...entries, ["wave"]]])}`);
  await until(() => client.frames.join().includes("too_large"));
  const replies = client.frames
    .slice(2)
    .flatMap((frame) => (frame.startsWith('42/arena,["$"') ? JSON.parse(frame.slice(9))[1] : [frame]));
  expect(replies.slice(0, 1_000)).toEqual(entries.slice(0, 1_000).map((_, id) => [~id, { sum: id }]));
  expect(JSON.stringify(replies[1_000])).toContain("too_large");
  expect(arena.log.some(({ msg }) => msg === "client sent too much in one batch")).toBe(true);
});

test("a batch of nothing but brackets does not end the process", async () => {
  const arena = await startArena();
  const client = await joinRaw(arena);
  const depth = 200_000;
  client.send(
    `42/arena,["$",[["echo",${"[".repeat(depth)}${"]".repeat(depth)}],[1,"echo",${"[".repeat(depth)}${"]".repeat(depth)}]]]`,
  );
  expect(await client.next()).toContain('43/arena,1[{"ok":false,"error":{"code":"too_large"');
});

test("`onAny` and listeners of the application's own hear the entries of a batch", async () => {
  const heard: unknown[][] = [];
  const arena = await startArena({
    handlers: {
      connected({ socket }) {
        socket.onAny((...values) => heard.push(values.filter((value) => typeof value !== "function")));
        socket.on("own", (value, answer) => answer(value));
      },
    },
  });
  const client = await joinRaw(arena);
  client.send('42/arena,["$",[["wave"],[3,"own",7]]]');
  expect(await client.next()).toBe("43/arena,3[7]");
  expect(heard).toEqual([["wave"], ["own", 7]]);
});

test.each([
  ["recovers connections", { connectionStateRecovery: {} }],
  ["has a parser of its own", { parser: await import("socket.io-parser") }],
])("a server that %s says of no batches and takes none", async (_what, options) => {
  const arena = await startArena({ options });
  const client = arena.open("Ada", { auth: { name: "Ada", $wirepact: handshake } });
  const events = recordEvents(client);
  await happens(client, "connect");
  expect(await client.emitWithAck("$", [])).toMatchObject({ ok: false, error: { code: "not_found" } });
  client.emit("wave");
  expect(await client.emitWithAck("add", { a: 1, b: 2 })).toEqual({ ok: true, value: { sum: 3 } });
  expect(events).toEqual([]);
});

test.each(["onevent", "packet", "notifyOutgoingListeners"])(
  "a Socket.IO whose sockets have no `%s` is refused at the start",
  (name) => {
    const other = Object.create(Socket.prototype, { [name]: { value: undefined } });
    expect(() => checkInternals(other)).toThrow(expect.objectContaining({ code: "WP_OTHER_SOCKET_IO" }));
    expect(() => checkInternals()).not.toThrow();
  },
);
