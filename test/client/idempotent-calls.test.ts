import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connectTill, type TillClient } from "../faults/till.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
let client: TillClient;
/** Payloads of `$once` that the server has got, and what answers each. */
let calls: { readonly payload: readonly unknown[]; readonly answer: (reply: object) => void }[];

beforeEach(async () => {
  calls = [];
  server = await startPlainServer();
  server.io.of("/till").on("connection", (socket) => {
    socket.on("$once", (payload, answer) => calls.push({ payload, answer }));
  });
});
afterEach(async () => {
  client.close();
  await server.close();
});

const connect = () => {
  client = connectTill(server.url, { transports: ["websocket"] });
  return client;
};
const lose = () => {
  for (const socket of server.io.of("/till").sockets.values()) socket.conn.close();
};
const arrived = (count: number) => vi.waitFor(() => expect(calls).toHaveLength(count), waitOptions);

it("an idempotent call is sent again, as the same, on each connection until it is answered", async () => {
  const { call } = connect();
  const receipt = call.charge({ order: 1 });
  for (const count of [1, 2, 3]) {
    await arrived(count);
    if (count < 3) lose();
  }
  const payloads = calls.map(({ payload }) => payload);
  expect(payloads[0]).toEqual([expect.stringMatching(/^[\w-]{16,64}$/), 0, 0, "charge", { order: 1 }]);
  expect(payloads).toEqual([payloads[0], payloads[0], payloads[0]]);
  calls[2]?.answer({ ok: true, value: "paid" });
  expect(await receipt).toBe("paid");
});

it("what is answered is settled with the next call; an input that is left out leaves no place", async () => {
  const { call } = connect();
  const [first, second] = [call.print(undefined), call.print(null)];
  await arrived(2);
  expect(calls.map(({ payload }) => payload.slice(1))).toEqual([
    [0, 0, "print"],
    [1, 0, "print", null],
  ]);
  for (const { answer } of calls) answer({ ok: true, value: 1 });
  await Promise.all([first, second]);
  void call.print("x").catch(() => {});
  await arrived(3);
  expect(calls[2]?.payload.slice(1)).toEqual([2, 2, "print", "x"]);
});

it("two clients are never taken for one another", async () => {
  connect();
  const other = connectTill(server.url, { transports: ["websocket"] });
  void client.call.charge.safe({ order: 1 });
  void other.call.charge.safe({ order: 1 });
  await arrived(2);
  other.close();
  expect(calls[0]?.payload[0]).not.toBe(calls[1]?.payload[0]);
});

it("an idempotent call ends at its deadline while the server is away, and says that it may have run", async () => {
  const { call } = connect();
  const outcome = call.charge.safe({ order: 1 }, { timeoutMs: 300 });
  await arrived(1);
  await server.close();
  expect(await outcome).toMatchObject({ error: { code: "timeout", mayHaveRun: true } });
});

it("an idempotent call ends with its channel", async () => {
  const { call } = connect();
  const outcome = call.charge.safe({ order: 1 });
  await arrived(1);
  client.close();
  expect(await outcome).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
});

it("an idempotent call ends when the server does not let the client in again", async () => {
  const { call } = connect();
  const outcome = call.charge.safe({ order: 1 });
  await arrived(1);
  server.io.of("/till").use((_socket, next) => next(new Error("no")));
  lose();
  expect(await outcome).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
});

it("an idempotent call that is withdrawn is not sent again", async () => {
  const { call } = connect();
  const controller = new AbortController();
  const outcome = call.charge.safe({ order: 1 }, { signal: controller.signal });
  await arrived(1);
  controller.abort();
  expect(await outcome).toMatchObject({ error: { code: "aborted", mayHaveRun: true } });
  lose();
  void call.charge.safe({ order: 2 });
  await arrived(2);
  expect(calls[1]?.payload.slice(1)).toEqual([1, 1, "charge", { order: 2 }]);
});

it("any other call that is under way fails with its connection and is not sent again", async () => {
  const looks: unknown[] = [];
  server.io.of("/till").on("connection", (socket) => {
    socket.on("look", (payload) => looks.push(payload));
  });
  const { call, whenConnected } = connect();
  const outcome = call.look.safe({ order: 1 });
  await vi.waitFor(() => expect(looks).toHaveLength(1), waitOptions);
  lose();
  expect(await outcome).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
  await whenConnected();
  void call.charge.safe({ order: 1 });
  await arrived(1);
  expect(looks).toHaveLength(1);
});
