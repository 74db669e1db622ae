import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import * as prom from "prom-client";
import { Server } from "socket.io";
import { io as connectIo } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { promMetrics, type SocketsAttachOptions, socketsAttachment } from "wirepact/server";
import { startTill } from "../faults/till.js";
import { type ArenaSockets, arenaDefinition, implementArena } from "../server/arena.js";
import { openRaw } from "../server/raw-client.js";
import {
  type ArenaSetup,
  answerWith,
  defaultHandlers,
  happens,
  startArena,
  until,
} from "../server/start-arena.js";
import { makeMeter } from "./meter.js";

async function startMetered(setup: ArenaSetup = {}) {
  const { observer, ...meter } = makeMeter();
  const arena = await startArena({ ...setup, options: { ...setup.options, observers: [observer] } });
  return { arena, ...meter };
}

describe("calls", () => {
  test("are counted by channel, member and what they were answered, and timed where they ran", async () => {
    const { arena, read } = await startMetered({
      handlers: {
        fail: ({ how }, { error }) => {
          throw how === "full" ? error.Full({ seats: 1 }) : new Error("boom");
        },
        add: ({ a, b }) => (a === 0 ? { sum: "wrong" as never } : { sum: a + b }),
      },
    });
    const client = await arena.join("Ada");
    await client.emitWithAck("add", { a: 1, b: 2 });
    await client.emitWithAck("add", { a: 1, b: 3 });
    await client.emitWithAck("add", { a: "one" });
    await client.emitWithAck("add", { a: 0, b: 0 });
    await client.emitWithAck("fail", { how: "full" });
    await client.emitWithAck("fail", { how: "boom" });
    await client.emitWithAck("slow", { ms: 1_000 });
    await client.emitWithAck("defect", "x");
    await client.emitWithAck("nothing");
    expect(await read("calls_total")).toEqual({
      "arena add ok": 2,
      "arena add bad_input": 1,
      "arena add bad_output": 1,
      "arena fail Full": 1,
      "arena fail internal": 1,
      "arena slow timeout": 1,
      "arena defect internal": 1,
      "arena (unknown) not_found": 1,
    });
    expect(await read("call_duration_seconds")).toMatchObject({
      "arena add": 3,
      "arena fail": 2,
      "arena slow": 1,
    });
  });

  test("that their client withdraws or leaves behind are counted once", async () => {
    const { arena, read } = await startMetered({
      handlers: {
        slow: (_input, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason));
          }),
      },
    });
    const client = await arena.join("Ada");
    client.emit("slow", { ms: 1 }, { cancelId: 1 }, () => undefined);
    client.emit("$cancel", 1);
    client.emit("slow", { ms: 1 }, () => undefined);
    await client.emitWithAck("ping");
    client.disconnect();
    await until(() => arena.sockets.namespace.sockets.size === 0);
    expect(await read("calls_total")).toEqual({
      "arena slow aborted": 1,
      "arena slow disconnected": 1,
      "arena ping ok": 1,
    });
  });

  test("in batches are counted as those that come alone", async () => {
    const { arena, read } = await startMetered();
    const client = await openRaw(arena.url);
    const handshake = { protocol: 1, contract: "x", batches: true };
    client.send(`40/arena,${JSON.stringify({ name: "Ada", $wirepact: handshake })}`);
    await until(() => client.frames.length === 2);
    const calls = [
      [0, "add", { a: 1, b: 2 }],
      [1, "add", {}],
      [2, "nothing"],
      ["wave"],
      ["shout", 1],
      ["unheard"],
    ];
    client.send(`42/arena,["$",${JSON.stringify(calls)}]`);
    await until(() => client.frames.length > 2);
    expect(await read("calls_total")).toEqual({
      "arena add ok": 1,
      "arena add bad_input": 1,
      "arena (unknown) not_found": 1,
    });
    expect(await read("events_received_total")).toEqual({
      "arena wave ok": 1,
      "arena shout bad_input": 1,
      "arena (unknown) not_found": 1,
    });
  });

  test("that are repeated run once, and are counted as often as they are answered", async () => {
    const { observer, read } = makeMeter();
    const { port } = await startTill({ charge: () => "paid" }, { observers: [observer] });
    const socket = connectIo(`http://127.0.0.1:${port}/till`, { forceNew: true, transports: ["websocket"] });
    onTestFinished(() => {
      socket.close();
    });
    const once = ["0123456789abcdef", 0, 0, "charge", { order: 1 }];
    await socket.emitWithAck("$once", once);
    await socket.emitWithAck("$once", once);
    await socket.emitWithAck("$once", ["short"]);
    expect(await read("calls_total")).toEqual({ "till charge ok": 2, "till (unknown) bad_input": 1 });
    expect(await read("call_duration_seconds")).toMatchObject({ "till charge": 1 });
  });

  test("to clients are counted by the answer, whatever code a client makes up", async () => {
    const { arena, read } = await startMetered();
    const client = await arena.join("Ada");
    const { confirm } = arena.sockets.client(client.id ?? "").call;
    const ask = () => confirm({ question: "?" }).catch(() => undefined);
    await ask();
    answerWith(client, "confirm", { ok: true, value: true });
    await ask();
    client.off("confirm");
    answerWith(client, "confirm", { ok: false, error: { code: "made-up", message: "" } });
    await ask();
    client.off("confirm");
    answerWith(client, "confirm", { ok: false, error: { code: "Busy", message: "", data: { untilMs: 1 } } });
    await ask();
    expect(await read("client_calls_total")).toEqual({
      "arena confirm timeout": 1,
      "arena confirm ok": 1,
      "arena confirm bad_output": 1,
      "arena confirm Busy": 1,
    });
    expect(await read("client_call_duration_seconds")).toEqual({ "arena confirm": 4 });
  });
});

describe("events", () => {
  test("are counted by what became of them, and on their way out once for all receivers", async () => {
    const { arena, read } = await startMetered({
      handlers: {
        wave: () => {
          throw new Error("boom");
        },
      },
    });
    const [client, other] = [await arena.join("Ada"), await arena.join("Bob")];
    const heard = happens(other, "heard");
    client.emit("shout", { text: "hi" });
    client.emit("shout", 1);
    client.emit("wave");
    await client.emitWithAck("ping");
    await heard;
    arena.sockets.all.emit.waved();
    arena.sockets.client(client.id ?? "").emit.waved();
    expect(() => arena.sockets.all.emit.heard({ text: 1 as never })).toThrow();
    expect(await read("events_received_total")).toEqual({
      "arena shout ok": 1,
      "arena shout bad_input": 1,
      "arena wave internal": 1,
    });
    expect(await read("events_sent_total")).toEqual({ "arena heard": 1, "arena waved": 2 });
  });
});

describe("connections", () => {
  test("are counted as they come, are refused, and go", async () => {
    const { arena, read } = await startMetered({
      handlers: {
        connect: ({ auth, refuse }) => {
          if (auth.name === "taken") throw refuse.NameTaken({ name: "taken" });
          return { name: auth.name };
        },
      },
    });
    const client = await arena.join("Ada");
    await arena.join("Bob");
    for (const name of ["taken", ""]) await happens(arena.open(name), "connect_error");
    const elsewhere = connectIo(`${arena.url}/made-up`, { forceNew: true, reconnection: false });
    await happens(elsewhere, "connect_error");
    elsewhere.close();
    await fetch(`${arena.url}/socket.io/?EIO=4&transport=pigeon`);
    expect(await read("connections")).toEqual({ arena: 2 });
    client.disconnect();
    await until(() => arena.sockets.namespace.sockets.size === 1);
    expect(await read("connections")).toEqual({ arena: 1 });
    expect(await read("connections_total")).toEqual({ arena: 2 });
    expect(await read("disconnections_total")).toEqual({ "arena client namespace disconnect": 1 });
    expect(await read("refused_connections_total")).toEqual({
      "arena NameTaken": 1,
      "arena bad_input": 1,
      "(unknown) not_found": 1,
      "(unknown) handshake": 1,
    });
    await arena.app.close();
    expect(await read("connections")).toEqual({});
  });

  test("that read nothing show in the bytes that wait for the network", async () => {
    const { arena, read } = await startMetered({ options: { limits: { outgoing: false } } });
    const client = await openRaw(arena.url);
    client.send(`40/arena,${JSON.stringify({ name: "Ada" })}`);
    await client.next();
    client.pause();
    const bytes = async () => Object.values(await read("outgoing_bytes"))[0] ?? 0;
    expect(await bytes()).toBe(0);
    for (let sent = 0; sent < 200; sent++) arena.sockets.all.emit.heard({ text: "x".repeat(100_000) });
    expect(await bytes()).toBeGreaterThan(5_000_000);
    client.resume();
    await until(() => client.frames.length === 201);
    expect(await bytes()).toBe(0);
  });
});

describe("labels", () => {
  test("stay few when a client makes up 1,000 names", async () => {
    const { arena, read, scrape } = await startMetered({
      options: { limits: { perSecond: false } },
    });
    const client = await arena.join("made-up");
    const seriesOf = async () => (await scrape()).split("\n").length;
    client.emit("made-up");
    await client.emitWithAck("made-up call");
    const before = await seriesOf();
    for (let number = 0; number < 500; number++) {
      client.emit(`made-up ${number}`, number);
      client.emit(`made-up call ${number}`, () => undefined);
      if (number % 50 === 0) await happens(arena.open("", {}), "connect_error");
    }
    for (let number = 0; number < 20; number++) {
      const stranger = connectIo(`${arena.url}/made-up-${number}`, { forceNew: true, reconnection: false });
      await happens(stranger, "connect_error");
      stranger.close();
    }
    expect(await client.emitWithAck("last made-up")).toMatchObject({ error: { code: "not_found" } });
    expect(await read("events_received_total")).toEqual({ "arena (unknown) not_found": 501 });
    expect(await read("calls_total")).toEqual({ "arena (unknown) not_found": 502 });
    expect(await scrape()).not.toContain("made-up");
    // Those of the two refusals.
    expect((await seriesOf()) - before).toBe(2);
  });

  test("say that a client was too fast, and of which member's calls where it has any", async () => {
    const { arena, read } = await startMetered({ options: { limits: { perSecond: 1, burst: 2 } } });
    const client = await arena.join("Ada");
    await Promise.all([1, 2, 3, 4].map((a) => client.emitWithAck("add", { a, b: 0 })));
    client.emit("made-up");
    await client.emitWithAck("made-up");
    expect(await read("calls_total")).toEqual({
      "arena add ok": 2,
      "arena add rate_limited": 2,
      "arena (unknown) rate_limited": 1,
    });
    expect(await read("events_received_total")).toEqual({ "arena (unknown) rate_limited": 1 });
  });
});

test("a registry that always throws changes no answer, and is logged once", async () => {
  const boom = () => {
    throw new Error("the registry is broken");
  };
  class Broken {
    labels = () => ({ inc: boom, dec: boom, set: boom, observe: boom });
    reset = boom;
  }
  const broken = { register: {}, Counter: Broken, Gauge: Broken, Histogram: Broken };
  const arena = await startArena({ options: { observers: [promMetrics(broken)] } });
  const client = await arena.join("Ada");
  expect(await client.emitWithAck("add", { a: 1, b: 2 })).toEqual({ ok: true, value: { sum: 3 } });
  expect(await client.emitWithAck("add", {})).toMatchObject({ ok: false, error: { code: "bad_input" } });
  client.emit("wave");
  arena.sockets.all.emit.waved();
  await happens(client, "waved");
  await happens(arena.open(""), "connect_error");
  const failures = arena.log.filter(({ msg }) => msg === "observer failed");
  expect(failures.length).toBeGreaterThan(4);
  expect(failures.filter(({ level }) => level > 20)).toHaveLength(1);
});

test("channels on a server of somebody else's are counted too", async () => {
  const http = createServer();
  const io = new Server(http);
  const registry = new prom.Registry();
  const attach = socketsAttachment<SocketsAttachOptions, { readonly arena: ArenaSockets }>([arenaDefinition]);
  const attached = attach(io, {
    channels: { arena: implementArena(defaultHandlers) },
    log: Fastify().log,
    observers: [promMetrics(prom, { registry, prefix: "own_" })],
  });
  // Ahead of the first client there may be no engine.
  expect(await registry.metrics()).toContain('own_connections{channel="arena"} 0');
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  const { port } = http.address() as AddressInfo;
  const client = connectIo(`http://127.0.0.1:${port}/arena`, { auth: { name: "Ada" }, reconnection: false });
  await client.emitWithAck("ping");
  expect(await registry.metrics()).toContain('own_calls_total{channel="arena",member="ping",code="ok"} 1');
  expect(await registry.metrics()).toContain('own_connections{channel="arena"} 1');
  client.close();
  await attached.close();
});
