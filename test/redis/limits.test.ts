import { RateLimiterRedis } from "rate-limiter-flexible";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startShop } from "../limits/start-shop.js";
import { until } from "../server/start-arena.js";
import { isRedisThere, type RedisServer, startRedis } from "./redis-server.js";

const mayRun = isRedisThere() || process.env.CI === "true";

describe.skipIf(!mayRun)("a limit that processes share in Redis", () => {
  let redis: RedisServer;
  let prefix = 0;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  /** Two servers with ten points for each user in a minute. */
  const startTwo = async () => {
    const storeClient = createClient({ socket: { path: redis.socketPath, tls: false } });
    storeClient.on("error", () => {});
    await storeClient.connect();
    onTestFinished(() => storeClient.destroy());
    const keyPrefix = `shop${prefix++}`;
    const store = () =>
      new RateLimiterRedis({ storeClient, useRedisPackage: true, keyPrefix, points: 10, duration: 60 });
    const key = ({ session }: { readonly session: unknown }) =>
      typeof session === "string" ? session : undefined;
    const shops = [
      await startShop({ limits: { key, store: store() } }),
      await startShop({ limits: { key, store: store() } }),
    ] as const;
    return { shops, storeClient };
  };

  it("counts a user's calls over connections and processes, and nobody else's", async () => {
    const { shops } = await startTwo();
    const clients = [
      await shops[0].join({ user: "ada" }),
      await shops[1].join({ user: "ada" }),
      await shops[1].join({ user: "ben" }),
      await shops[0].join(),
    ];
    const counts = await Promise.all(
      clients.map(async (client) => {
        const calls = Array.from({ length: 8 }, () => client.emitWithAck("echo", 1));
        return (await Promise.all(calls)) as {
          ok: boolean;
          error?: { code: string; retryAfterMs: number };
        }[];
      }),
    );
    const adas = [...(counts[0] ?? []), ...(counts[1] ?? [])];
    expect(adas.filter(({ ok }) => ok)).toHaveLength(10);
    const refused = adas.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(6);
    for (const { error } of refused) {
      expect(error?.code).toBe("rate_limited");
      expect(error?.retryAfterMs).toBeGreaterThan(1_000);
    }
    expect([...(counts[2] ?? []), ...(counts[3] ?? [])].every(({ ok }) => ok)).toBe(true);
  });

  it("keeps the order of what a client sends, and drops events beyond", async () => {
    const { shops } = await startTwo();
    const client = await shops[0].join({ user: "ada" });
    for (let index = 0; index < 20; index++) client.emit("seen", index);
    const answer = await client.emitWithAck("echo", "last");
    expect(answer).toMatchObject({ ok: false, error: { code: "rate_limited" } });
    expect(shops[0].seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await until(() => shops[0].excesses.length > 0);
  });

  it("lets everything through that the connection may send where Redis does not answer, and says so", async () => {
    const { shops, storeClient } = await startTwo();
    const client = await shops[0].join({ user: "ada" });
    storeClient.destroy();
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.emitWithAck("echo", 1)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const lines = shops[0].log.filter(({ msg }) => msg.startsWith("the store of limits failed"));
    expect(lines).toHaveLength(1);
  });
});
