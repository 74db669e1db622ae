import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { isWireError } from "wirepact/client";
import { isRedisThere, type RedisServer, startRedis } from "../redis/redis-server.js";
import { startBalancer } from "./balancer.js";
import { type Runs, type SpawnedTill, spawnTill } from "./spawn-till.js";
import { connectTill } from "./till.js";

const mayRun = isRedisThere() || process.env.CI === "true";
/** `FAULT_COUNT=10000` for the whole measure. */
const clientCount = process.env.FAULT_COUNT === undefined ? 60 : 200;
/** Milliseconds between two calls of a client. */
const pauseMs = 400;
/** Of an idempotent call: what a machine takes that does much else. */
const timeoutMs = 30_000;

describe.skipIf(!mayRun)("two processes that are restarted in turn", () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it("lose no idempotent call, run none twice, and fail others only with a code", async () => {
    const runs: Runs = new Map();
    const redisPath = redis.socketPath;
    const tills: SpawnedTill[] = await Promise.all([
      spawnTill(runs, { redisPath }),
      spawnTill(runs, { redisPath }),
    ]);
    const ports = tills.map(({ port }) => port);
    const url = await startBalancer(ports);
    const clients = Array.from({ length: clientCount }, () =>
      connectTill(url, { transports: ["websocket"] }),
    );
    onTestFinished(() => {
      for (const client of clients) client.close();
    });
    await Promise.all(clients.map((client) => client.whenConnected()));

    const failures: { readonly order: number; readonly error: unknown }[] = [];
    const receipts: string[] = [];
    let isOver = false;
    let next = 0;
    const working = clients.map(async ({ call }) => {
      while (!isOver) {
        const order = next++;
        const [receipt, looked] = await Promise.all([
          call.charge({ order }, { timeoutMs }),
          call.look.safe({ order }),
        ]);
        receipts[order] = receipt;
        if (!looked.ok) failures.push({ order, error: looked.error });
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    });
    for (const [index, till] of tills.entries()) {
      await till.end("SIGTERM");
      tills[index] = await spawnTill(runs, { port: till.port, redisPath });
    }
    isOver = true;
    await Promise.all(working);
    await Promise.all(tills.map((till) => till.end("SIGTERM")));

    expect(receipts).toEqual(Array.from({ length: next }, (_, order) => `charge ${order}`));
    const charges = [...runs].filter(([run]) => run.startsWith("charge"));
    expect(charges.filter(([, times]) => times !== 1)).toEqual([]);
    expect(charges).toHaveLength(next);
    for (const { order, error } of failures) {
      expect(isWireError(error)).toBe(true);
      if (isWireError(error) && !error.mayHaveRun) expect(runs.has(`look ${order}`)).toBe(false);
    }
  }, 120_000);
});
