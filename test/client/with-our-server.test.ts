import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { socketsPlugin, type WireError } from "wirepact/server";
import { z } from "zod";
import { connectLobby, type LobbyClient, lobbyChannel, zodCheck } from "./lobby.js";
import { waitOptions } from "./plain-server.js";

let app: FastifyInstance;
let client: LobbyClient;
let url: string;
/** What the handlers saw. */
let seen: unknown[];
/** What this client's handlers are given. */
let context: ServerContext | undefined;

/** What these tests use of a handler's context. */
interface ServerContext {
  readonly signal: AbortSignal;
  readonly emit: { posted(payload: { text: string }): void; tick(): void };
  readonly call: {
    confirm(input: { question: string }, options?: { signal?: AbortSignal }): Promise<boolean>;
    whoAreYou(): Promise<string>;
  };
  readonly error: { Busy(data: { until: number }): WireError };
  disconnect(reason?: string): void;
}

const handlers = {
  connect({ auth, refuse }: { auth: { name: string }; refuse: { Full(data: object): WireError } }) {
    if (auth.name === "late") throw refuse.Full({ seats: 4 });
  },
  connected(connected: ServerContext) {
    context = connected;
    connected.emit.tick();
  },
  async add({ a, b }: { a: number; b: number }, { error, signal }: ServerContext) {
    if (a === 1) throw error.Busy({ until: 9 });
    if (a === 2) throw new Error("secret");
    if (a === 3) return String(b);
    if (a === 4) {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      seen.push("aborted");
    }
    return a + b;
  },
  ping() {},
  note: (text: string | undefined) => String(text),
  anything: (value: unknown) => value,
  typed: (payload: unknown) => void seen.push(payload),
  poked: () => void seen.push("poked"),
};

const serve = async (port = 0) => {
  app = Fastify();
  const definition = lobbyChannel({ auth: zodCheck(z.object({ name: z.string() })) });
  await app.register(socketsPlugin([definition]), {
    channels: { lobby: { channel: "lobby", handlers } },
    limits: { maxBytes: false },
  });
  await app.listen({ port, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
};

beforeEach(async () => {
  seen = [];
  context = undefined;
  await serve();
});
afterEach(async () => {
  client.close();
  await app.close();
});

describe.each(["polling", "websocket"] as const)("client and server over %s", (transport) => {
  const connect = (options: Parameters<typeof connectLobby>[1] = {}) => {
    client = connectLobby(url, { transports: [transport], ...options });
    return client;
  };

  it("understand one another in every kind of answer", async () => {
    const { call } = connect();
    expect(await call.add({ a: 40, b: 2 })).toBe(42);
    expect(await call.ping()).toBeUndefined();
    expect(await call.note(undefined)).toBe("undefined");
    expect(await call.note("x", { signal: new AbortController().signal })).toBe("x");
    expect(await call.anything({ deep: [1, null, { "": "ä" }] })).toEqual({ deep: [1, null, { "": "ä" }] });
    expect(await call.add.safe({ a: 1, b: 0 })).toMatchObject({
      error: { code: "Busy", data: { until: 9 } },
    });
    expect(await call.add.safe({ a: 2, b: 0 })).toMatchObject({
      error: { code: "internal", mayHaveRun: true },
    });
    expect(await call.add.safe({ a: 3, b: 0 })).toMatchObject({ error: { code: "bad_output" } });
  });

  it("withdraw a call", async () => {
    const { call, whenConnected } = connect();
    await whenConnected();
    const controller = new AbortController();
    const answer = call.add.safe({ a: 4, b: 0 }, { signal: controller.signal });
    await call.ping();
    controller.abort();
    expect(await answer).toMatchObject({ error: { code: "aborted", mayHaveRun: true } });
    await vi.waitFor(() => expect(seen).toEqual(["aborted"]), waitOptions);
  });

  it("send events both ways, the first right after the connection", async () => {
    const { on, emit } = connect();
    await on.tick.once();
    emit.typed({ text: "hi" });
    emit.poked();
    const posted = on.posted.once();
    context?.emit.posted({ text: "there" });
    expect(await posted).toEqual({ text: "there" });
    await vi.waitFor(() => expect(seen).toEqual([{ text: "hi" }, "poked"]), waitOptions);
  });

  it("let the server call, and withdraw its call", async () => {
    const { on, handle } = connect();
    await on.tick.once();
    if (context === undefined) throw new Error("nobody connected");
    await expect(context.call.whoAreYou()).rejects.toMatchObject({ code: "not_found" });
    handle.whoAreYou(() => "Ada");
    expect(await context.call.whoAreYou()).toBe("Ada");
    let aborted: AbortSignal | undefined;
    handle.confirm(({ question }, { signal }) => {
      if (question === "sure?") return true;
      aborted = signal;
      return new Promise<boolean>(() => {});
    });
    expect(await context.call.confirm({ question: "sure?" })).toBe(true);
    const controller = new AbortController();
    const answer = context.call.confirm({ question: "well?" }, { signal: controller.signal });
    await vi.waitFor(() => expect(aborted).toBeDefined(), waitOptions);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: "aborted" });
    await vi.waitFor(() => expect(aborted?.aborted).toBe(true), waitOptions);
  });

  it("refuse with a declared error, and end with a reason", async () => {
    const refused = connect({ auth: { name: "late" } });
    await expect(refused.whenConnected()).rejects.toMatchObject({ code: "Full", data: { seats: 4 } });
    const { on, state } = connect();
    await on.tick.once();
    context?.disconnect("maintenance");
    await vi.waitFor(
      () => expect(state.value).toEqual({ status: "closed", by: "server", reason: "maintenance" }),
      waitOptions,
    );
  });

  it("find one another again after the server was restarted", async () => {
    const { on, whenConnected, call, state } = connect();
    await on.tick.once();
    const { port } = new URL(url);
    await app.close();
    await vi.waitFor(() => expect(state.value.status).toBe("reconnecting"), waitOptions);
    const waiting = call.add({ a: 40, b: 2 });
    await serve(Number(port));
    expect(await waiting).toBe(42);
    await whenConnected();
  });

  it("refuse locally what the server would close the connection for", async () => {
    const { on, call, state } = connect();
    await on.tick.once();
    expect(await call.anything.safe("x".repeat(1_000_000))).toMatchObject({ error: { code: "too_large" } });
    expect(await call.anything("x".repeat(900_000))).toHaveLength(900_000);
    expect(state.value.status).toBe("connected");
  });
});
