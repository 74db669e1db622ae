import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isSystemFailure, type WireError } from "wirepact/client";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
const clients: LobbyClient[] = [];
const reports: unknown[] = [];
const connect = (options: Parameters<typeof connectLobby>[1] = {}, url = server.url) => {
  const client = connectLobby(url, { onError: (report) => reports.push(report), ...options });
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

const failure = (promise: Promise<unknown>): Promise<WireError> =>
  promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: WireError) => error,
  );

describe.each(["polling", "websocket"] as const)("a call over %s", (transport) => {
  const transports = [transport];

  it("resolves with the reply's value", async () => {
    const client = connect({ transports });
    const socket = await server.socket();
    socket.on("add", ({ a, b }, answer) => answer({ ok: true, value: a + b }));
    expect(await client.call.add({ a: 1, b: 2 })).toBe(3);
  });

  it("without an input sends its name alone", async () => {
    const client = connect({ transports });
    const socket = await server.socket();
    const received: unknown[][] = [];
    socket.on("ping", (...args) => {
      received.push(args.slice(0, -1));
      args.at(-1)({ ok: true });
    });
    expect(await client.call.ping()).toBeUndefined();
    expect(received).toEqual([[]]);
  });

  it("rejects with a declared error and its data", async () => {
    const client = connect({ transports });
    const socket = await server.socket();
    socket.on("add", (_input, answer) =>
      answer({ ok: false, error: { code: "Busy", message: "later", data: { until: 5, more: "stripped" } } }),
    );
    const result = await client.call.add.safe({ a: 1, b: 2 });
    if (result.ok || result.error.code !== "Busy") throw new Error("expected Busy");
    expect(result.error.data).toEqual({ until: 5 });
    expect(result.error.message).toBe("later");
    expect(result.error.mayHaveRun).toBe(true);
  });

  it("that is larger than the server takes fails and the connection stays", async () => {
    const client = connect({ transports });
    const socket = await server.socket();
    socket.on("anything", (input, answer) => answer({ ok: true, value: String(input).length }));
    await client.whenConnected();
    const id = socket.id;
    expect(await failure(client.call.anything("x".repeat(1_000_000)))).toMatchObject({
      code: "too_large",
      mayHaveRun: false,
    });
    expect(await failure(client.call.anything("ä".repeat(500_000)))).toMatchObject({ code: "too_large" });
    expect(await client.call.anything("x".repeat(999_900))).toBe(999_900);
    expect(client.state.value).toEqual({ status: "connected", id });
  });
});

describe("a call", () => {
  it("with bad input is refused before it leaves, without a synchronous throw", async () => {
    const client = connect();
    const socket = await server.socket();
    const heard = vi.fn();
    socket.onAny(heard);
    const input = { a: 1 } as { a: number; b: number };
    let call: Promise<number> | undefined;
    expect(() => {
      call = client.call.add(input);
    }).not.toThrow();
    const error = await failure(call as Promise<number>);
    expect(error).toMatchObject({ code: "bad_input", mayHaveRun: false });
    expect(error.issues?.[0]?.path).toEqual(["b"]);
    expect(await client.call.add.safe(input)).toMatchObject({ ok: false, error: { code: "bad_input" } });
    socket.on("ping", (answer) => answer({ ok: true }));
    await client.call.ping();
    expect(heard.mock.calls.map(([name]) => name)).toEqual(["ping"]);
  });

  const throwRangeError = () => {
    throw new RangeError("no");
  };
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  let deep: unknown = 1;
  for (let level = 0; level < 65; level++) deep = [deep];
  it.each([
    ["a cycle", cyclic, "bad_input"],
    ["a bigint", { n: 1n }, "bad_input"],
    ["NaN", [Number.NaN], "bad_input"],
    ["Infinity", Number.POSITIVE_INFINITY, "bad_input"],
    ["a function", { f() {} }, "bad_input"],
    ["a symbol", Symbol("s"), "bad_input"],
    ["undefined within an array", [undefined], "bad_input"],
    ["a hole", new Array(1), "bad_input"],
    ["a Map", new Map(), "bad_input"],
    ["a Date", new Date(0), "bad_input"],
    ["a toJSON", { toJSON: () => 1 }, "bad_input"],
    ["memory", [new Uint8Array(1)], "bad_input"],
    [
      "a getter that throws",
      Object.defineProperty({}, "x", { enumerable: true, get: throwRangeError }),
      "bad_input",
    ],
    ["65 levels", deep, "too_large"],
    ["more than 100,000 values", new Array(100_001).fill(1), "too_large"],
  ])("whose opaque input holds %s fails with the reason", async (_what, input, code) => {
    const client = connect();
    expect(await failure(client.call.anything(input))).toMatchObject({ code, mayHaveRun: false });
  });

  it("ends with `timeout` when nobody answers, and a late reply changes nothing", async () => {
    const client = connect();
    const socket = await server.socket();
    let answerLate: ((reply: unknown) => void) | undefined;
    socket.on("add", (_input, answer) => {
      answerLate = answer;
    });
    await client.whenConnected();
    const error = await failure(client.call.add({ a: 1, b: 2 }, { timeoutMs: 30 }));
    expect(error).toMatchObject({ code: "timeout", mayHaveRun: true, message: "`add` was not answered." });
    answerLate?.({ ok: true, value: 3 });
    socket.on("ping", (answer) => answer({ ok: true }));
    await client.call.ping();
  });

  it("counts its deadline from the call, connection or none", async () => {
    const client = connect({}, "http://127.0.0.1:1");
    const error = await failure(client.call.add({ a: 1, b: 2 }, { timeoutMs: 30 }));
    expect(error).toMatchObject({ code: "timeout", mayHaveRun: false, message: "`add` was not sent." });
  });

  it("that was given up before it left is never sent", async () => {
    const { port } = server;
    await server.close();
    const client = connect({}, `http://127.0.0.1:${port}`);
    const controller = new AbortController();
    const aborted = failure(client.call.add({ a: 1, b: 1 }, { signal: controller.signal }));
    const timedOut = failure(client.call.add({ a: 2, b: 2 }, { timeoutMs: 20 }));
    const kept = client.call.add({ a: 3, b: 3 });
    controller.abort();
    expect(await aborted).toMatchObject({ code: "aborted", mayHaveRun: false });
    expect(await timedOut).toMatchObject({ code: "timeout", mayHaveRun: false });
    server = await startPlainServer({}, port);
    const heard: unknown[] = [];
    server.io.of("/lobby").on("connection", (socket) =>
      socket.on("add", (input, answer) => {
        heard.push(input);
        answer({ ok: true, value: input.a + input.b });
      }),
    );
    expect(await kept).toBe(6);
    expect(heard).toEqual([{ a: 3, b: 3 }]);
  });

  it("with a signal that is aborted already rejects and sends nothing", async () => {
    const client = connect();
    const socket = await server.socket();
    const heard = vi.fn();
    socket.onAny(heard);
    await client.whenConnected();
    expect(await failure(client.call.ping({ signal: AbortSignal.abort() }))).toMatchObject({
      code: "aborted",
      mayHaveRun: false,
    });
    socket.on("ping", (answer) => answer({ ok: true }));
    await client.call.ping();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("that is aborted in flight rejects at once and tells the server", async () => {
    const client = connect();
    const socket = await server.socket();
    const heard: unknown[][] = [];
    socket.onAny((...args) => heard.push(args.filter((arg) => typeof arg !== "function")));
    await client.whenConnected();
    const controller = new AbortController();
    const call = failure(client.call.add({ a: 1, b: 2 }, { signal: controller.signal }));
    const ping = failure(client.call.ping({ signal: controller.signal }));
    await vi.waitFor(() => expect(heard).toHaveLength(2), waitOptions);
    controller.abort();
    expect(await call).toMatchObject({ code: "aborted", mayHaveRun: true });
    expect(await ping).toMatchObject({ code: "aborted" });
    await vi.waitFor(() => expect(heard).toHaveLength(4), waitOptions);
    const [, , mark] = heard[0] as [string, unknown, { cancelId: number }];
    expect(heard).toEqual([
      ["add", { a: 1, b: 2 }, { cancelId: mark.cancelId }],
      ["ping", null, { cancelId: mark.cancelId + 1 }],
      ["$cancel", mark.cancelId],
      ["$cancel", mark.cancelId + 1],
    ]);
  });

  it("leaves nothing on its signal once it is settled", async () => {
    const client = connect();
    const socket = await server.socket();
    socket.on("ping", (...args) => args.at(-1)({ ok: true }));
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await client.call.ping({ signal });
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed).toHaveBeenCalledWith("abort", added.mock.calls[0]?.[1]);
    client.close();
    await failure(client.call.ping({ signal }));
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  });

  it("with an optional input that is left out sends no `null` in its place", async () => {
    const client = connect();
    const socket = await server.socket();
    const heard: unknown[][] = [];
    socket.on("note", (...args) => {
      heard.push(args.slice(0, -1));
      args.at(-1)({ ok: true, value: "noted" });
    });
    const { signal } = new AbortController();
    await client.call.note(undefined);
    await client.call.note(undefined, { signal });
    await client.call.note("x", { signal });
    expect(heard).toEqual([[], [], ["x", { cancelId: expect.any(Number) }]]);
  });

  it("in flight rejects with `disconnected` as soon as the connection is lost", async () => {
    const client = connect();
    const socket = await server.socket();
    const heard = vi.fn();
    socket.on("add", heard);
    const call = failure(client.call.add({ a: 1, b: 2 }));
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), waitOptions);
    socket.conn.close();
    expect(await call).toMatchObject({ code: "disconnected", mayHaveRun: true });
  });

  it("on a closed client rejects with `disconnected`", async () => {
    const client = connect();
    const waiting = failure(client.call.add({ a: 1, b: 2 }));
    client.close();
    expect(await waiting).toMatchObject({ code: "disconnected", mayHaveRun: false });
    expect(await failure(client.call.ping())).toMatchObject({ code: "disconnected", mayHaveRun: false });
    expect(() => client.emit.poked()).toThrow("not connected");
  });

  it("is refused with `overloaded` when 1,000 wait already", async () => {
    const client = connect({}, "http://127.0.0.1:1");
    const calls = Array.from({ length: 1_000 }, () => failure(client.call.ping()));
    expect(await failure(client.call.ping())).toMatchObject({ code: "overloaded", mayHaveRun: false });
    client.close();
    expect((await Promise.all(calls)).every(({ code }) => code === "disconnected")).toBe(true);
  });

  it("keeps its place in the line of what waits for the connection", async () => {
    const client = connect({ autoConnect: false });
    const heard: unknown[] = [];
    server.io.of("/lobby").on("connection", (socket) => {
      socket.onAny((name, ...args) => {
        heard.push(name);
        if (name === "add") args.at(-1)({ ok: true, value: 0 });
      });
    });
    client.connect();
    client.state.subscribe((state) => {
      if (state.status === "connected") client.emit.poked();
    });
    client.emit.typed({ text: "first" });
    const call = client.call.add({ a: 0, b: 0 });
    client.emit.typed({ text: "last" });
    await call;
    await vi.waitFor(() => expect(heard).toEqual(["typed", "add", "typed", "poked"]), waitOptions);
  });

  it("that is bounced by an overdue heartbeat waits, and is sent once", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 120_000);
    const call = client.call.add({ a: 1, b: 2 });
    const second = client.call.ping();
    const heard: unknown[] = [];
    socket.onAny((name) => heard.push(["old", name]));
    await vi.waitFor(() => expect(client.state.value.status).toBe("reconnecting"), waitOptions);
    now.mockRestore();
    server.io.of("/lobby").on("connection", (next) =>
      next.onAny((name, ...args) => {
        heard.push(name);
        args.at(-1)({ ok: true, value: 3 });
      }),
    );
    expect(await call).toBe(3);
    await second;
    expect(heard).toEqual(["add", "ping"]);
  });

  it.each([
    ["nothing", []],
    ["null", [null]],
    ["text", ["ok"]],
    ["an array", [[]]],
    ["an object without ok", [{ value: 3 }]],
    ["ok of another type", [{ ok: 1, value: 3 }]],
    ["two arguments", [{ ok: true, value: 3 }, 1]],
    ["a value that breaks the contract", [{ ok: true, value: "3" }]],
    ["no value", [{ ok: true }]],
    ["an error without a code", [{ ok: false, error: {} }]],
    ["no error", [{ ok: false }]],
    ["an error of null", [{ ok: false, error: null }]],
    ["a code that is not declared", [{ ok: false, error: { code: "Nope", message: "" } }]],
    ["a code of Object.prototype", [{ ok: false, error: { code: "constructor", message: "" } }]],
    ["__proto__ as code", [{ ok: false, error: { code: "__proto__", message: "" } }]],
    [
      "a declared error with bad data",
      [{ ok: false, error: { code: "Busy", message: "", data: { until: "x" } } }],
    ],
    ["data where none is declared", [{ ok: false, error: { code: "Gone", message: "", data: {} } }]],
  ])("that is answered by %s is `bad_output`", async (_what, args) => {
    const client = connect();
    const socket = await server.socket();
    socket.on("add", (_input, answer) => answer(...args));
    expect(await failure(client.call.add({ a: 1, b: 2 }))).toMatchObject({
      code: "bad_output",
      mayHaveRun: true,
    });
  });

  it("keeps of a forged error only what has the right shape", async () => {
    const client = connect();
    const socket = await server.socket();
    const issues = [
      null,
      { message: 5 },
      { message: "x".repeat(5_000), path: ["k".repeat(5_000)], code: "custom", input: "secret" },
      { message: "fine", path: [{}] },
      ...Array.from({ length: 50 }, () => ({ message: "more", path: [] })),
    ];
    socket.on("add", (_input, answer) =>
      answer({ ok: false, error: { code: "overloaded", message: "m", issues, retryAfterMs: "soon" } }),
    );
    const error = await failure(client.call.add({ a: 1, b: 2 }));
    expect(isSystemFailure(error)).toBe(true);
    expect(error).toMatchObject({ code: "overloaded", mayHaveRun: false, retryAfterMs: undefined });
    expect(error.issues).toHaveLength(10);
    expect(error.issues?.[0]?.message).toHaveLength(200);
    expect(JSON.stringify(error.issues)).not.toContain("secret");
  });
});
