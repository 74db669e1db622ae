import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { redisAnswers } from "wirepact/server";
import { startCuttingProxy } from "../faults/cutting-proxy.js";
import { connectTill, startTill } from "../faults/till.js";
import { isRedisThere, type RedisServer, startRedis } from "./redis-server.js";

const mayRun = isRedisThere() || process.env.CI === "true";

describe.skipIf(!mayRun)("answers that are kept in Redis", () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it("make a call run once, whatever process its repeats come to", async () => {
    const client = createClient({ socket: { path: redis.socketPath, tls: false } });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    const runs = new Map<number, number>();
    const charge = async ({ order }: { order: number }) => {
      runs.set(order, (runs.get(order) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `receipt ${order}`;
    };
    const ports: number[] = [];
    for (const _ of ["one", "other"]) {
      ports.push((await startTill({ charge }, { answers: redisAnswers(client) })).port);
    }
    const proxy = await startCuttingProxy(ports[0] ?? 0);
    const till = connectTill(proxy.url);
    onTestFinished(() => till.close());

    let connections = 0;
    const stopMoving = till.state.subscribe(({ status }) => {
      if (status === "connected") proxy.forwardTo(ports[++connections % 2] ?? 0);
    });
    const stopCutting = proxy.cutEvery(100);
    let next = 0;
    const receipts: string[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let order = next++; order < 1_000; order = next++) {
          receipts[order] = await till.call.charge({ order }, { timeoutMs: 15_000 });
        }
      }),
    );
    stopCutting();
    stopMoving();

    expect(connections).toBeGreaterThanOrEqual(3);
    expect(receipts).toEqual(Array.from({ length: 1_000 }, (_, order) => `receipt ${order}`));
    expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
  }, 60_000);
});
