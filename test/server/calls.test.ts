import { describe, expect, test } from "vitest";
import { WireError } from "wirepact/server";
import { happens, startArena, until } from "./start-arena.js";

describe.each(["websocket", "polling"] as const)("a call over %s", (transport) => {
  test("is answered with the handler's value, stripped of what the contract does not declare", async () => {
    const arena = await startArena({
      handlers: {
        add: ({ a, b }) => {
          const result = { sum: a + b, secret: "s" };
          return result;
        },
      },
    });
    const client = await arena.join("Ada", { transports: [transport] });
    expect(await client.emitWithAck("add", { a: 1, b: 2 })).toEqual({ ok: true, value: { sum: 3 } });
  });

  test("is answered `bad_input` with the path of the first issue and without the input", async () => {
    const arena = await startArena();
    const client = await arena.join("Ada", { transports: [transport] });
    const reply = await client.emitWithAck("add", { a: "very secret", b: 2 });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "bad_input", issues: [{ code: "invalid_type", path: ["a"] }] },
    });
    expect(JSON.stringify(reply)).not.toContain("secret");
  });

  test("whose handler throws later is answered `internal`, masked, logged once under the incident", async () => {
    const arena = await startArena({
      handlers: {
        fail: async () => {
          await Promise.resolve();
          throw new Error("password of the database");
        },
      },
    });
    const client = await arena.join("Ada", { transports: [transport] });
    const reply = await client.emitWithAck("fail", { how: "x" });
    expect(reply).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(reply)).not.toContain("password");
    const { incident } = reply.error.data;
    const lines = arena.log.filter((line) => line.incident === incident);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 50, channel: "arena", member: "fail", clientId: client.id });
  });
});

describe("a handler's throw", () => {
  test.each([
    ["a declared error with its data", "Full", { code: "Full", data: { seats: 3 } }],
    ["a declared error without data", "Shut", { code: "Shut", message: "closed today" }],
    ["`overloaded` with the time to come again", "overloaded", { code: "overloaded", retryAfterMs: 50 }],
    ["`unauthorized`", "unauthorized", { code: "unauthorized", message: "not you" }],
    ["`internal` for a code that only the runtime says", "timeout", { code: "internal" }],
    ["`internal` for an error that the contract does not declare", "NameTaken", { code: "internal" }],
    ["`internal` for declared data that breaks the contract", "wrong", { code: "internal" }],
    ["`internal` for what is no error at all", "text", { code: "internal" }],
  ])("is answered with %s", async (_claim, how, error) => {
    const arena = await startArena({
      handlers: {
        fail(_input, context) {
          switch (how) {
            case "Full":
              throw context.error.Full({ seats: 3 });
            case "Shut":
              throw context.error.Shut("closed today");
            case "wrong":
              // A cast past the compiler, as in plain JavaScript.
              throw context.error.Full({ seats: "many" as unknown as number });
            case "text":
              throw "text";
            default:
              throw new WireError(how, "not you", { retryAfterMs: 50 });
          }
        },
      },
    });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("fail", { how })).toMatchObject({ ok: false, error });
  });

  test("of another copy of the package is told by its name and code", async () => {
    class WireErrorOfAnotherCopy extends Error {
      override readonly name = "WireError";
      readonly code = "Full";
      readonly data = { seats: 1 };
    }
    const arena = await startArena({
      handlers: {
        fail() {
          throw new WireErrorOfAnotherCopy("full");
        },
      },
    });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("fail", { how: "" })).toMatchObject({
      error: { code: "Full", data: { seats: 1 } },
    });
  });
});

describe("a result that JSON cannot hold is `bad_output`", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];

  test.each<[string, unknown]>([
    ["a cycle", cycle],
    ["a bigint", 1n],
    ["NaN", { ratio: Number.NaN }],
    ["Infinity", [Number.POSITIVE_INFINITY]],
    ["undefined in an array", [1, undefined]],
    ["a hole in an array", new Array(2)],
    ["a Map", new Map([[1, 2]])],
    ["a function", { f: () => 1 }],
    ["a symbol", Symbol("s")],
    ["nesting without end", deep],
    [
      "a toJSON that throws",
      {
        toJSON: () => {
          throw new Error("no");
        },
      },
    ],
    ["a toJSON", { toJSON: () => 1 }],
    ["a Date", new Date(0)],
    ["a Date without a time", new Date(Number.NaN)],
    ["memory", { bytes: new Uint8Array(1) }],
  ])("%s", async (_what, value) => {
    const arena = await startArena({ handlers: { echo: () => value } });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("echo", 1)).toMatchObject({ ok: false, error: { code: "bad_output" } });
    expect(await client.emitWithAck("add", { a: 1, b: 1 })).toEqual({ ok: true, value: { sum: 2 } });
    expect(arena.log.filter(({ level }) => level === 50)).toHaveLength(1);
  });

  test("a value of the wrong type, whose issues go to the log and not to the client", async () => {
    const arena = await startArena({ handlers: { add: () => ({ sum: "3" as unknown as number }) } });
    const client = await arena.join("Ada");
    const reply = await client.emitWithAck("add", { a: 1, b: 2 });
    expect(reply).toMatchObject({ ok: false, error: { code: "bad_output" } });
    expect(arena.log.find(({ level }) => level === 50)).toMatchObject({ issues: [{ path: ["sum"] }] });
  });

  test("a tree that holds itself under a schema that holds itself", async () => {
    const arena = await startArena({
      handlers: {
        plant(tree) {
          tree.children.push(tree);
          return tree;
        },
      },
    });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("plant", { name: "oak", children: [] })).toMatchObject({
      error: { code: "bad_output" },
    });
  });
});

describe("a call that takes long", () => {
  test("is answered `timeout` at its deadline and its signal is aborted with that", async () => {
    let reason: unknown;
    const arena = await startArena({
      handlers: {
        slow: (_input, { signal }) =>
          new Promise((resolve) => {
            signal.addEventListener("abort", () => {
              reason = signal.reason;
              resolve("too late");
            });
          }),
      },
    });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("slow", { ms: 0 })).toMatchObject({
      ok: false,
      error: { code: "timeout" },
    });
    expect(reason).toMatchObject({ name: "WireError", code: "timeout" });
  });

  test("is answered `aborted` when withdrawn, once", async () => {
    const arena = await startArena({
      handlers: {
        slow: (_input, { signal }) =>
          new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      },
    });
    const client = await arena.join("Ada");
    const reply = client.emitWithAck("slow", { ms: 0 }, { cancelId: 7 });
    client.emit("$cancel", 7);
    client.emit("$cancel", 7);
    expect(await reply).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect(arena.log.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test("has its signal aborted when its client goes", async () => {
    let reason: unknown;
    const arena = await startArena({
      handlers: {
        slow: (_input, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              reason = signal.reason;
              reject(signal.reason);
            });
            arena.sockets.all.emit.heard({ text: "started" });
          }),
      },
    });
    const client = await arena.join("Ada");
    const started = happens(client, "heard");
    client.emit("slow", { ms: 0 }, () => undefined);
    await started;
    client.disconnect();
    await until(() => reason !== undefined);
    expect(reason).toMatchObject({ code: "disconnected" });
  });

  test("that fails after its deadline is logged and ends nothing", async () => {
    const arena = await startArena({
      handlers: {
        slow: (_input, { signal }) =>
          new Promise((_, reject) =>
            signal.addEventListener("abort", () => reject(new Error("clean-up failed"))),
          ),
      },
    });
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("slow", { ms: 0 })).toMatchObject({ error: { code: "timeout" } });
    await until(() => arena.log.some(({ msg }) => msg === "handler failed after its call had ended"));
  });

  test("and reuses the `cancelId` of an open call is `bad_input`; the open one goes on", async () => {
    const arena = await startArena();
    const client = await arena.join("Ada");
    const first = client.emitWithAck("slow", { ms: 30 }, { cancelId: 0 });
    const second = client.emitWithAck("slow", { ms: 30 }, { cancelId: 0 });
    expect(await second).toMatchObject({ ok: false, error: { code: "bad_input" } });
    expect(await first).toEqual({ ok: true, value: "done" });
    expect(await client.emitWithAck("slow", { ms: 1 }, { cancelId: 0 })).toEqual({ ok: true, value: "done" });
  });
});

test("nothing of a handler's failures is an unhandled rejection or exception", async () => {
  const faults: unknown[] = [];
  const note = (fault: unknown) => faults.push(fault);
  process.on("unhandledRejection", note);
  process.on("uncaughtExceptionMonitor", note);
  try {
    const arena = await startArena({
      handlers: {
        connected: async () => {
          throw new Error("connected");
        },
        disconnect: async () => {
          throw new Error("disconnect");
        },
        shout: async () => {
          throw new Error("shout");
        },
        wave: () => {
          throw new Error("wave");
        },
        fail: async () => {
          throw new Error("fail");
        },
      },
    });
    const client = await arena.join("Ada");
    client.emit("shout", { text: "x" });
    client.emit("wave");
    await client.emitWithAck("fail", { how: "" });
    client.disconnect();
    await until(() => arena.log.filter(({ msg }) => msg === "handler failed").length === 5);
    await new Promise((resolve) => setImmediate(resolve));
    expect(faults).toEqual([]);
  } finally {
    process.off("unhandledRejection", note);
    process.off("uncaughtExceptionMonitor", note);
  }
});
