import { describe, expect, onTestFinished, test } from "vitest";
import { openRaw, type RawClient } from "../server/raw-client.js";
import { until } from "../server/start-arena.js";
import { type Shop, shopDefinition, startShop } from "./start-shop.js";

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly retryAfterMs?: number };
}

/** How many answers there are of each kind. */
function tally(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { error } of answers) counts[error?.code ?? "ok"] = (counts[error?.code ?? "ok"] ?? 0) + 1;
  return counts;
}

/** A client beside another one that is anything but well-behaved. */
async function neighbour(shop: Shop) {
  const client = await shop.join();
  let isOver = false;
  let answered = 0;
  const done = (async () => {
    while (!isOver) {
      expect(await client.emitWithAck("echo", answered)).toEqual({ ok: true, value: answered });
      answered++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    isOver = true;
    await done;
    expect(answered).toBeGreaterThan(0);
  };
}

async function joinRaw(shop: Shop, hello = ""): Promise<RawClient> {
  const client = await openRaw(shop.url);
  client.send(`40/shop,${hello}`);
  await client.next();
  return client;
}

const batching = '{"$wirepact":{"protocol":1,"contract":"f1","batches":true}}';
/** All that a client was told in batches, entry by entry. */
function entriesOf({ frames }: RawClient): readonly (readonly unknown[])[] {
  return frames.flatMap((frame) => (frame.startsWith('42/shop,["$",') ? JSON.parse(frame.slice(8))[1] : []));
}

describe("a plain client", () => {
  test("that makes 5,000 calls at once gets 200 answers and 4,800 typed refusals; its neighbour loses nothing", async () => {
    const shop = await startShop();
    const stop = await neighbour(shop);
    const client = await shop.join();
    const answers: Answer[] = await Promise.all(
      Array.from({ length: 5_000 }, (_, index) => client.emitWithAck("echo", index)),
    );
    const { ok = 0, rate_limited = 0, ...others } = tally(answers);
    expect(others).toEqual({});
    expect(ok).toBeGreaterThanOrEqual(200);
    // What the bucket gains while they arrive.
    expect(ok).toBeLessThan(700);
    expect(ok + rate_limited).toBe(5_000);
    const waits = answers.flatMap(({ error }) => (error ? [error.retryAfterMs ?? 0] : []));
    expect(Math.min(...waits)).toBeGreaterThan(0);
    // One after the other, not all at once.
    expect(Math.max(...waits)).toBeGreaterThan(40_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
    await stop();
    expect(client.connected).toBe(true);
    expect(shop.log.some(({ msg }) => msg === "client sends more than it may")).toBe(true);
    await until(() => shop.excesses.length > 0);
    client.close();
    await until(() => shop.excesses.reduce((all, { count }) => all + count, 0) === rate_limited);
  });

  test("that makes 3,000 slow calls at once has 64 of them under way", async () => {
    const shop = await startShop();
    const stop = await neighbour(shop);
    const client = await shop.join();
    const calls: Promise<Answer>[] = Array.from({ length: 3_000 }, (_, index) =>
      client.emitWithAck("slow", index),
    );
    let refused = 0;
    for (const call of calls) void call.then(({ ok }) => (refused += ok ? 0 : 1));
    await until(() => refused === 2_936);
    expect(shop.waiting()).toBe(64);
    shop.release();
    const counts = tally(await Promise.all(calls));
    expect(counts).toMatchObject({
      ok: 64,
      overloaded: expect.any(Number),
      rate_limited: expect.any(Number),
    });
    for (const { error } of await Promise.all(calls)) {
      if (error) expect(error.retryAfterMs).toBeGreaterThan(0);
    }
    await stop();
    // What has ended makes room.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = client.emitWithAck("slow", 1);
    await until(() => shop.waiting() === 1);
    shop.release();
    expect(await next).toEqual({ ok: true, value: 1 });
  });

  test("that sends too many events loses those, and the log says how many once a second", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 10 } });
    const client = await shop.join();
    for (let index = 0; index < 500; index++) client.emit("seen", index);
    await until(() => shop.seen.length === 10);
    client.close();
    const lines = () => shop.log.filter(({ msg }) => msg === "client sends more than it may");
    await until(() => lines().reduce((all, { count }) => all + Number(count), 0) === 490);
    expect(lines()).toHaveLength(2);
    expect(shop.seen).toEqual(Array.from({ length: 10 }, (_, index) => index));
    expect(shop.excesses[0]).toMatchObject({ channel: "shop", name: "seen", count: 1 });
  });

  test("that goes on far above its limit is sent away from all of its channels, with the reason", async () => {
    const other = { ...shopDefinition, name: "stall", path: "/stall" };
    const shop = await startShop({ limits: { perSecond: 1, burst: 2 } }, [shopDefinition, other]);
    const client = await joinRaw(shop, batching);
    client.send(`40/stall,${batching}`);
    await until(() => client.frames.some((frame) => frame.startsWith("40/stall")));
    const flood = `42/shop,${JSON.stringify(["$", Array.from({ length: 100 }, () => ["seen", 1])])}`;
    const timer = setInterval(() => client.send(flood), 100);
    onTestFinished(() => clearInterval(timer));
    await until(() => !client.isOpen);
    for (const path of ["/shop", "/stall"]) {
      expect(client.frames.join("\n")).toContain(`42${path},["$closing",{"reason":"rate_limited"}]`);
    }
    expect(shop.log.some(({ msg }) => msg.startsWith("client is disconnected"))).toBe(true);
  });

  test("is told `too_large` of a payload of 100,001 bytes and not of 100,000", async () => {
    const shop = await startShop();
    const client = await shop.join();
    const ask = async (payload: unknown) => tally([await client.emitWithAck("echo", payload)]);
    // Quotes are two of them, and an ä in UTF-8 as well.
    expect(await ask("x".repeat(99_998))).toEqual({ ok: 1 });
    expect(await ask("x".repeat(99_999))).toEqual({ too_large: 1 });
    expect(await ask("ä".repeat(49_999))).toEqual({ ok: 1 });
    expect(await ask("ä".repeat(50_000))).toEqual({ too_large: 1 });
    expect(await ask({ a: Buffer.alloc(99_993) })).toEqual({ ok: 1 });
    expect(await ask({ a: Buffer.alloc(99_995) })).toEqual({ too_large: 1 });
    expect(client.connected).toBe(true);
  });

  test("is told `too_large` of 65 levels and of 100,001 values, whatever their bytes", async () => {
    const shop = await startShop({ limits: { maxBytes: false } });
    const client = await shop.join();
    const ask = async (payload: unknown) => tally([await client.emitWithAck("echo", payload)]);
    const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(await ask(nested(64))).toEqual({ ok: 1 });
    expect(await ask(nested(65))).toEqual({ too_large: 1 });
    expect(await ask(new Array(99_999).fill(1))).toEqual({ ok: 1 });
    expect(await ask(new Array(100_000).fill(1))).toEqual({ too_large: 1 });
  });

  test("meets the limits that a member has of its own, and these alone", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 8, maxInFlight: 1 } });
    const client = await shop.join();
    const order = () => Promise.all(Array.from({ length: 7 }, () => client.emitWithAck("order", 1)));
    expect(tally(await order())).toEqual({ ok: 5, rate_limited: 2 });
    // The rest has all that it had.
    const echoes = await Promise.all(Array.from({ length: 9 }, () => client.emitWithAck("echo", 1)));
    expect(tally(echoes)).toEqual({ ok: 8, rate_limited: 1 });
  });

  test("has so many of a call under way as the call allows, beside those of others", async () => {
    const shop = await startShop({ limits: { maxInFlight: 1 } });
    const client = await shop.join();
    const calls = ["alone", "alone", "alone", "slow", "slow"].map((name) => client.emitWithAck(name, 1));
    await until(() => shop.waiting() === 3);
    shop.release();
    expect((await Promise.all(calls)).map(({ ok }) => ok)).toEqual([true, true, false, true, false]);
  });

  test("is told `too_large` where a member takes less", async () => {
    const shop = await startShop();
    const client = await shop.join();
    expect(tally([await client.emitWithAck("note", "x".repeat(98))])).toEqual({ ok: 1 });
    expect(tally([await client.emitWithAck("note", "x".repeat(99))])).toEqual({ too_large: 1 });
  });

  test("that joins and leaves rooms for ever is held back like any other", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 20 } });
    const client = await shop.join();
    const answers: Answer[] = [];
    for (let round = 0; round < 30; round++) {
      answers.push(await client.emitWithAck("$join:aisle", `a${round}`));
      answers.push(await client.emitWithAck("$leave:aisle", `a${round}`));
    }
    expect(tally(answers)).toMatchObject({ rate_limited: expect.any(Number) });
    expect(tally(answers).ok).toBeLessThan(25);
    const [context] = shop.contexts.values();
    expect(context?.socket.rooms.size).toBeLessThanOrEqual(2);
  });

  test("is in 100 rooms at most, on all channels of the connection together", async () => {
    const other = { ...shopDefinition, name: "stall", path: "/stall" };
    const shop = await startShop({ limits: { perSecond: false } }, [shopDefinition, other]);
    const client = await shop.join();
    const stall = client.io.socket("/stall").connect();
    onTestFinished(() => void stall.close());
    const answers: Answer[] = [];
    for (let room = 0; room < 60; room++) answers.push(await client.emitWithAck("$join:aisle", `${room}`));
    for (let room = 0; room < 41; room++) answers.push(await stall.emitWithAck("$join:aisle", `${room}`));
    expect(tally(answers)).toEqual({ ok: 100, overloaded: 1 });
    await client.emitWithAck("$leave:aisle", "0");
    expect(tally([await stall.emitWithAck("$join:aisle", "x")])).toEqual({ ok: 1 });
  });

  test("is in 16 namespaces at most, those that it is on the way into among them", async () => {
    const channels = Array.from({ length: 17 }, (_, index) => ({
      ...shopDefinition,
      name: `shop${index}`,
      path: `/shop${index}`,
    }));
    const shop = await startShop({}, channels);
    const client = await openRaw(shop.url);
    for (let index = 0; index < 17; index++) client.send(`40/shop${index},`);
    await until(() => client.frames.length === 17);
    const refused = client.frames.filter((frame) => frame.startsWith("44"));
    expect(refused).toEqual([expect.stringMatching(/^44\/shop16,.*"code":"overloaded"/)]);
    client.send("41/shop0,");
    client.send("40/shop16,");
    await until(() => client.frames.some((frame) => frame.startsWith("40/shop16,")));
  });

  test("that answers what nobody asked is held back, and those that were asked are heard", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 5 } });
    const client = await joinRaw(shop);
    for (let id = 0; id < 500; id++) client.send(`43/shop,${id}[{"ok":true}]`);
    await until(() => shop.excesses.length > 0);
    const [context] = shop.contexts.values();
    const asked = context?.call.confirm();
    await until(() => client.frames.some((frame) => frame.includes('"confirm"')));
    const id = /42\/shop,(\d+)/.exec(client.frames.find((frame) => frame.includes('"confirm"')) ?? "")?.[1];
    client.send(`43/shop,${id}[{"ok":true,"value":"yes"}]`);
    expect(await asked).toBe("yes");
    client.close();
    await until(() => shop.excesses.reduce((all, { count }) => all + count, 0) === 495);
  });

  test("that says goodbye to streams and calls that are not there is held back", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 4 } });
    const client = await joinRaw(shop);
    for (const word of [
      '["$leave",1]',
      '["$end",1]',
      '["$credit",[1,1]]',
      '["$item",[1,1]]',
      '["$cancel",1]',
    ]) {
      client.send(`42/shop,${word}`);
    }
    client.send('42/shop,1["echo",1]');
    expect(await client.next()).toContain('"rate_limited"');
  });
});

describe("a client that sends batches", () => {
  test("is limited by the entry, not by the frame", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 10 } });
    const client = await joinRaw(shop, batching);
    const entries = Array.from({ length: 30 }, (_, id) => [id, "echo", id]);
    client.send(`42/shop,${JSON.stringify(["$", entries])}`);
    await until(() => entriesOf(client).length === 30);
    const refused = entriesOf(client).filter((entry) => entry.length === 3);
    expect(refused).toHaveLength(20);
    expect(refused[0]).toEqual([-11, 0, expect.objectContaining({ code: "rate_limited" })]);
  });

  test("pays for entries that are none, for batches of nothing and for what stands behind the thousandth", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 5 } });
    const client = await joinRaw(shop, batching);
    client.send('42/shop,["$",[7,null,{},[1.5]]]');
    client.send('42/shop,["$",[]]');
    client.send('42/shop,["$",[[3,"echo",1]]]');
    await until(() => entriesOf(client).length === 1 || client.frames.length > 2);
    expect(client.frames.join()).toContain("rate_limited");
  });

  test("sends the items of a stream within their credit for nothing", async () => {
    const shop = await startShop({ limits: { perSecond: 1, burst: 2 } });
    const client = await joinRaw(shop, batching);
    client.send('42/shop,0["pour",[0,0]]');
    let sent = 0;
    let credit = 0;
    let read = 0;
    while (sent < 300) {
      const grants = () =>
        client.frames.slice(read).flatMap((frame) => [...frame.matchAll(/\["\$credit",\[0,(\d+)\]\]/g)]);
      if (credit === 0) await until(() => grants().length > 0);
      for (const [, count] of grants()) credit += Number(count);
      read = client.frames.length;
      for (; credit > 0 && sent < 300; credit--) client.send(`42/shop,["$item",[0,${sent++}]]`);
    }
    client.send('42/shop,["$end",0]');
    await until(() => client.frames.some((frame) => frame.includes("300")));
    expect(shop.excesses).toEqual([]);
  });
});

test("calls that may be repeated meet the limits of the call, under whatever name they come", async () => {
  const shop = await startShop();
  const client = await joinRaw(shop);
  for (let id = 0; id < 8; id++) {
    client.send(`42/shop,${id}["$once",["k123456789012345",${id},0,"pay",${id}]]`);
  }
  await until(() => client.frames.length === 1 + 8);
  expect(client.frames.filter((frame) => frame.includes("rate_limited"))).toHaveLength(3);
});

test("a connection that is asked for again and again while it is being admitted is one of 16", async () => {
  const shop = await startShop();
  const client = await openRaw(shop.url);
  // Socket.IO lets a client knock at one door for as long as nobody has opened.
  for (let knock = 0; knock < 40; knock++) client.send("40/shop,");
  await until(() => client.frames.filter((frame) => frame.startsWith("44")).length >= 24 || !client.isOpen);
  expect(client.frames.filter((frame) => frame.startsWith("40")).length).toBeLessThanOrEqual(16);
});

test("a limit that is none is told when the server starts", async () => {
  for (const limits of [{ perSecond: 0 }, { maxBytes: -1 }, { perSecond: 10, burst: 5 }, { maxRooms: 0.5 }]) {
    await expect(startShop({ limits })).rejects.toMatchObject({ code: "WP_WRONG_LIMIT" });
  }
  await expect(startShop({ limits: { key: () => "a" } })).rejects.toMatchObject({ code: "WP_WRONG_LIMIT" });
});

test.each([
  ["a name that is no limit", { perMinute: 5 }, "`limits.perMinute`"],
  ["a number", 5, "`limits` of the plugin's options has to be an object"],
  ["`false`", false, "`limits` of the plugin's options has to be an object"],
])("%s in the place of limits is told when the server starts", async (_title, limits, words) => {
  // Only JavaScript can say such a thing.
  const options = { limits } as unknown as Parameters<typeof startShop>[0];
  await expect(startShop(options)).rejects.toMatchObject({
    code: "WP_WRONG_LIMIT",
    message: expect.stringContaining(words),
  });
});

test("`false` switches a limit off", async () => {
  const shop = await startShop({ limits: { perSecond: false, maxInFlight: false } });
  const client = await shop.join();
  const calls = Array.from({ length: 1_000 }, () => client.emitWithAck("slow", 1));
  await until(() => shop.waiting() === 1_000);
  shop.release();
  expect(tally(await Promise.all(calls))).toEqual({ ok: 1_000 });
});
