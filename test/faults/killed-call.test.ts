import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { isRedisThere, type RedisServer, startRedis } from "../redis/redis-server.js";
import { startBalancer } from "./balancer.js";
import { type Runs, spawnTill } from "./spawn-till.js";
import { connectTill } from "./till.js";

const mayRun = isRedisThere() || process.env.CI === "true";

describe.skipIf(!mayRun)("a process that is killed while it runs an idempotent call", () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it("leaves a call that no other process runs, and that ends with `timeout`", async () => {
    const runs: Runs = new Map();
    const redisPath = redis.socketPath;
    const [one, other] = [await spawnTill(runs, { redisPath }), await spawnTill(runs, { redisPath })];
    const till = connectTill(await startBalancer([one.port, other.port]), { transports: ["websocket"] });
    onTestFinished(() => till.close());
    await till.whenConnected();
    // Holds its process up for longer than it lives.
    const charge = till.call.charge.safe({ order: -60_000 }, { timeoutMs: 4_000 });
    while (!runs.has("charge -60000")) await new Promise((resolve) => setTimeout(resolve, 5));
    await one.end("SIGKILL");
    expect(await till.call.charge({ order: 1 }, { timeoutMs: 20_000 })).toBe("charge 1");
    expect(await charge).toMatchObject({ ok: false, error: { code: "timeout", mayHaveRun: true } });
    expect(runs.get("charge -60000")).toBe(1);
    await other.end("SIGTERM");
  }, 60_000);
});
