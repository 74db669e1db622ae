import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Failure, UnknownPacket } from "wirepact/server";
import { type ArenaSetup, happens, startArena, until } from "./start-arena.js";

const boom = () => {
  throw new Error("boom");
};

describe("onError", () => {
  /** Starts an arena whose hooks write down what they are told. */
  async function watch(setup: ArenaSetup) {
    const [told, toldApp]: [Failure[], Failure[]] = [[], []];
    const arena = await startArena({
      options: { onError: (failure) => void toldApp.push(failure), ...setup.options },
      handlers: { onError: (failure) => void told.push(failure), ...setup.handlers },
    });
    return { arena, told, toldApp };
  }

  test("is told of a masked call with the incident that the client and the log have", async () => {
    const { arena, told, toldApp } = await watch({ handlers: { fail: boom } });
    const client = await arena.join("Ada");
    const { error } = await client.emitWithAck("fail", { how: "" });
    expect(told).toEqual([
      {
        error: expect.objectContaining({ message: "boom" }),
        place: "arena.fail",
        incident: error.data.incident,
        clientId: client.id,
      },
    ]);
    expect(toldApp).toEqual(told);
    expect(arena.log.some(({ incident }) => incident === told[0]?.incident)).toBe(true);
  });

  test.each([
    ["connected", "arena.connected", { connected: boom }],
    ["disconnect", "arena.disconnect", { disconnect: boom }],
    ["an event's handler", "arena.wave", { wave: boom }],
    ["an event's handler that is async", "arena.wave", { wave: async () => boom() }],
  ])("is told where nobody is answered: %s", async (_what, place, handlers) => {
    const { arena, told } = await watch({ handlers });
    const client = await arena.join("Ada");
    const { id } = client;
    client.emit("wave");
    await client.emitWithAck("ping");
    client.disconnect();
    await until(() => told.length === 1);
    expect(told).toMatchObject([{ place, clientId: id }]);
    expect(arena.log.filter(({ incident }) => incident === told[0]?.incident)).toHaveLength(1);
  });

  test("is told of `connect` and of a check of the author's that throws", async () => {
    const { arena, told } = await watch({ handlers: { connect: boom } });
    await happens(arena.open("Ada"), "connect_error");
    expect(told).toMatchObject([{ place: "arena.connect", clientId: expect.any(String) }]);
    const { arena: other, told: toldOther } = await watch({});
    await (await other.join("Ada")).emitWithAck("defect", "x");
    expect(toldOther).toMatchObject([{ place: "arena.defect" }]);
  });

  test("is told of a reply that breaks the contract, as bad_output with its issues", async () => {
    const { arena, told } = await watch({ handlers: { add: () => ({ sum: "3" as never }) } });
    await (await arena.join("Ada")).emitWithAck("add", { a: 1, b: 2 });
    expect(told).toMatchObject([
      { place: "arena.add", error: { code: "bad_output", issues: [{ path: ["sum"] }] } },
    ]);
  });

  test("is not told of what is an answer: declared errors, refusals, bad input", async () => {
    const { arena, told, toldApp } = await watch({
      handlers: {
        fail: (_input, { error }) => {
          throw error.Full({ seats: 1 });
        },
      },
    });
    const client = await arena.join("Ada");
    await client.emitWithAck("fail", { how: "" });
    await client.emitWithAck("add", {});
    await client.emitWithAck("nothing");
    expect([...told, ...toldApp]).toEqual([]);
  });

  test.each([
    ["throws", boom],
    ["rejects", async () => boom()],
  ])("changes no answer when it %s, and is logged", async (_how, onError) => {
    const { arena, toldApp } = await watch({ handlers: { fail: boom, onError } });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("fail", { how: "" })).toMatchObject({
      ok: false,
      error: { code: "internal", data: { incident: toldApp[0]?.incident } },
    });
    await until(() => arena.log.some(({ msg, hook }) => msg === "hook failed" && hook === "onError"));
    expect(toldApp).toHaveLength(1);
  });
});

describe("onUnknown", () => {
  test("is told of names that no contract has, counted, and may end the channel", async () => {
    const told: UnknownPacket[] = [];
    const arena = await startArena({
      options: {
        onUnknown: (packet) => {
          told.push(packet);
          if (packet.count === 3) packet.disconnect("guessing");
        },
      },
    });
    const client = await arena.join("Ada");
    const { id } = client;
    const gone = happens(client, "disconnect");
    client.emit("__proto__", 1);
    client.emit("admin", { all: true });
    const answer = client.emitWithAck("x".repeat(500));
    expect(await answer).toMatchObject({ ok: false, error: { code: "not_found" } });
    await gone;
    expect(told).toMatchObject([
      { channel: "arena", name: "__proto__", clientId: id, count: 1 },
      { channel: "arena", name: "admin", clientId: id, count: 2 },
      { channel: "arena", name: "x".repeat(100), clientId: id, count: 3 },
    ]);
    expect(arena.log.filter(({ msg }) => msg.startsWith("client sent a name"))).toHaveLength(3);
  });

  test("is not told of the contract's own names, nor of ours", async () => {
    const told: UnknownPacket[] = [];
    const arena = await startArena({ options: { onUnknown: (packet) => void told.push(packet) } });
    const client = await arena.join("Ada");
    client.emit("wave");
    client.emit("$cancel", 1);
    await client.emitWithAck("ping");
    expect(told).toEqual([]);
  });

  test("that throws leaves client and server as they are", async () => {
    const arena = await startArena({ options: { onUnknown: boom } });
    const client = await arena.join("Ada");
    client.emit("admin");
    expect(await client.emitWithAck("ping")).toEqual({ ok: true });
    expect(arena.log.some(({ msg, hook }) => msg === "hook failed" && hook === "onUnknown")).toBe(true);
  });
});

describe("onStart", () => {
  test.each(["polling", "websocket"] as const)(
    "sends from a loop, over %s, until the app closes",
    async (transport) => {
      let rounds = 0;
      let hasEnded = false;
      const arena = await startArena({
        options: {
          async onStart({ sockets, signal, log }) {
            log.info("at it");
            while (!signal.aborted) {
              sockets.arena.all.emit.heard({ text: `round ${++rounds}` });
              await pause(5, undefined, { signal }).catch(() => undefined);
            }
            hasEnded = true;
          },
        },
      });
      const client = await arena.join("Ada", { transports: [transport] });
      const [heard] = await happens(client, "heard");
      expect(heard).toEqual({ text: expect.stringMatching(/^round \d+$/) });
      await arena.app.close();
      expect(hasEnded).toBe(true);
      expect(arena.log.some(({ msg }) => msg === "at it")).toBe(true);
    },
  );

  test("is told to stop while clients are still there, and awaited before the sockets end", async () => {
    const arena = await startArena({
      options: {
        async onStart({ sockets, signal }) {
          await once(signal, "abort");
          await Promise.resolve();
          sockets.arena.all.emit.heard({ text: "goodbye" });
        },
      },
    });
    const client = await arena.join("Ada");
    const heard = happens(client, "heard");
    await arena.app.close();
    expect(await heard).toEqual([{ text: "goodbye" }]);
  });

  test("that throws is logged and told to `onError`, and the app goes on", async () => {
    const told: Failure[] = [];
    const arena = await startArena({
      options: { onStart: async () => boom(), onError: (failure) => void told.push(failure) },
    });
    await until(() => told.length === 1);
    expect(told).toMatchObject([{ place: "onStart", clientId: undefined, error: { message: "boom" } }]);
    expect(arena.log.find(({ incident }) => incident === told[0]?.incident)?.msg).toBe(
      "background work failed",
    );
    expect(await (await arena.join("Ada")).emitWithAck("ping")).toEqual({ ok: true });
  });

  test("that ends with the abort of its signal has not failed", async () => {
    const arena = await startArena({
      options: { onStart: ({ signal }) => pause(60_000, undefined, { signal }) },
    });
    await arena.app.close();
    expect(arena.log.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test("that does not stop does not keep the app from closing", async () => {
    const arena = await startArena({ options: { onStart: () => new Promise(() => undefined) } });
    await arena.app.close();
    expect(arena.log.some(({ msg }) => msg.startsWith("background work has not ended"))).toBe(true);
  });
});
