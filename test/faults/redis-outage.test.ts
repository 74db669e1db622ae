import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "redis";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { redisAnswers, redisReplay } from "wirepact/server";
import { isRedisThere, type RedisServer, startRedis } from "../redis/redis-server.js";
import { connectFeed, startFeed } from "./start-feed.js";
import { chargeTimeoutMs, connectTill, startTill } from "./till.js";

const mayRun = isRedisThere() || process.env.CI === "true";
/** Milliseconds; `OUTAGE_MS=10000` for the whole measure. */
const outageMs = Number(process.env.OUTAGE_MS ?? 1_000);
const timeoutMs = outageMs + 20_000;
const waiting = { timeout: 10_000, interval: 5 };

/** How Redis is gone, and back. */
type Outage = (redis: RedisServer) => Promise<void>;

const outages: readonly (readonly [string, Outage])[] = [
  [
    "answers nothing",
    async (redis) => {
      redis.pause();
      await pause(outageMs);
      redis.resume();
    },
  ],
  [
    "is killed and comes back empty",
    async (redis) => {
      await redis.kill();
      const start = () => redis.restart();
      await pause(outageMs);
      await start();
    },
  ],
];

describe.skipIf(!mayRun)("Redis", () => {
  let redis: RedisServer;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);

  beforeEach(async () => {
    redis = await startRedis();
    process.on("unhandledRejection", note);
  });
  afterEach(async () => {
    await redis.stop();
    process.off("unhandledRejection", note);
    expect(unhandled.splice(0)).toEqual([]);
  });

  async function connectRedis() {
    const reconnectStrategy = () => 20;
    const client = createClient({ socket: { path: redis.socketPath, tls: false, reconnectStrategy } });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    return client;
  }

  it.each(outages)(
    "that %s holds idempotent calls up, and none runs twice; others go on",
    async (_how, go) => {
      const runs = new Map<number, number>();
      const till = await startTill(
        {
          async charge({ order }) {
            runs.set(order, (runs.get(order) ?? 0) + 1);
            return `receipt ${order}`;
          },
        },
        { answers: redisAnswers(await connectRedis()) },
      );
      const { call, close } = connectTill(`http://127.0.0.1:${till.port}`, { transports: ["websocket"] });
      onTestFinished(close);
      expect(await call.charge({ order: 0 })).toBe("receipt 0");

      let isOver = false;
      const outage = go(redis).then(() => {
        isOver = true;
      });
      // Sent while Redis is there, while it goes, and while it is away.
      const charges = [];
      let order = 0;
      while (!isOver) {
        charges.push(call.charge.safe({ order: ++order }, { timeoutMs }));
        expect(await call.look({ order })).toBe(`order ${order}`);
        await pause(50);
      }
      await outage;
      const outcomes = await Promise.all(charges);
      for (const [index, outcome] of outcomes.entries()) {
        // What was on its way to Redis when that was killed is refused; what waited for longer than a charge may take is given up.
        if (outcome.ok) expect(outcome.value).toBe(`receipt ${index + 1}`);
        else {
          expect(["overloaded", "timeout"]).toContain(outcome.error.code);
          expect(runs.has(index + 1)).toBe(false);
        }
      }
      if (outageMs < chargeTimeoutMs) expect(outcomes.filter(({ ok }) => !ok).length).toBeLessThanOrEqual(2);
      expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
      expect(await call.charge({ order: -1 })).toBe("receipt -1");
    },
    60_000,
  );

  it.each(outages)(
    "that %s holds replayed events up, which then come or are told as a gap",
    async (_how, go) => {
      const feeds = [
        await startFeed({}, { replayStore: redisReplay(await connectRedis()) }),
        await startFeed({}, { replayStore: redisReplay(await connectRedis()) }),
      ];
      const [feed] = feeds;
      const clients = feeds.map(({ port }) => {
        const client = connectFeed(`http://127.0.0.1:${port}`);
        const heard: number[] = [];
        const gaps: unknown[] = [];
        client.on.posted((n) => heard.push(n));
        client.on.posted.gap((gap) => gaps.push(gap));
        return { client, heard, gaps };
      });
      await Promise.all(clients.map(({ client }) => client.call.join("news")));
      let sent = 0;
      const send = () => feed?.sockets.to.topic("news").emit.posted(sent++);
      for (let n = 0; n < 100; n++) send();
      for (const { heard } of clients) await vi.waitFor(() => expect(heard).toHaveLength(100), waiting);

      let isOver = false;
      const outage = go(redis).then(() => {
        isOver = true;
      });
      while (!isOver) {
        send();
        await pause(20);
      }
      await outage;
      const last = sent;
      send();
      for (const { heard, gaps } of clients) {
        await vi.waitFor(() => expect(heard.at(-1)).toBe(last), waiting);
        // In order and none twice; all of them, or a gap was told.
        expect(heard).toEqual([...new Set(heard)].sort((left, right) => left - right));
        if (heard.length < sent) expect(gaps).not.toEqual([]);
      }
      // Who comes back from now on misses nothing.
      const [staying] = clients;
      const before = staying?.gaps.length;
      for (const socket of (
        feed as unknown as { sockets: { namespace: { sockets: Map<string, { conn: { close(): void } }> } } }
      ).sockets.namespace.sockets.values())
        socket.conn.close();
      send();
      await vi.waitFor(() => expect(staying?.heard.at(-1)).toBe(last + 1), waiting);
      expect(staying?.heard.slice(-2)).toEqual([last, last + 1]);
      expect(staying?.gaps).toHaveLength(before ?? 0);
    },
    60_000,
  );
});
