import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ErrorReport } from "wirepact/client";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
const clients: LobbyClient[] = [];
const reports: ErrorReport[] = [];
const connect = (options: Parameters<typeof connectLobby>[1] = {}) => {
  const client = connectLobby(server.url, { onError: (report) => reports.push(report), ...options });
  clients.push(client);
  return client;
};

beforeEach(async () => {
  reports.length = 0;
  server = await startPlainServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

describe.each(["polling", "websocket"] as const)("an event over %s", (transport) => {
  const transports = [transport];

  it("that is sent right after the connection reaches a listener registered before", async () => {
    server.io.of("/lobby").on("connection", (socket) => {
      socket.emit("posted", { text: "welcome" });
      socket.emit("tick");
    });
    const client = connect({ transports });
    const heard: unknown[] = [];
    client.on.posted((payload) => heard.push(payload));
    client.on.tick((...args: unknown[]) => heard.push(args));
    await vi.waitFor(() => expect(heard).toHaveLength(2), waitOptions);
    expect(heard).toEqual([{ text: "welcome" }, [undefined]]);
  });

  it("that waited for the connection arrives in order", async () => {
    const heard: unknown[] = [];
    server.io.of("/lobby").on("connection", (socket) => socket.onAny((...args) => heard.push(args)));
    const client = connect({ transports });
    client.emit.typed({ text: "a" });
    client.emit.poked();
    client.emit.typed({ text: "b" });
    await vi.waitFor(() => expect(heard).toHaveLength(3), waitOptions);
    expect(heard).toEqual([["typed", { text: "a" }], ["poked"], ["typed", { text: "b" }]]);
  });

  it("that is sent right before close() still arrives", async () => {
    const heard = vi.fn();
    const client = connect({ transports });
    const socket = await server.socket();
    socket.onAny(heard);
    await client.whenConnected();
    client.emit.typed({ text: "bye" });
    client.close();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("typed", { text: "bye" }), waitOptions);
  });
});

describe("listening", () => {
  it("is told once per payload, validated and stripped, until stopped", async () => {
    const client = connect();
    const socket = await server.socket();
    const listener = vi.fn();
    const stop = client.on.posted(listener);
    const stopTwin = client.on.posted(listener);
    socket.emit("posted", { text: "one", extra: true });
    await vi.waitFor(
      () => expect(listener.mock.calls).toEqual([[{ text: "one" }], [{ text: "one" }]]),
      waitOptions,
    );
    stop();
    stop();
    const next = client.on.posted.once();
    socket.emit("posted", { text: "two" });
    await next;
    expect(listener).toHaveBeenCalledTimes(3);
    stopTwin();
  });

  it.each([
    ["a payload that breaks the contract", [{ text: 1 }]],
    ["no payload", []],
    ["an argument too many", [{ text: "x" }, 1]],
  ])("hears nothing of %s, which is reported", async (_what, args) => {
    const client = connect();
    const socket = await server.socket();
    const listener = vi.fn();
    client.on.posted(listener);
    const next = client.on.posted.once();
    socket.emit("posted", ...args);
    socket.emit("posted", { text: "good" });
    expect(await next).toEqual({ text: "good" });
    expect(listener.mock.calls).toEqual([[{ text: "good" }]]);
    expect(reports).toEqual([
      {
        kind: "bad_event",
        channel: "lobby",
        member: "posted",
        error: expect.objectContaining({ code: "bad_input" }),
      },
    ]);
  });

  it("takes `null` for an event without a payload, and nothing else", async () => {
    const client = connect();
    const socket = await server.socket();
    const listener = vi.fn();
    client.on.tick(listener);
    socket.emit("tick", null);
    socket.emit("tick", 1);
    socket.emit("tick");
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2), waitOptions);
    expect(reports).toHaveLength(1);
  });

  it("answers an event that awaits an acknowledgement with `bad_input`", async () => {
    const client = connect();
    const socket = await server.socket();
    const listener = vi.fn();
    client.on.posted(listener);
    await client.whenConnected();
    const reply = await socket.timeout(2_000).emitWithAck("posted", { text: "x" });
    expect(reply).toMatchObject({ ok: false, error: { code: "bad_input" } });
    expect(listener).not.toHaveBeenCalled();
    expect(reports.map(({ kind }) => kind)).toEqual(["bad_event"]);
  });

  it("goes on when a listener throws or rejects", async () => {
    const client = connect();
    const socket = await server.socket();
    client.on.posted(() => {
      throw new Error("sync");
    });
    client.on.posted(async () => {
      throw new Error("async");
    });
    const next = client.on.posted.once();
    socket.emit("posted", { text: "x" });
    await next;
    await vi.waitFor(() => expect(reports).toHaveLength(2), waitOptions);
    expect(reports.map(({ kind, error }) => [kind, String(error)])).toEqual([
      ["listener", "Error: sync"],
      ["listener", "Error: async"],
    ]);
  });

  it("survives an error hook that throws", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const client = connect({
      onError() {
        throw new Error("hook");
      },
    });
    const socket = await server.socket();
    const next = client.on.posted.once();
    socket.emit("posted", 1);
    socket.emit("posted", { text: "x" });
    await next;
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it("warns on the console where there is no error hook", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    connect({ onError: undefined });
    const socket = await server.socket();
    socket.emit("posted", 1);
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1), waitOptions);
    expect(warn.mock.calls[0]).toEqual([
      "wirepact:",
      { kind: "bad_event", channel: "lobby", member: "posted", error: expect.any(Error) },
    ]);
    warn.mockRestore();
  });

  it("ignores events that the contract does not have", async () => {
    const client = connect();
    const socket = await server.socket();
    const next = client.on.posted.once();
    for (const name of ["nobody", "__proto__", "constructor", "error", "$other"]) socket.emit(name, 1);
    socket.emit("posted", { text: "x" });
    await next;
    expect(reports).toEqual([]);
  });

  it("loses no listener over a reconnection", async () => {
    const client = connect();
    const first = await server.socket();
    const heard: string[] = [];
    client.on.posted(({ text }) => heard.push(text));
    first.emit("posted", { text: "before" });
    await vi.waitFor(() => expect(heard).toEqual(["before"]), waitOptions);
    first.conn.close();
    const second = await server.socket(1);
    second.emit("posted", { text: "after" });
    await vi.waitFor(() => expect(heard).toEqual(["before", "after"]), waitOptions);
  });
});

describe("on.once", () => {
  it("rejects at its deadline, with its signal, and when the client is closed first", async () => {
    const client = connect();
    const controller = new AbortController();
    const aborted = client.on.posted.once({ signal: controller.signal });
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ code: "aborted" });
    await expect(client.on.posted.once({ timeoutMs: 5 })).rejects.toMatchObject({ code: "timeout" });
    const closed = client.on.tick.once();
    client.close();
    await expect(closed).rejects.toMatchObject({ code: "disconnected" });
  });
});

describe("on.iterate", () => {
  it("gives every payload from its making on, in order, and ends with close()", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const loop = client.on.posted.iterate();
    for (const text of ["a", "b", "c"]) socket.emit("posted", { text });
    const heard: string[] = [];
    for await (const { text } of loop) {
      heard.push(text);
      if (text === "c") client.close();
    }
    expect(heard).toEqual(["a", "b", "c"]);
    expect(await loop.next()).toEqual({ done: true, value: undefined });
  });

  it("ends with its signal, without an error", async () => {
    const client = connect();
    const controller = new AbortController();
    const loop = client.on.posted.iterate({ signal: controller.signal });
    const next = loop.next();
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    const aborted = client.on.posted.iterate({ signal: controller.signal });
    expect(await aborted.next()).toEqual({ done: true, value: undefined });
  });

  it("stops listening when the loop is left", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const loop = client.on.posted.iterate();
    socket.emit("posted", { text: "a" });
    socket.emit("posted", { text: "b" });
    for await (const { text } of loop) {
      expect(text).toBe("a");
      break;
    }
    expect(await loop.next()).toEqual({ done: true, value: undefined });
  });

  it("that lags behind ends with `overloaded` after what it has", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const loop = client.on.posted.iterate({ maxBuffered: 2 });
    for (const text of ["a", "b", "c", "d"]) socket.emit("posted", { text });
    const last = client.on.tick.once();
    socket.emit("tick");
    await last;
    expect((await loop.next()).value).toEqual({ text: "a" });
    expect((await loop.next()).value).toEqual({ text: "b" });
    await expect(loop.next()).rejects.toMatchObject({ code: "overloaded" });
    expect(await loop.next()).toEqual({ done: true, value: undefined });
  });

  it("serves several waiting takers in order", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const loop = client.on.tick.iterate();
    const both = Promise.all([loop.next(), loop.next()]);
    socket.emit("tick");
    socket.emit("tick");
    expect(await both).toEqual([
      { done: false, value: undefined },
      { done: false, value: undefined },
    ]);
    await loop.return?.();
  });
});

describe("emitting", () => {
  it("throws for a payload that the contract refuses, before anything leaves", async () => {
    const client = connect();
    expect(() => client.emit.typed({ text: 1 } as unknown as { text: string })).toThrow(
      expect.objectContaining({ code: "bad_input" }),
    );
  });

  it("throws for a payload that is larger than the server takes, and the connection stays", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    expect(() => client.emit.typed({ text: "x".repeat(1_000_000) })).toThrow(
      expect.objectContaining({ code: "too_large" }),
    );
    const heard = new Promise((resolve) => socket.on("poked", () => resolve("poked")));
    client.emit.poked();
    expect(await heard).toBe("poked");
  });

  it("reports an event that waited and turned out to be too large", async () => {
    const client = connect();
    client.emit.typed({ text: "x".repeat(1_000_000) });
    client.emit.typed({ text: "y" });
    const socket = await server.socket();
    expect(await new Promise((resolve) => socket.on("typed", resolve))).toEqual({ text: "y" });
    await client.whenConnected();
    expect(reports).toEqual([
      {
        kind: "emit",
        channel: "lobby",
        member: "typed",
        error: expect.objectContaining({ code: "too_large" }),
      },
    ]);
  });
});
