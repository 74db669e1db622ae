import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { openRaw } from "../server/raw-client.js";
import { until } from "../server/start-arena.js";
import { type Library, page, startLibrary } from "./start-library.js";

const handshake = "/socket.io/?EIO=4&transport=polling";
const crowded = /^connections are refused: one address has 3\./;

/** Opens a connection from an address, as a trusted proxy tells of it; gives the status where it is refused. */
function openFrom({ url }: Library, address: string): Promise<WebSocket | number> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
    headers: { "x-forwarded-for": address },
  });
  onTestFinished(() => socket.terminate());
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("unexpected-response", (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.once("message", () => resolve(socket));
  });
}

describe("connections of one address", () => {
  const few = { limits: { connections: { perAddress: 3 } } };

  test("are refused with 429 over their number, on WebSocket and polling; those of others are not", async () => {
    const library = await startLibrary(few, { trustProxy: true });
    const sockets: (WebSocket | number)[] = [];
    for (let index = 0; index < 3; index++) sockets.push(await openFrom(library, "203.0.113.5"));
    expect(sockets.every((socket) => socket instanceof WebSocket)).toBe(true);
    expect(await openFrom(library, "203.0.113.5")).toBe(429);
    const polled = await fetch(`${library.url}${handshake}`, {
      headers: { "x-forwarded-for": "::ffff:203.0.113.5" },
    });
    expect(polled.status).toBe(429);
    expect(polled.headers.get("retry-after")).toBe("10");
    expect(await polled.json()).toEqual({
      code: "overloaded",
      message: "There are too many connections from your address.",
      retryAfterMs: 10_000,
    });
    // Whose session it is does not say whose connection it will be.
    for (const sid of ["", "a&sid="]) {
      const { status } = await fetch(`${library.url}${handshake}&sid=${sid}`, {
        headers: { "x-forwarded-for": "203.0.113.5" },
      });
      expect(status).toBe(429);
    }
    expect(await openFrom(library, "203.0.113.6")).toBeInstanceOf(WebSocket);
    expect(library.log.filter(({ msg }) => crowded.test(msg))).toHaveLength(1);
    // One that goes makes room.
    (sockets[0] as WebSocket).close();
    await until(() => (sockets[0] as WebSocket).readyState === WebSocket.CLOSED);
    await expect.poll(() => openFrom(library, "203.0.113.5")).toBeInstanceOf(WebSocket);
  });

  test("count together where they share 64 bits of IPv6", async () => {
    const library = await startLibrary(few, { trustProxy: true });
    for (const address of ["2001:db8::1", "2001:0db8:0:0:ffff::2", "2001:db8:0:0:1:2:3:4"]) {
      expect(await openFrom(library, address)).toBeInstanceOf(WebSocket);
    }
    expect(await openFrom(library, "2001:db8::77")).toBe(429);
    expect(await openFrom(library, "2001:db8:0:1::1")).toBeInstanceOf(WebSocket);
  });

  test.each([
    ["this host", "127.0.0.1", {}, [200, 200, 200, 200]],
    [
      "a proxy of a private network that nobody trusts",
      "10.0.0.7",
      { "x-forwarded-for": "a" },
      [200, 200, 200, 200],
    ],
    ["a private network without a proxy", "10.0.0.7", {}, [200, 200, 200, 429]],
    [
      "the internet, whatever its headers say",
      "203.0.113.5",
      { "x-forwarded-for": "::1" },
      [200, 200, 200, 429],
    ],
  ])("are counted or not, from %s", async (_who, remoteAddress, headers, statuses) => {
    const { app } = await startLibrary(few);
    const got: number[] = [];
    for (const _ of statuses) {
      got.push((await app.inject({ url: handshake, remoteAddress, headers })).statusCode);
    }
    expect(got).toEqual(statuses);
  });

  test("are any number where the limit is switched off", async () => {
    const { app } = await startLibrary({ limits: { connections: false } });
    for (let index = 0; index < 1_100; index++) {
      const { statusCode } = await app.inject({ url: handshake, remoteAddress: "203.0.113.5" });
      expect(statusCode).toBe(200);
    }
  });
});

describe("connections in no namespace", () => {
  const hasty = { connectTimeoutMs: 700, limits: { connections: { joinWithinMs: 300 } } };

  test("2,000 of them that say nothing are let go, and a client beside them notices nothing", async () => {
    const library = await startLibrary(hasty);
    const neighbour = await library.join();
    const url = `${library.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
    let opened = 0;
    let closed = 0;
    const silent: WebSocket[] = [];
    onTestFinished(() => {
      for (const socket of silent) socket.terminate();
    });
    while (silent.length < 2_000) {
      // No more at once than the queue of the operating system takes.
      for (let index = 0; index < 200; index++) {
        const socket = new WebSocket(url);
        socket.once("open", () => opened++);
        socket.once("close", () => closed++);
        silent.push(socket);
      }
      await until(() => opened === silent.length);
    }
    let slowestMs = 0;
    while (closed < 2_000) {
      const atMs = performance.now();
      expect(await neighbour.emitWithAck("page")).toEqual({ ok: true, value: page });
      slowestMs = Math.max(slowestMs, performance.now() - atMs);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(opened).toBe(2_000);
    expect(neighbour.connected).toBe(true);
    expect(slowestMs).toBeLessThan(5_000);
    await expect.poll(() => openConnections(library), { timeout: 5_000 }).toBe(1);
  }, 60_000);

  test("one that has left its last namespace is closed, one that joins again is not", async () => {
    const library = await startLibrary(hasty);
    const left = await library.joinRaw();
    const back = await library.joinRaw();
    left.send("41/library,");
    back.send("41/library,");
    await until(() => library.gone.length === 2);
    back.send("40/library,");
    await until(() => !left.isOpen);
    // It was the first to leave and has been given as long.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(back.isOpen).toBe(true);
    const heard = back.next();
    back.send('42/library,1["page"]');
    expect(await heard).toContain("40/library,");
  });

  test("one that is refused again and again is closed", async () => {
    const library = await startLibrary(hasty);
    const client = await openRaw(library.url);
    const timer = setInterval(() => client.send("40/nowhere,"), 50);
    onTestFinished(() => clearInterval(timer));
    await until(() => !client.isOpen);
    expect(client.frames[0]).toContain("44/nowhere,");
  });

  test("Socket.IO's own `connectTimeout` goes first", async () => {
    const library = await startLibrary({ connectTimeout: 100 });
    const client = await openRaw(library.url);
    await until(() => !client.isOpen);
    expect(client.frames).toEqual([]);
  });
});

describe("handshakes that do not end", () => {
  const impatient = { http: { headersTimeout: 300, connectionsCheckingInterval: 100 } };

  test.each([
    [
      "half of an upgrade's header",
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nUpgrade: webso",
    ],
    ["nothing at all", ""],
  ])("%s is given up by Node", async (_what, sent) => {
    const library = await startLibrary({}, impatient);
    await closedAfter(library, sent);
  });

  test("a poll's body that does not end is given up with its session", async () => {
    const library = await startLibrary({ pingInterval: 100, pingTimeout: 100 });
    const opened = await (await fetch(`${library.url}${handshake}`)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { readonly sid: string };
    const head = `POST ${handshake}&sid=${sid} HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n`;
    await closedAfter(library, `${head}40/lib`);
  });

  test("an upgrade of a poller's that stops half-way is given up, and the poller stays", async () => {
    const library = await startLibrary({ upgradeTimeout: 200 });
    const opened = await (await fetch(`${library.url}${handshake}`)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { readonly sid: string };
    const poller = `${library.url}${handshake}&sid=${sid}`;
    await fetch(poller, { method: "POST", body: "40/library," });
    const socket = new WebSocket(
      `${library.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket&sid=${sid}`,
    );
    await new Promise((resolve) => socket.once("close", resolve));
    expect(await (await fetch(poller)).text()).toContain("40/library,");
    await fetch(poller, { method: "POST", body: "1" });
  });
});

/** Settles when the server closes a connection over which it got that much. */
async function closedAfter({ url }: Library, sent: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => undefined);
  socket.resume();
  if (sent !== "") socket.write(sent);
  await until(() => socket.closed);
}

function openConnections({ app }: Library): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_error, open) => resolve(open)));
}
