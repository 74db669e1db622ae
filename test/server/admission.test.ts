import cookie from "@fastify/cookie";
import { io as connectIo, type Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import type { HandshakeRequest } from "wirepact/server";
import { openRaw } from "./raw-client.js";
import { happens, recordEvents, startArena, until } from "./start-arena.js";

async function refusalOf(client: Socket): Promise<Error & { data?: unknown }> {
  const [error] = await happens(client, "connect_error");
  // Socket.IO's own error for a refusal carries the server's data.
  return error as Error & { data?: unknown };
}

describe.each(["websocket", "polling"] as const)("over %s", (transport) => {
  const transports = [transport];

  test("what `connect` returns is the session of every other handler", async () => {
    const arena = await startArena({
      handlers: { fail: (_input, { session, auth, id }) => `${session.name} ${auth.name} ${id}` },
    });
    const ada = await arena.join("Ada", { transports });
    expect(await ada.emitWithAck("fail", { how: "" })).toEqual({ ok: true, value: `Ada Ada ${ada.id}` });
  });

  test("`connect` may refuse with a declared error", async () => {
    const arena = await startArena({
      handlers: {
        connect: async ({ auth, refuse }) => {
          throw refuse.NameTaken({ name: auth.name });
        },
      },
    });
    const refusal = await refusalOf(arena.open("Ada", { transports }));
    expect(refusal.data).toEqual({ code: "NameTaken", message: refusal.message, data: { name: "Ada" } });
  });

  test("an event that is sent right after connecting is not lost", async () => {
    const heard: string[] = [];
    const arena = await startArena({
      handlers: {
        connected: () => new Promise((resolve) => setTimeout(resolve, 50)),
        shout: ({ text }) => void heard.push(text),
      },
    });
    const ada = arena.open("Ada", { transports });
    ada.on("connect", () => ada.emit("shout", { text: "first" }));
    await until(() => heard.length === 1);
    const raw = await openRaw(arena.url);
    raw.send('40/arena,{"name":"Raw"}');
    await raw.next();
    raw.send('42/arena,["shout",{"text":"second"}]');
    await until(() => heard.length === 2);
    expect(heard).toEqual(["first", "second"]);
  });

  test("what `connected` sends first is the first that the client hears", async () => {
    const arena = await startArena({
      handlers: { connected: ({ emit }) => emit.heard({ text: "welcome" }) },
    });
    const ada = arena.open("Ada", { transports });
    expect(await happens(ada, "heard")).toEqual([{ text: "welcome" }]);
  });
});

test.each([
  ["`unauthorized`", "unauthorized", { code: "unauthorized", message: "no ticket" }],
  [
    "`overloaded` with the time to come again",
    "overloaded",
    { code: "overloaded", message: "full", retryAfterMs: 9 },
  ],
])("every channel may refuse with %s", async (_claim, how, data) => {
  const arena = await startArena({
    handlers: {
      connect({ refuse }) {
        throw how === "overloaded" ? refuse.overloaded("full", 9) : refuse.unauthorized("no ticket");
      },
    },
  });
  expect((await refusalOf(arena.open("Ada"))).data).toEqual(data);
});

test("a throw of `connect` is masked, and logged under its incident", async () => {
  const arena = await startArena({
    handlers: {
      connect() {
        throw new Error("password");
      },
    },
  });
  const { data, message } = await refusalOf(arena.open("Ada"));
  expect(data).toMatchObject({ code: "internal" });
  expect(`${message}${JSON.stringify(data)}`).not.toContain("password");
  const { incident } = (data as { data: { incident: string } }).data;
  expect(arena.log.filter((line) => line.incident === incident)).toHaveLength(1);
});

test("auth that breaks the contract is refused with its issues and `connect` does not run", async () => {
  let hasRun = false;
  const arena = await startArena({
    handlers: {
      connect() {
        hasRun = true;
        return { name: "" };
      },
    },
  });
  const refusal = await refusalOf(arena.open(""));
  expect(refusal.data).toMatchObject({ code: "bad_input", issues: [{ path: ["name"] }] });
  expect(hasRun).toBe(false);
});

test("`connect` that takes too long is refused with `timeout`, and what it took is given back", async () => {
  const farewells: unknown[] = [];
  let release: (() => void) | undefined;
  let signal: AbortSignal | undefined;
  const arena = await startArena({
    options: { connectTimeoutMs: 30 },
    handlers: {
      connect: (request) => {
        signal = request.signal;
        return new Promise((resolve) => {
          release = () => resolve({ name: "late" });
        });
      },
      disconnect: (reason, { session }) => void farewells.push([reason, session]),
    },
  });
  expect((await refusalOf(arena.open("Ada"))).data).toMatchObject({ code: "timeout" });
  expect(signal?.aborted).toBe(true);
  release?.();
  await until(() => farewells.length === 1);
  expect(farewells).toEqual([["transport close", { name: "late" }]]);
});

test("a client that goes while `connect` is at it is taken leave of once", async () => {
  const farewells: unknown[] = [];
  let release: (() => void) | undefined;
  let signal: AbortSignal | undefined;
  const arena = await startArena({
    handlers: {
      connect: (request) => {
        signal = request.signal;
        return new Promise((resolve) => {
          release = () => resolve({ name: "gone" });
        });
      },
      disconnect: (_reason, { session, signal }) => void farewells.push([session, signal.aborted]),
    },
  });
  const raw = await openRaw(arena.url);
  raw.send('40/arena,{"name":"Ada"}');
  await until(() => release !== undefined);
  raw.close();
  await until(() => signal?.aborted === true);
  release?.();
  await until(() => farewells.length === 1);
  expect(farewells).toEqual([[{ name: "gone" }, true]]);
  expect(arena.log.filter(({ level }) => level > 30)).toEqual([]);
});

test("a client that goes between its admission and its connection is taken leave of", async () => {
  const farewells: unknown[] = [];
  const arena = await startArena({
    handlers: {
      connect: ({ auth, handshake }) => {
        // The transport ends before Socket.IO comes back to the client.
        handshake.request.raw.socket.destroy();
        return { name: auth.name };
      },
      disconnect: (_reason, { session }) => void farewells.push(session),
    },
  });
  arena.open("Ada");
  await until(() => farewells.length === 1);
  expect(farewells).toEqual([{ name: "Ada" }]);
});

test("`disconnect` runs once with Socket.IO's reason", async () => {
  const farewells: unknown[] = [];
  const arena = await startArena({ handlers: { disconnect: (...values) => void farewells.push(values[0]) } });
  const ada = await arena.join("Ada");
  ada.disconnect();
  await until(() => farewells.length > 0);
  const grace = await arena.join("Grace");
  grace.io.engine.close();
  await until(() => farewells.length > 1);
  expect(farewells).toEqual(["client namespace disconnect", "transport close"]);
});

describe("`connect` is given the handshake", () => {
  async function handshakeOf(transports: ("polling" | "websocket")[]): Promise<HandshakeRequest> {
    let handshake: HandshakeRequest | undefined;
    const arena = await startArena({
      prepare: async (app) => {
        await app.register(cookie);
        app.addHook("onRequest", async (request) => {
          Object.assign(request, { user: `user of ${request.cookies.sid}` });
        });
      },
      handlers: {
        connect: (request) => {
          handshake = request.handshake;
          return { name: request.auth.name };
        },
      },
    });
    const client = connectIo(`${arena.url}/arena?room=7`, {
      forceNew: true,
      transports,
      auth: { name: "Ada" },
      extraHeaders: { cookie: "sid=abc", origin: arena.url, "x-test": "1" },
    });
    await happens(client, "connect");
    client.close();
    if (handshake === undefined) throw new Error("connect did not run");
    return handshake;
  }

  test.each([
    ["polling", ["polling"]],
    ["websocket", ["websocket"]],
    ["polling, then websocket", ["polling", "websocket"]],
  ] as [string, ("polling" | "websocket")[]][])("over %s", async (_name, transports) => {
    const handshake = await handshakeOf(transports);
    expect(handshake.headers["x-test"]).toBe("1");
    expect(handshake.query).toEqual({ room: "7" });
    expect(handshake.address).toBe("127.0.0.1");
    expect(handshake.cookies).toEqual({ sid: "abc" });
    expect(handshake.request.user).toBe("user of abc");
  });
});

test("connection state recovery lets nobody in past `connect`, nor hands out what they missed", async () => {
  const names: string[] = [];
  const arena = await startArena({
    options: { connectionStateRecovery: { maxDisconnectionDuration: 60_000, skipMiddlewares: true } },
    handlers: {
      connect: ({ auth, refuse }) => {
        names.push(auth.name);
        if (names.length === 2) throw refuse.unauthorized("not any more");
        return { name: `${auth.name} ${names.length}` };
      },
      fail: (_input, { session }) => session.name,
    },
  });
  const ada = await arena.join("Ada", { reconnection: true, reconnectionDelay: 10 });
  // Socket.IO recovers only those who have got something to count from.
  arena.sockets.all.emit.heard({ text: "offset" });
  await happens(ada, "heard");
  const heard = recordEvents(ada);
  ada.io.engine.close();
  await until(() => !ada.connected);
  arena.sockets.all.emit.heard({ text: "secret" });
  expect(await refusalOf(ada)).toMatchObject({ data: { code: "unauthorized" } });
  ada.connect();
  await happens(ada, "connect");
  expect(ada.recovered).toBe(false);
  expect(await ada.emitWithAck("fail", { how: "" })).toEqual({ ok: true, value: "Ada 3" });
  expect(heard).toEqual([]);
});
