import type { Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Emit, WireError } from "wirepact/client";
import { z } from "zod";
import { connectLobby, type LobbyClient, lobbyChannel, lobbyDefinition, zodCheck } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
let client: LobbyClient;
/** What the server has heard, arguments that are functions left out. */
const heard: unknown[][] = [];

beforeEach(async () => {
  heard.length = 0;
  server = await startPlainServer();
});
afterEach(async () => {
  client.close();
  await server.close();
});

/** Connects a client, and says by hand what a server says that reads batches. */
async function connect(
  options: Parameters<typeof connectLobby>[1] = {},
  definition = lobbyDefinition(),
): Promise<Socket> {
  client = connectLobby(server.url, { onError: () => {}, ...options }, definition);
  const socket = await server.socket();
  socket.onAny((...args) => heard.push(args.filter((arg) => typeof arg !== "function")));
  socket.emit("$hello", { protocol: 1 });
  socket.emit("tick");
  await client.on.tick.once();
  return socket;
}

const outcome = (call: Promise<unknown>) => call.catch((error: WireError) => error);

describe("what is sent within one tick", () => {
  it("travels as one frame, in order", async () => {
    const socket = await connect();
    socket.on("$", () => socket.emit("$", [[-1, 3], [-2], [-3, 0, { code: "Gone", message: "away" }]]));
    client.emit.typed({ text: "a" });
    const calls = [client.call.add({ a: 1, b: 2 }), client.call.ping(), client.call.add({ a: 2, b: 2 })];
    client.emit.poked();
    expect(await Promise.all(calls.map(outcome))).toMatchObject([3, undefined, { code: "Gone" }]);
    expect(heard).toEqual([
      [
        "$",
        [
          ["typed", { text: "a" }],
          [0, "add", { a: 1, b: 2 }],
          [1, "ping"],
          [2, "add", { a: 2, b: 2 }],
          ["poked"],
        ],
      ],
    ]);
  });

  it("is sent one by one to a server that has not said that it reads batches", async () => {
    client = connectLobby(server.url);
    const socket = await server.socket();
    socket.onAny((...args) => heard.push(args.filter((arg) => typeof arg !== "function")));
    await client.whenConnected();
    client.emit.typed({ text: "a" });
    client.emit.poked();
    await vi.waitFor(() => expect(heard).toEqual([["typed", { text: "a" }], ["poked"]]), waitOptions);
  });

  it("has the plain form when it is alone, and is answered in either", async () => {
    const socket = await connect();
    socket.on("add", ({ a, b }, answer) => {
      if (a === 1) answer({ ok: true, value: a + b });
      else socket.emit("$", [[-2, a + b]]);
    });
    expect(await client.call.add({ a: 1, b: 2 })).toBe(3);
    expect(await client.call.add({ a: 2, b: 2 })).toBe(4);
    expect(heard).toEqual([
      ["add", { a: 1, b: 2 }],
      ["add", { a: 2, b: 2 }],
    ]);
  });

  it("keeps its order around what Socket.IO sends beside the JSON", async () => {
    const channel = lobbyChannel();
    const typed = { kind: "event", payload: zodCheck(z.unknown()) } as const;
    const definition = lobbyDefinition({ clientToServer: { ...channel.clientToServer, typed } });
    await connect({}, definition);
    // The type of the tests' client is that of another payload.
    const emitTyped = client.emit.typed as Emit<unknown>;
    for (const payload of [1, 2, { bytes: Buffer.from([1, 2, 3]) }, 3, 4]) emitTyped(payload);
    await vi.waitFor(() => expect(heard).toHaveLength(3), waitOptions);
    const entries = (...payloads: number[]) => ["$", payloads.map((payload) => ["typed", payload])];
    expect(heard).toEqual([entries(1, 2), ["typed", { bytes: Buffer.from([1, 2, 3]) }], entries(3, 4)]);
  });

  it("is as it was when it was sent, whatever becomes of it meanwhile", async () => {
    await connect();
    const payload = { text: "before" };
    client.emit.typed(payload);
    payload.text = "after";
    await vi.waitFor(() => expect(heard).toEqual([["typed", { text: "before" }]]), waitOptions);
  });

  it("is split where the server would not take it as one", async () => {
    await server.close();
    server = await startPlainServer({ maxHttpBufferSize: 2_000 });
    const socket = await connect();
    const texts = Array.from({ length: 100 }, (_, index) => `${index} `.repeat(20));
    for (const text of texts) client.emit.typed({ text });
    await vi.waitFor(() => expect(JSON.stringify(heard)).toContain(texts.at(-1)), waitOptions);
    const entries = heard.flatMap(([name, payload]) => (name === "$" ? payload : [[name, payload]]));
    expect(entries).toEqual(texts.map((text) => ["typed", { text }]));
    expect(heard.length).toBeLessThan(50);
    expect(socket.connected).toBe(true);
  });

  it("is split after 1,000 entries", async () => {
    await connect();
    for (let index = 0; index < 2_500; index++) client.emit.poked();
    await vi.waitFor(
      () => expect(heard.map(([, entries]) => (entries as []).length)).toEqual([1_000, 1_000, 500]),
      waitOptions,
    );
  });

  it("still leaves when the channel is closed right behind it", async () => {
    await connect();
    client.emit.typed({ text: "last words" });
    const call = outcome(client.call.add({ a: 1, b: 2 }));
    client.close();
    expect(await call).toMatchObject({ code: "disconnected", mayHaveRun: true });
    await vi.waitFor(() => expect(heard).toHaveLength(1), waitOptions);
    expect(heard[0]?.[1]).toEqual([
      ["typed", { text: "last words" }],
      [0, "add", { a: 1, b: 2 }],
    ]);
  });

  it("waits for the next connection when nobody is there any more, and runs once", async () => {
    await connect();
    const overdue = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 120_000);
    const calls = [client.call.add({ a: 1, b: 2 }), client.call.add({ a: 2, b: 2 })];
    const impatient = outcome(client.call.ping({ timeoutMs: 1 }));
    await vi.waitFor(() => expect(client.state.value.status).toBe("reconnecting"), waitOptions);
    overdue.mockRestore();
    const again: unknown[] = [];
    server.io.of("/lobby").on("connection", (next) =>
      next.on("add", (input, answer) => {
        again.push(input);
        answer({ ok: true, value: input.a + input.b });
      }),
    );
    expect(await impatient).toMatchObject({ code: "timeout", mayHaveRun: false });
    expect(await Promise.all(calls)).toEqual([3, 4]);
    expect([heard, again]).toEqual([
      [],
      [
        { a: 1, b: 2 },
        { a: 2, b: 2 },
      ],
    ]);
  });
});

describe("a call in a batch", () => {
  it("is withdrawn by its id", async () => {
    await connect();
    const controller = new AbortController();
    const aborted = outcome(client.call.add({ a: 1, b: 2 }, { signal: controller.signal }));
    const timedOut = outcome(client.call.ping({ timeoutMs: 400 }));
    await vi.waitFor(() => expect(heard).toHaveLength(1), waitOptions);
    controller.abort();
    expect(await aborted).toMatchObject({ code: "aborted", mayHaveRun: true });
    expect(await timedOut).toMatchObject({ code: "timeout", mayHaveRun: true });
    await vi.waitFor(() => expect(heard).toHaveLength(3), waitOptions);
    expect(heard).toEqual([
      [
        "$",
        [
          [0, "add", { a: 1, b: 2 }],
          [1, "ping"],
        ],
      ],
      ["$cancel", 0],
      ["$cancel", 1],
    ]);
  });

  it("settles once, however often it is answered, and by no forged reply", async () => {
    const socket = await connect();
    socket.on("$", () => {
      socket.emit("$", [
        [-9, 1],
        ["nowhere", 1],
        [-1, 1],
        [-1, 2],
        [-2, 1, { code: "Gone", message: "" }],
        [-3, "no number"],
        [-4, 0, { code: "constructor", message: "" }],
      ]);
    });
    const input = { a: 1, b: 2 };
    const calls = [
      client.call.add(input),
      client.call.add(input),
      client.call.add(input),
      client.call.add(input),
    ];
    const badOutput = { code: "bad_output", mayHaveRun: true };
    expect(await Promise.all(calls.map(outcome))).toMatchObject([1, badOutput, badOutput, badOutput]);
  });
});

it.each([
  ["nothing", []],
  ["text", ["posted"]],
  ["an object", [{ length: 1 }]],
  ["numbers", [[1, 2]]],
  ["entries of nothing", [[null, [], [null], [{}]]]],
  ["a batch within a batch", [[["$", [["posted", { text: "no" }]]]]]],
  ["names of the prototype", [[["__proto__", {}], ["constructor"], [1, "__proto__"], [2, "toString", {}]]]],
  ["batches without end", [deepBatches()]],
  ["a call without a name", [[[1], [1, 2], [1, null]]]],
])("a batch that holds %s is survived", async (_what, args) => {
  const socket = await connect();
  const next = client.on.posted.once();
  socket.emit("$", ...args);
  socket.emit("$", [["posted", { text: "still" }], ["tick"]]);
  expect(await next).toEqual({ text: "still" });
});

/** Each in an entry of the one before. */
function deepBatches(): unknown {
  let batch: unknown = [];
  for (let level = 0; level < 1_000; level++) batch = [["$", batch]];
  return batch;
}

it("a call of the server in a batch is answered in one", async () => {
  const socket = await connect();
  client.handle.confirm(({ question }) => question === "yes");
  socket.emit("$", [
    [3, "confirm", { question: "yes" }],
    [4, "confirm", { question: "no" }],
    [5, "confirm", { question: 7 }],
    [6, "whoAreYou"],
  ]);
  await vi.waitFor(() => expect(heard.flatMap(([, entries]) => entries)).toHaveLength(4), waitOptions);
  expect(heard.flatMap(([, entries]) => entries)).toEqual(
    expect.arrayContaining([
      [-4, true],
      [-5, false],
      [-6, 0, expect.objectContaining({ code: "bad_input" })],
      [-7, 0, expect.objectContaining({ code: "not_found" })],
    ]),
  );
});
