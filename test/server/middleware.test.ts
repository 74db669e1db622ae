import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ChannelImplementation,
  type ContextName,
  type MemberRun,
  type MiddlewareContext,
  middleware,
  WireError,
} from "wirepact/server";
import type { HandlerContext } from "../../server/runtime/handler-context.js";
import { type ArenaContext, implementArena } from "./arena.js";
import { type ArenaSetup, defaultHandlers, type Player, startArena, until } from "./start-arena.js";

/** Writes down in what order things run. */
function diary(name: string, pages: string[]) {
  return middleware({
    name,
    before: () => void pages.push(`${name} before`),
    after: () => void pages.push(`${name} after`),
    error: () => void pages.push(`${name} error`),
  });
}

const tenancy = middleware({
  name: "tenancy",
  async before(context: MiddlewareContext<Player>) {
    await Promise.resolve();
    return { tenant: `${context.session.name}'s` };
  },
});

const closed = middleware({
  name: "closed",
  before() {
    throw new WireError("unauthorized", "The arena is closed.");
  },
});

const start = (implementation: ChannelImplementation<"arena">, setup: ArenaSetup = {}) =>
  startArena({ ...setup, implementation });

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  const transports = [transport];

  test("a handler sees what middleware has added, and its client gets the answer", async () => {
    const arena = await start(
      implementArena.with(tenancy)({
        ...defaultHandlers,
        greet: (name, { tenant }) => `${name} of ${tenant}`,
      }),
    );
    const client = await arena.join("Ada", { transports });
    expect(await client.emitWithAck("greet", "Bo")).toEqual({ ok: true, value: "Bo of Ada's" });
  });

  test("a refusal is the answer, and the handler does not run", async () => {
    let runs = 0;
    const arena = await start(implementArena.with(closed)({ ...defaultHandlers, ping: () => void runs++ }));
    const client = await arena.join("Ada", { transports });
    expect(await client.emitWithAck("ping")).toEqual({
      ok: false,
      error: { code: "unauthorized", message: "The arena is closed." },
    });
    expect(runs).toBe(0);
  });
});

test("nothing can be added under a name that a context has", () => {
  expectTypeOf<ContextName>().toEqualTypeOf<keyof HandlerContext>();
});

describe("order", () => {
  test("the app's middleware runs outermost, then the channel's, then the member's", async () => {
    const pages: string[] = [];
    const arena = await start(
      implementArena.with(diary("channel", pages)).with(diary("member", pages), "add")({
        ...defaultHandlers,
        add: ({ a, b }) => {
          pages.push("handler");
          return { sum: a + b };
        },
      }),
      { options: { use: [diary("app", pages)] } },
    );
    const client = await arena.join("Ada");
    await client.emitWithAck("add", { a: 1, b: 2 });
    expect(pages).toEqual([
      "app before",
      "channel before",
      "member before",
      "handler",
      "member after",
      "channel after",
      "app after",
    ]);
    pages.length = 0;
    await client.emitWithAck("ping");
    expect(pages).toEqual(["app before", "channel before", "channel after", "app after"]);
  });

  test("a middleware that is named twice runs once, where it is named first", async () => {
    const pages: string[] = [];
    const [log, other] = [diary("log", pages), diary("other", pages)];
    const arena = await start(implementArena.with(other).with(log)(defaultHandlers), {
      options: { use: [log] },
    });
    await (await arena.join("Ada")).emitWithAck("ping");
    expect(pages).toEqual(["log before", "other before", "other after", "log after"]);
  });

  test("around a synchronous handler nothing is put off", async () => {
    const pages: string[] = [];
    const arena = await start(
      implementArena.with(diary("log", pages))({
        ...defaultHandlers,
        wave: () => {
          queueMicrotask(() => pages.push("later"));
        },
      }),
    );
    (await arena.join("Ada")).emit("wave");
    await until(() => pages.includes("later"));
    expect(pages).toEqual(["log before", "log after", "later"]);
  });

  test("`with` leaves the function that it stands on as it is", async () => {
    const pages: string[] = [];
    implementArena.with(diary("log", pages));
    const arena = await start(implementArena(defaultHandlers));
    await (await arena.join("Ada")).emitWithAck("ping");
    expect(pages).toEqual([]);
  });
});

test("middleware is told of the call, its input and its output", async () => {
  const seen: unknown[] = [];
  const watch = middleware({
    name: "watch",
    before: (_context, run: MemberRun) => void seen.push(run),
    after: (_context, _run, output) => void seen.push(output),
  });
  const arena = await start(implementArena.with(watch)(defaultHandlers));
  const client = await arena.join("Ada");
  await client.emitWithAck("add", { a: 1, b: 2, more: true });
  client.emit("wave");
  await until(() => seen.length === 4);
  expect(seen).toEqual([
    { channel: "arena", member: "add", kind: "call", input: { a: 1, b: 2 } },
    { sum: 3 },
    { channel: "arena", member: "wave", kind: "event", input: undefined },
    undefined,
  ]);
});

test("middleware does not run for a payload that breaks the contract", async () => {
  const pages: string[] = [];
  const arena = await start(implementArena.with(diary("log", pages))(defaultHandlers));
  const client = await arena.join("Ada");
  expect(await client.emitWithAck("add", { a: "1" })).toMatchObject({ error: { code: "bad_input" } });
  expect(pages).toEqual([]);
});

test("a middleware sees what one before it has added, and its own after the handler", async () => {
  const seen: unknown[] = [];
  const count = middleware({
    name: "count",
    before: (context: ArenaContext<Player> & { readonly tenant: string }) => ({
      length: context.tenant.length,
    }),
    after: (context) => void seen.push(context.length),
  });
  const arena = await start(implementArena.with(tenancy).with(count)(defaultHandlers));
  await (await arena.join("Ada")).emitWithAck("ping");
  expect(seen).toEqual([5]);
});

describe("failures", () => {
  const pages: string[] = [];

  test("`error` runs in the place of `after`, from the inside out, and the error stays the answer", async () => {
    pages.length = 0;
    const arena = await start(
      implementArena.with(diary("outer", pages)).with(diary("inner", pages))({
        ...defaultHandlers,
        fail: (_input, { error }) => {
          throw error.Full({ seats: 3 });
        },
      }),
    );
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("fail", { how: "" })).toMatchObject({
      error: { code: "Full", data: { seats: 3 } },
    });
    expect(pages).toEqual(["outer before", "inner before", "inner error", "outer error"]);
  });

  test("a middleware that refuses has no `error` of its own run, those around it have", async () => {
    pages.length = 0;
    const arena = await start(
      implementArena.with(diary("outer", pages)).with(closed).with(diary("inner", pages))(defaultHandlers),
    );
    await (await arena.join("Ada")).emitWithAck("ping");
    expect(pages).toEqual(["outer before", "outer error"]);
  });

  test("what `error` throws takes the error's place", async () => {
    const translate = middleware({
      name: "translate",
      error: (_context, _run, error) => {
        if (error instanceof RangeError)
          throw new WireError("Full", "No seat is left.", { data: { seats: 0 } });
      },
    });
    const arena = await start(
      implementArena.with(translate)({
        ...defaultHandlers,
        fail: async () => {
          throw new RangeError("unique constraint");
        },
      }),
    );
    expect(await (await arena.join("Ada")).emitWithAck("fail", { how: "" })).toEqual({
      ok: false,
      error: { code: "Full", message: "No seat is left.", data: { seats: 0 } },
    });
  });

  test("what `after` throws takes the output's place", async () => {
    const commit = middleware({
      name: "commit",
      async after() {
        throw new WireError("overloaded", "The store is busy.", { retryAfterMs: 5 });
      },
    });
    const arena = await start(implementArena.with(commit)(defaultHandlers));
    expect(await (await arena.join("Ada")).emitWithAck("greet")).toEqual({
      ok: false,
      error: { code: "overloaded", message: "The store is busy.", retryAfterMs: 5 },
    });
  });

  test.each(["before", "after", "error"] as const)(
    "an unknown throw in `%s` is masked, and the log has the middleware's name",
    async (hook) => {
      const broken = middleware({
        name: "broken",
        [hook]: () => {
          throw new Error("the tenants' database is at 10.0.0.7");
        },
      });
      const arena = await start(
        implementArena.with(
          broken,
          "fail",
        )({
          ...defaultHandlers,
          fail: ({ how }) => {
            if (how === "throw") throw new Error("handler");
            return how;
          },
        }),
      );
      const client = await arena.join("Ada");
      const answer = await client.emitWithAck("fail", { how: hook === "error" ? "throw" : "" });
      expect(answer).toMatchObject({ ok: false, error: { code: "internal" } });
      expect(JSON.stringify(answer)).not.toContain("10.0.0.7");
      const line = arena.log.find(({ incident }) => incident === answer.error.data.incident);
      expect(line).toMatchObject({ member: "fail", msg: "handler failed" });
      expect(JSON.stringify(line?.err)).toContain(
        `Middleware \`broken\` failed in \`${hook}\` of \`arena.fail\``,
      );
      expect(JSON.stringify(line?.err)).toContain("10.0.0.7");
    },
  );

  test("a name that the context has already is refused by name", async () => {
    const greedy = middleware({ name: "greedy", before: () => JSON.parse('{"session":1}') });
    const arena = await start(implementArena.with(greedy)(defaultHandlers));
    expect(await (await arena.join("Ada")).emitWithAck("ping")).toMatchObject({
      error: { code: "internal" },
    });
    const line = arena.log.find(({ msg }) => msg === "handler failed");
    expect(JSON.stringify(line?.err)).toContain("Middleware `greedy` adds `session`");
  });

  test("an event that is refused is noted as what the client did, not as the server's failure", async () => {
    const arena = await start(implementArena.with(closed)(defaultHandlers));
    (await arena.join("Ada")).emit("wave");
    await until(() => arena.log.some(({ msg }) => msg === "client sent what was refused as unauthorized"));
    expect(arena.log.some(({ msg }) => msg === "handler failed")).toBe(false);
  });

  test("a call that has ended while `before` was at it does not run its handler", async () => {
    let wasAborted = false;
    let runs = 0;
    const wait = middleware({
      name: "wait",
      before: ({ signal }) =>
        new Promise<void>((resolve) => {
          signal.addEventListener("abort", () => {
            wasAborted = true;
            resolve();
          });
        }),
    });
    const arena = await start(
      implementArena.with(wait)({
        ...defaultHandlers,
        slow: () => {
          runs++;
          return "done";
        },
      }),
    );
    const client = await arena.join("Ada");
    expect(await client.emitWithAck("slow", { ms: 1 })).toMatchObject({ error: { code: "timeout" } });
    expect(wasAborted).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).toBe(0);
    expect(arena.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
