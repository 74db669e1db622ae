import { connect as connectTcp } from "node:net";
import timers from "node:timers";
import Fastify from "fastify";
import { expect, onTestFinished, test, vi } from "vitest";
import { type PairError, type SocketPair, socketPair } from "wirepact/testing";
import { type ChatClient, connectChat } from "../../client/generated/chat.js";
import { buildApp } from "../../server/app.js";
import { channelHandlers } from "../../server/channels.js";
import { sockets } from "../../server/generated/sockets.js";

const lobby = { conversation: "lobby" };

/** The example's chat with clients of the given names, who are in the lobby. */
async function openLobby<Names extends readonly string[]>(
  ...names: Names
): Promise<{ pair: SocketPair; app: Awaited<ReturnType<typeof buildApp>>; clients: ChatClient[] }> {
  const app = await buildApp();
  const pair = await socketPair({ app });
  onTestFinished(() => pair.close());
  const clients = names.map((name) => pair.connect(connectChat, { auth: { name } }));
  for (const client of clients) await client.call.join(lobby);
  return { pair, app, clients };
}

/** When what has been sent has left. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test("a call crosses from a generated client to a generated server without a port", async () => {
  const { app, clients } = await openLobby("Ada");
  const message = await clients[0]?.call.postMessage({ ...lobby, text: "hi" });
  expect(message).toMatchObject({ author: "Ada", text: "hi" });
  expect(app.server.listening).toBe(false);
});

test("every transport of Socket.IO works, with the upgrade from one to the other", async () => {
  const app = await buildApp();
  const pair = await socketPair({ app });
  onTestFinished(() => pair.close());
  const used = new Set<string>();
  app.sockets.chat.namespace.on("connection", ({ conn }) => {
    used.add(conn.transport.name);
    conn.on("upgrade", ({ name }: { name: string }) => used.add(`upgraded to ${name}`));
  });
  const polling = pair.connect(connectChat, { auth: { name: "Ada" }, transports: ["polling"] });
  const upgrading = pair.connect(connectChat, {
    auth: { name: "Ben" },
    transports: ["polling", "websocket"],
  });
  expect(await polling.call.join(lobby)).toMatchObject({ people: ["Ada"] });
  expect(await upgrading.call.join(lobby)).toMatchObject({ people: ["Ada", "Ben"] });
  await pair.until(() => used.size === 2, { timeoutMs: 5_000 });
  expect([...used]).toEqual(["polling", "upgraded to websocket"]);
});

test("tells a test what each client heard, in order, with its payloads as the contract types them", async () => {
  const { pair, clients } = await openLobby("Ada", "Ben");
  const [ada, ben] = clients as [ChatClient, ChatClient];
  await ada.call.postMessage({ ...lobby, text: "one" });
  await ada.call.postMessage({ ...lobby, text: "two" });

  const { messagePosted, personJoined } = pair.heard(ben);
  expect((await messagePosted.next()).text).toBe("one");
  expect((await messagePosted.next()).text).toBe("two");
  expect(messagePosted.payloads.map(({ text }) => text)).toEqual(["one", "two"]);
  await personJoined.none();

  expect(pair.deliveries.filter(({ to }) => to === ada).map(({ name }) => name)).toEqual([
    "personJoined",
    "messagePosted",
    "messagePosted",
  ]);
});

test("two waits for one event get two payloads", async () => {
  const { pair, clients } = await openLobby("Ada");
  const { messagePosted } = pair.heard(clients[0] as ChatClient);
  const waits = Promise.all([messagePosted.next(), messagePosted.next()]);
  await clients[0]?.call.postMessage({ ...lobby, text: "one" });
  await clients[0]?.call.postMessage({ ...lobby, text: "two" });
  expect((await waits).map(({ text }) => text)).toEqual(["one", "two"]);
});

test("a wait for an event that does not come ends at its deadline and says the event", async () => {
  const { pair, clients } = await openLobby("Ada");
  const waiting = pair.heard(clients[0] as ChatClient).personLeft.next({ timeoutMs: 20 });
  await expect(waiting).rejects.toMatchObject({
    code: "WP_NOT_HEARD",
    message: expect.stringContaining("`personLeft` did not come within 20 ms."),
  });
});

test("an event that should not have come fails `none`, though it was still on its way", async () => {
  const { pair, clients } = await openLobby("Ada", "Ben");
  const [ada, ben] = clients as [ChatClient, ChatClient];
  ada.emit.typing(lobby);
  await expect(pair.heard(ben).personTyping.none()).rejects.toMatchObject({ code: "WP_HEARD" });
  await expect(pair.heard(ada).personTyping.none()).resolves.toBeUndefined();
});

test("a dropped client is told at once, misses what is sent, and comes back when the test says so", async () => {
  const { pair, clients } = await openLobby("Ada", "Ben");
  const [ada, ben] = clients as [ChatClient, ChatClient];
  await pair.drop(ben);
  expect(ben.state.value.status).toBe("reconnecting");
  expect(await pair.heard(ada).personLeft.next()).toMatchObject({ name: "Ben" });

  await ada.call.postMessage({ ...lobby, text: "missed" });
  await pair.heard(ben).messagePosted.none({ withinMs: 50 });
  expect(ben.state.value.status).toBe("reconnecting");

  await pair.reconnect(ben);
  expect(await ben.call.join(lobby)).toMatchObject({ messages: [{ text: "missed" }] });
});

test("a silenced client notices nothing until the heartbeat is missed", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const app = await buildApp();
  const pair = await socketPair({ app, advanceTimers: vi.advanceTimersByTimeAsync });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
  await ada.call.join(lobby);

  pair.silence(ada);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(ada.state.value.status).toBe("connected");
  expect(app.sockets.chat.namespace.sockets.size).toBe(1);

  // The example's server pings every ten seconds and waits for five.
  await vi.advanceTimersByTimeAsync(6_500);
  expect(ada.state.value).toMatchObject({ status: "reconnecting" });
  expect(app.sockets.chat.namespace.sockets.size).toBe(0);

  await pair.reconnect(ada);
  expect(await ada.call.join(lobby)).toMatchObject({ people: ["Ada"] });
});

test("a call into silence ends with the connection and may have run", async () => {
  const { pair, clients } = await openLobby("Ada");
  const ada = clients[0] as ChatClient;
  pair.silence(ada);
  const lost = ada.call.join.safe(lobby);
  await endOfTurn();
  await pair.reconnect(ada);
  expect(await lost).toMatchObject({ ok: false, error: { code: "disconnected", mayHaveRun: true } });
});

test("a clock that is moved synchronously starves nothing", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const pair = await socketPair({ app: await buildApp(), advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
  await ada.whenConnected();
  pair.silence(ada);
  await pair.until(() => ada.state.value.status === "reconnecting", { timeoutMs: 60_000 });
  const silentSince = Date.now();
  await pair.reconnect(ada);
  expect(Date.now() - silentSince).toBeLessThan(100);
});

test("node:timers are as they were once the pair is closed", async () => {
  const { setTimeout: before } = timers;
  const pair = await socketPair({ app: await buildApp(), advanceTimers: vi.advanceTimersByTimeAsync });
  const other = await socketPair({ app: await buildApp(), advanceTimers: vi.advanceTimersByTimeAsync });
  await pair.close();
  expect(timers.setTimeout).not.toBe(before);
  await other.close();
  expect(timers.setTimeout).toBe(before);
});

test("an app that serves TLS is tested without its certificate", async () => {
  const app = Fastify({ https: {} });
  await app.register(sockets, { channels: channelHandlers(60_000) });
  const pair = await socketPair({ app });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
  expect(await ada.call.join(lobby)).toMatchObject({ people: ["Ada"] });
});

test("a faked clock decides when a deadline has passed", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const pair = await socketPair({ app: await buildApp(), advanceTimers: vi.advanceTimersByTimeAsync });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
  await ada.whenConnected();
  pair.delay(ada, 5_000);
  const late = ada.call.join.safe(lobby, { timeoutMs: 4_000 });
  await vi.advanceTimersByTimeAsync(3_999);
  expect(await Promise.race([late, "open"])).toBe("open");
  await vi.advanceTimersByTimeAsync(1);
  expect(await late).toMatchObject({ ok: false, error: { code: "timeout" } });
});

test("a delay holds in both directions and keeps the order", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const pair = await socketPair({ app: await buildApp(), advanceTimers: vi.advanceTimersByTimeAsync });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectChat, { auth: { name: "Ada" } });
  await ada.call.join(lobby);
  pair.delay(ada, 500);
  const slow = ada.call.postMessage({ ...lobby, text: "slow" });
  pair.delay(ada, 0);
  const swift = ada.call.postMessage({ ...lobby, text: "swift" });
  const startedAt = Date.now();
  await Promise.all([slow, swift, vi.advanceTimersByTimeAsync(500)]);
  expect(pair.heard(ada).messagePosted.payloads.map(({ text }) => text)).toEqual(["slow", "swift"]);
  expect(Date.now() - startedAt).toBe(500);
});

test("what is delayed is lost when its connection is cut, and no wait hangs on it", async () => {
  const { pair, clients } = await openLobby("Ada", "Ben");
  const [ada, ben] = clients as [ChatClient, ChatClient];
  pair.delay(ben, 3_600_000);
  const late = ben.call.postMessage.safe({ ...lobby, text: "late" });
  await endOfTurn();
  await pair.drop(ben);
  expect(await late).toMatchObject({ ok: false, error: { code: "disconnected" } });
  pair.delay(ben, 0);
  await pair.reconnect(ben);
  await ben.call.join(lobby);
  await pair.heard(ada).messagePosted.none();
});

test("`until` ends at its deadline and shows the condition", async () => {
  const { pair } = await openLobby("Ada");
  await expect(pair.until(() => pair.deliveries.length > 100, { timeoutMs: 20 })).rejects.toMatchObject({
    code: "WP_NOT_TRUE",
    message: expect.stringContaining("pair.deliveries.length > 100"),
  });
});

test("a client of another pair is refused by name of the mend", async () => {
  const { clients } = await openLobby("Ada");
  const other = await openLobby("Ada");
  const dropping = other.pair.drop(clients[0] as ChatClient);
  await expect(dropping).rejects.toThrow(
    expect.objectContaining({ code: "WP_NOT_OF_PAIR" } satisfies Partial<PairError>),
  );
});

test("a client comes as a page of the server's own host, or of another that the test names", async () => {
  const { pair } = await openLobby("Ada");
  const cookie = "sid=1";
  const own = pair.connect(connectChat, { auth: { name: "Ben" }, extraHeaders: { cookie } });
  await own.whenConnected();
  const extraHeaders = { cookie, origin: "https://elsewhere.example" };
  const foreign = pair.connect(connectChat, { auth: { name: "Cat" }, extraHeaders });
  await pair.until(() => foreign.state.value.status === "connecting");
  await expect(foreign.whenConnected({ timeoutMs: 50 })).rejects.toMatchObject({ code: "timeout" });
});

test("closing the pair closes clients and app", async () => {
  const { pair, app, clients } = await openLobby("Ada");
  await pair.close();
  expect(clients[0]?.state.value).toEqual({ status: "closed", by: "client" });
  await expect(app.inject("/")).rejects.toThrow();
});

test("connections in memory leave the server's own port alone", async () => {
  const { app, clients } = await openLobby("Ada");
  const url = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const socket = connectTcp(Number(url.port), url.hostname);
  onTestFinished(() => void socket.destroy());
  socket.write("GET /nowhere HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
  const answer = await new Promise((resolve) => {
    socket.once("data", (data) => resolve(data.toString()));
  });
  expect(answer).toContain("404");
  expect(await clients[0]?.call.join(lobby)).toMatchObject({ people: ["Ada"] });
});
