import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ConnectOptions, WireError } from "wirepact/client";
import { connectTill } from "../faults/till.js";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
let client: LobbyClient;
let heard: unknown[];

beforeEach(async () => {
  heard = [];
  server = await startPlainServer();
  server.io.of("/lobby").on("connection", (socket) => {
    socket.onAny((name, ...args) => {
      heard.push(name);
      const answer = args.at(-1);
      if (typeof answer === "function") answer({ ok: true });
    });
  });
});
afterEach(async () => {
  client.close();
  await server.close();
});

const connect = (options: ConnectOptions) => {
  client = connectLobby(server.url, { transports: ["websocket"], ...options });
  return client;
};
const failure = (promise: Promise<unknown>) => promise.catch((error: WireError) => error);
const thrown = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};
const disconnected = { code: "disconnected", mayHaveRun: false };

it("as many calls and events wait as `maxWaiting` says, and leave in order", async () => {
  const { call, emit } = connect({ maxWaiting: 2 });
  emit.poked();
  const answer = call.ping();
  expect(thrown(() => emit.poked())).toMatchObject({ code: "overloaded" });
  expect(await failure(call.ping())).toMatchObject({ code: "overloaded", mayHaveRun: false });
  await answer;
  expect(heard).toEqual(["poked", "ping"]);
});

it("nothing waits where `whileDisconnected` says so, before the first connection and after a loss", async () => {
  const { call, emit, state, whenConnected } = connect({ whileDisconnected: "fail" });
  expect(thrown(() => emit.poked())).toMatchObject(disconnected);
  expect(await failure(call.ping())).toMatchObject(disconnected);
  await whenConnected();
  await call.ping();
  (await server.socket()).conn.close();
  await vi.waitFor(() => expect(state.value.status).toBe("reconnecting"), waitOptions);
  expect(thrown(() => emit.poked())).toMatchObject(disconnected);
  expect(await failure(call.ping())).toMatchObject(disconnected);
  await whenConnected();
  await call.ping();
  expect(heard).toEqual(["ping", "ping"]);
});

it("an idempotent call that has left is repeated where nothing else waits", async () => {
  const calls: ((reply: object) => void)[] = [];
  server.io.of("/till").on("connection", (socket) => {
    socket.on("$once", (_payload, answer) => calls.push(answer));
  });
  client = connectLobby(server.url);
  const till = connectTill(server.url, {
    transports: ["websocket"],
    whileDisconnected: "fail",
    maxWaiting: 0,
  });
  expect(await failure(till.call.charge({ order: 0 }))).toMatchObject(disconnected);
  await till.whenConnected();
  const receipts = [1, 2].map((order) => till.call.charge({ order }));
  await vi.waitFor(() => expect(calls).toHaveLength(2), waitOptions);
  for (const socket of server.io.of("/till").sockets.values()) socket.conn.close();
  await vi.waitFor(() => expect(calls).toHaveLength(4), waitOptions);
  for (const answer of calls.slice(2)) answer({ ok: true, value: "paid" });
  expect(await Promise.all(receipts)).toEqual(["paid", "paid"]);
  till.close();
});
