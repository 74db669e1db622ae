import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isRedisThere, type RedisServer, startRedis } from "../redis/redis-server.js";
import { recordEvents } from "../server/start-arena.js";
import type { TownLink } from "./serve-town.js";
import { enter, spawnTown, startTown } from "./towns.js";

const mayRun = isRedisThere() || process.env.CI === "true";
const red = { id: "red", size: 1 };
const patience = { timeout: 15_000, interval: 20 };

describe.skipIf(!mayRun).each(["streams", "pubSub"] as const)(
  "Redis that goes away and comes back, under %s",
  (kind) => {
    let redis: RedisServer;
    let link: TownLink;
    beforeEach(async () => {
      redis = await startRedis();
      link = { kind, url: redis.url };
    });
    afterEach(() => redis.stop());

    it("costs other processes' clients what is sent meanwhile, and nobody else anything", async () => {
      const [here, there] = await Promise.all([startTown(link), spawnTown(link)]);
      const ada = await enter(here.port, "Ada", "red");
      const grace = await enter(there.port, "Grace", "red");
      const [atAda, atGrace] = [recordEvents(ada), recordEvents(grace)];
      const last = (events: readonly unknown[][]) =>
        (events.at(-1)?.[1] as { text: string } | undefined)?.text;
      here.arena.to.team(red).emit.heard({ text: "before" });
      await vi.waitFor(() => expect([last(atAda), last(atGrace)]).toEqual(["before", "before"]), patience);

      const away = () => here.log.filter(({ msg }) => msg.startsWith("Redis is away"));
      const back = () => here.log.filter(({ msg }) => msg.startsWith("Redis is back"));
      await redis.kill();
      await vi.waitFor(() => expect(away()).toHaveLength(1), patience);
      // Everything that would reach over the bus, here and in the other process.
      for (let n = 0; n < 20; n++) here.arena.to.team(red).emit.heard({ text: `meanwhile ${n}` });
      await vi.waitFor(() => expect(last(atAda)).toBe("meanwhile 19"), patience);
      expect(
        await here.arena
          .client(ada.id ?? "")
          .call.confirm({ question: "?" }, { timeoutMs: 50 })
          .catch(String),
      ).toContain("did not answer");
      await expect(here.arena.all.call.confirm({ question: "?" }, { timeoutMs: 500 })).rejects.toMatchObject({
        code: "internal",
      });
      await expect(here.arena.rooms.team(red).members()).rejects.toThrow();
      await here.arena.rooms.team(red).move({ id: "blue", size: 1 });
      await here.arena.rooms.team({ id: "blue", size: 1 }).move(red);
      here.arena.client(grace.id ?? "").disconnect();
      here.arena.client(grace.id ?? "").emit.heard({ text: "lost" });
      grace.emit("shout", { text: "alone" });
      await vi.waitFor(() => expect(last(atGrace)).toBe("alone was said"), patience);
      expect(there.child.exitCode).toBeNull();

      await redis.restart();
      await vi.waitFor(() => expect(back()).toHaveLength(1), patience);
      await vi.waitFor(async () => {
        here.arena.to.team(red).emit.heard({ text: "after" });
        await vi.waitFor(() => expect([last(atAda), last(atGrace)]).toEqual(["after", "after"]), {
          timeout: 200,
        });
      }, patience);
      // The other process comes back in its own time.
      await vi.waitFor(async () => {
        grace.emit("shout", { text: "together" });
        await vi.waitFor(() => expect(last(atAda)).toBe("together"), { timeout: 500 });
      }, patience);
      await vi.waitFor(async () => expect(await here.arena.rooms.team(red).count()).toBe(2), patience);
      expect(away()).toHaveLength(1);
      expect(there.child.exitCode).toBeNull();
    }, 60_000);
  },
);
