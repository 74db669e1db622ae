import { connect, type Socket as NetSocket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test } from "vitest";
import { happens, until } from "../server/start-arena.js";
import { type Library, page, startLibrary } from "./start-library.js";

const unlimited = { perSecond: false, maxInFlight: false } as const;
const ended = "client is disconnected: it does not read what is sent to it";
const batching = { $wirepact: { protocol: 1, contract: "f1", batches: true } };

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that are held, whatever is garbage left out. */
function heldBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function rest(ms = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks for pages, and reads none of them. */
async function ask(client: { send(frame: string): void }, from: number, to: number): Promise<void> {
  for (let id = from; id < to; id++) {
    client.send(`42/library,${id}["page"]`);
    if (id % 200 === 199) await rest();
  }
}

/** Connections that the server's process has open. */
function connections({ app }: Library): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_error, open) => resolve(open)));
}

describe("a client that asks for 30,000 answers of 2 kB and reads nothing", () => {
  test.each([
    ["plain", undefined],
    ["generated", batching],
  ])("is refused, then disconnected with a code (%s); its neighbour loses nothing", async (_kind, auth) => {
    const library = await startLibrary({ limits: unlimited });
    const neighbour = await library.join();
    const rude = await library.joinRaw(auth);
    rude.pause();
    const beforeBytes = heldBytes();
    await ask(rude, 0, 30_000);
    await until(() => library.pages() > 400);
    let id = 30_000;
    while (library.gone.length === 0) {
      expect(await neighbour.emitWithAck("page")).toEqual({ ok: true, value: page });
      await ask(rude, id, id + 1_000);
      id += 1_000;
    }
    expect(heldBytes() - beforeBytes).toBeLessThan(24_000_000);
    // What the kernel took, and what may wait.
    expect(library.pages()).toBeLessThan(15_000);
    expect(library.log.filter(({ msg }) => msg === ended)).toHaveLength(1);
    if (auth === undefined) {
      // It is cut off, though it takes no goodbye.
      await expect.poll(() => connections(library), { timeout: 5_000 }).toBe(1);
    } else {
      rude.resume();
      await until(() =>
        rude.frames.includes(
          '42/library,["$closing",{"reason":"You do not read what is sent to you.","code":"too_slow"}]',
        ),
      );
    }
    rude.resume();
    await until(() => !rude.isOpen);
    expect(neighbour.connected).toBe(true);
    expect(await neighbour.emitWithAck("page")).toEqual({ ok: true, value: page });
  });

  test("has all of them kept for it where the limit is switched off", async () => {
    const library = await startLibrary({ limits: { ...unlimited, outgoing: false } });
    const rude = await library.joinRaw();
    rude.pause();
    const beforeBytes = heldBytes();
    await ask(rude, 0, 30_000);
    await expect.poll(library.pages, { timeout: 30_000 }).toBe(30_000);
    expect(heldBytes() - beforeBytes).toBeGreaterThan(40_000_000);
  }, 60_000);
});

test("a client that is sent events and does not read is disconnected", async () => {
  const library = await startLibrary();
  const neighbour = await library.join();
  let heard = 0;
  neighbour.on("news", () => heard++);
  const rude = await library.joinRaw();
  rude.pause();
  let sent = 0;
  while (library.gone.length === 0) {
    for (let index = 0; index < 100; index++) library.emit.news(page);
    sent += 100;
    await until(() => heard === sent);
  }
  expect(sent).toBeLessThan(20_000);
  expect(library.log.filter(({ msg }) => msg === ended)).toHaveLength(1);
  expect(neighbour.connected).toBe(true);
});

test("a client that reads after a pause loses nothing but volatile events", async () => {
  const library = await startLibrary();
  const slow = await library.join();
  const { engine } = slow.io as unknown as { engine: { transport: { ws: { _socket: unknown } } } };
  const news: unknown[] = [];
  const ticks: unknown[] = [];
  slow.on("news", (payload) => news.push(payload[0]));
  slow.on("tick", (payload) => ticks.push(payload));
  const { _socket: stream } = engine.transport.ws as { _socket: { pause(): void; resume(): void } };
  stream.pause();
  for (let index = 0; index < 3_000; index++) {
    library.emit.news([index, page]);
    if (index % 100 === 99) await rest();
  }
  await rest(10);
  library.emit.tick("while nothing was read");
  stream.resume();
  await until(() => news.length === 3_000);
  expect(news).toEqual(Array.from({ length: 3_000 }, (_, index) => index));
  library.emit.tick("afterwards");
  await until(() => ticks.length > 0);
  expect(ticks).toEqual(["afterwards"]);
  expect(slow.connected).toBe(true);
});

test("nothing is kept of what a slow client has taken in the end", async () => {
  const library = await startLibrary({ limits: { outgoing: { closeBytes: 100_000_000 } } });
  const slow = await library.joinRaw();
  slow.pause();
  // What other tests have left.
  await rest(100);
  const beforeBytes = heldBytes();
  for (let index = 0; index < 30; index++) library.emit.news(String(index % 10).repeat(1_000_000));
  expect(heldBytes() - beforeBytes).toBeGreaterThan(10_000_000);
  slow.resume();
  // The answer to joining is there.
  let taken = -1;
  const take = () => {
    // Lets go of them on this side; the type keeps tests from doing that by mistake.
    taken += (slow.frames as string[]).splice(0).length;
    return taken;
  };
  await expect.poll(take, { timeout: 30_000 }).toBe(30);
  await expect.poll(() => heldBytes() - beforeBytes, { timeout: 5_000 }).toBeLessThan(8_000_000);
}, 60_000);

test("an answer larger than both limits reaches a client that reads, and so does what follows", async () => {
  const library = await startLibrary({
    limits: { outgoing: { refuseCallsBytes: 1_000, closeBytes: 10_000 } },
  });
  const client = await library.join();
  const news = happens(client, "news");
  library.emit.news("x".repeat(20_000_000));
  library.emit.news("y");
  expect(await client.emitWithAck("page")).toEqual({ ok: true, value: page });
  expect(String((await news)[0])).toHaveLength(20_000_000);
  expect(client.connected).toBe(true);
});

test("calls of a client for which too much waits are refused and not run, and run again later", async () => {
  const library = await startLibrary({ limits: { ...unlimited, outgoing: { refuseCallsBytes: 100_000 } } });
  const client = await library.joinRaw();
  client.pause();
  await ask(client, 0, 8_000);
  await until(() => library.pages() > 1_000);
  const before = library.pages();
  await rest(1_100);
  client.send('42/library,8000["page"]');
  client.resume();
  await until(() => client.frames.some((frame) => frame.startsWith("43/library,8000")));
  const refusal = client.frames.find((frame) => frame.startsWith("43/library,8000")) ?? "";
  expect(JSON.parse(refusal.slice("43/library,8000".length))).toEqual([
    { ok: false, error: { code: "overloaded", message: expect.any(String), retryAfterMs: 1_000 } },
  ]);
  expect(library.pages()).toBe(before);
  client.send('42/library,8001["page"]');
  await until(() => client.frames.some((frame) => frame.startsWith("43/library,8001")));
  expect(client.frames.at(-1)).toContain('"ok":true');
});

test("a client that polls is disconnected when it does not come for what waits", async () => {
  const library = await startLibrary({ limits: { outgoing: { closeBytes: 200_000 } } });
  await joinPolling(library);
  let sent = 0;
  for (; library.gone.length === 0; sent++) {
    library.emit.news(page);
    await rest();
  }
  expect(sent).toBeLessThan(250);
  expect(library.log.filter(({ msg }) => msg === ended)).toHaveLength(1);
});

test("a client that polls anew and anew without reading an answer is disconnected", async () => {
  const library = await startLibrary();
  const sid = await joinPolling(library);
  const beforeBytes = heldBytes();
  const opened: NetSocket[] = [];
  onTestFinished(() => {
    for (const socket of opened) socket.destroy();
  });
  while (library.gone.length === 0) {
    library.emit.news("x".repeat(7_000_000));
    const socket = connect(Number(new URL(library.url).port), "127.0.0.1").pause();
    opened.push(socket);
    socket.on("error", () => undefined);
    socket.write(`GET /socket.io/?EIO=4&transport=polling&sid=${sid} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await rest(20);
  }
  expect(opened.length).toBeLessThan(15);
  await expect.poll(() => heldBytes() - beforeBytes, { timeout: 5_000 }).toBeLessThan(8_000_000);
});

/** Opens a session by polling, joins the channel and takes the answer. */
async function joinPolling({ url }: Library): Promise<string> {
  const base = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(base)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { readonly sid: string };
  await fetch(`${base}&sid=${sid}`, { method: "POST", body: "40/library," });
  expect(await (await fetch(`${base}&sid=${sid}`)).text()).toContain("40/library,");
  return sid;
}
