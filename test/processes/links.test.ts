import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { startCuttingProxy } from "../faults/cutting-proxy.js";
import { connectFeed } from "../faults/start-feed.js";
import { isRedisThere, missingRedis, type RedisServer, startRedis } from "../redis/redis-server.js";
import { connectHall } from "../rooms/hall.js";
import { answerWith, recordEvents } from "../server/start-arena.js";
import type { Town, TownLink } from "./serve-town.js";
import { enter, spawnTown, startTown, type TownProcess } from "./towns.js";

const maySkip = !isRedisThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingRedis);

const question = { question: "there?" };
const red = { id: "red", size: 1 };
const blue = { id: "blue", size: 1 };
const oak = { floor: 1, name: "oak" };
const patience = { timeout: 10_000, interval: 10 };
const hears = (heard: readonly unknown[][], ...texts: readonly string[]) =>
  vi.waitFor(() => expect(heard).toEqual(texts.map((text) => ["heard", { text }])), patience);

describe.skipIf(maySkip).each(["streams", "pubSub"] as const)("two processes joined by %s", (kind) => {
  let redis: RedisServer;
  let link: TownLink;
  let here: Town;
  let there: TownProcess;

  beforeAll(async () => {
    redis = await startRedis();
    link = { kind, url: redis.url };
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    [here, there] = await Promise.all([startTown(link), spawnTown(link)]);
  });

  it("send to everybody, to rooms and to one client, bytes and all", async () => {
    const [ada, grace, joan] = await Promise.all([
      enter(here.port, "Ada", "red"),
      enter(there.port, "Grace", "red"),
      enter(there.port, "Joan", "blue"),
    ]);
    const [atAda, atGrace, atJoan] = [recordEvents(ada), recordEvents(grace), recordEvents(joan)];
    here.arena.all.emit.heard({ text: "all" });
    here.arena.to.team(red).emit.heard({ text: "red" });
    here.arena.except.team(red).emit.heard({ text: "not red" });
    here.arena.client(grace.id ?? "").emit.heard({ text: "Grace" });
    await hears(atGrace, "all", "red", "Grace");
    await hears(atJoan, "all", "not red");
    await hears(atAda, "all", "red");
    grace.emit("shout", { text: "from there" });
    await hears(atAda, "all", "red", "from there");
    // What was sent first is heard first, over the bus or not.
    await hears(atGrace, "all", "red", "Grace", "from there", "from there was said");
    const bytes = new Uint8Array([1, 2]);
    here.arena.namespace.to('team:["blue",1]').emit("pictured", bytes);
    await vi.waitFor(() => expect(atJoan.at(-1)).toEqual(["pictured", Buffer.from(bytes)]), patience);
  });

  it("call each other's clients, with one outcome for each", async () => {
    const [ada, grace, joan] = await Promise.all([
      enter(here.port, "Ada"),
      enter(there.port, "Grace"),
      enter(there.port, "Joan"),
    ]);
    answerWith(ada, "confirm", { ok: true, value: true });
    answerWith(grace, "confirm", { ok: true, value: false });
    answerWith(joan, "confirm", { ok: true, value: "neither" });
    const options = { timeoutMs: 5_000 };
    const outcomes = await here.arena.all.call.confirm(question, options);
    expect(outcomes).toHaveLength(3);
    expect(outcomes).toContainEqual({ clientId: ada.id, status: "answered", value: true });
    expect(outcomes).toContainEqual({ clientId: grace.id, status: "answered", value: false });
    const bad = expect.objectContaining({ code: "bad_output" });
    expect(outcomes).toContainEqual({ clientId: joan.id, status: "failed", error: bad });
    expect(await here.arena.client(grace.id ?? "").call.confirm(question, options)).toBe(false);
  });

  it("know each other's members with their whole sessions, and move them and send them away", async () => {
    const ada = await enter(here.port, "Ada", "red");
    const grace = await enter(there.port, "Grace", "red");
    const [inRed, inBlue] = [here.arena.rooms.team(red), here.arena.rooms.team(blue)];
    const session = (name: string) => ({ name, since: new Date(0), tags: new Set(["new"]) });
    const members = await inRed.members();
    expect(members).toHaveLength(2);
    expect(members).toContainEqual({ id: ada.id, session: session("Ada") });
    expect(members).toContainEqual({ id: grace.id, session: session("Grace") });

    await inRed.move(blue);
    await vi.waitFor(
      async () => expect([await inRed.count(), await inBlue.count()]).toEqual([0, 2]),
      patience,
    );
    await inBlue.remove(grace.id ?? "");
    await vi.waitFor(async () => expect(await inBlue.count()).toBe(1), patience);
    await inBlue.add(grace.id ?? "");
    await vi.waitFor(async () => expect(await inBlue.count()).toBe(2), patience);
    await inBlue.disconnect("enough");
    await vi.waitFor(() => expect([ada.connected, grace.connected]).toEqual([false, false]), patience);
    const joan = await enter(there.port, "Joan");
    here.arena.client(joan.id ?? "").disconnect();
    await vi.waitFor(() => expect(joan.connected).toBe(false), patience);
  });

  it("outlive one another: calls to a killed process's clients end, its presence goes", async () => {
    const ada = await enter(here.port, "Ada");
    const grace = await enter(there.port, "Grace");
    const [adasId, gracesId] = [ada.id, grace.id];
    answerWith(ada, "confirm", { ok: true, value: true });
    const tableOf = (port: number, name: string) => {
      const client = connectHall(`http://127.0.0.1:${port}`, { auth: { name } });
      onTestFinished(() => client.close());
      return client.rooms.table(oak);
    };
    const [hers, theirs] = [tableOf(here.port, "Ada"), tableOf(there.port, "Grace")];
    for (const table of [hers, theirs]) {
      await table.join();
      await table.setPresence({ mood: "calm" });
    }
    await vi.waitFor(() => expect(hers.presence.value).toHaveLength(2), patience);
    expect(here.hall.rooms.table(oak).presence()).toHaveLength(2);

    const calling = here.arena.all.call.confirm(question, { timeoutMs: 2_000 });
    // Asked, and never answered: her process goes first.
    await new Promise<void>((resolve) => grace.once("confirm", () => resolve()));
    await there.kill();
    const outcomes = await calling;
    expect(outcomes).toHaveLength(2);
    expect(outcomes).toContainEqual({ clientId: adasId, status: "answered", value: true });
    expect(outcomes).toContainEqual({ clientId: gracesId, status: "timed_out" });
    await vi.waitFor(async () => {
      const after = await here.arena.all.call.confirm(question, { timeoutMs: 2_000 });
      expect(after).toEqual([{ clientId: adasId, status: "answered", value: true }]);
    }, patience);
    const soon = { timeout: 20_000, interval: 50 };
    await vi.waitFor(
      () => expect(hers.presence.value).toEqual([{ id: "Ada", data: { mood: "calm" } }]),
      soon,
    );
  }, 40_000);

  it("give a client that comes to the other one what it missed", async () => {
    const proxy = await startCuttingProxy(here.port);
    const client = connectFeed(proxy.url);
    const heard: number[] = [];
    client.on.posted((n) => heard.push(n));
    await client.call.join("news");
    here.feed.to.topic("news").emit.posted(1);
    await vi.waitFor(() => expect(heard).toEqual([1]), patience);
    proxy.forwardTo(there.port);
    proxy.cut();
    here.feed.to.topic("news").emit.posted(2);
    here.feed.to.topic("news").emit.posted(3);
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]), patience);
  });

  it("do not hear those of other contracts on the same Redis, nor those of another group", async () => {
    const other = await startTown({ ...link, fingerprint: "another" });
    const shop = await startTown({ ...link, group: "shop:1" });
    const [grace, ben, cid] = await Promise.all([
      enter(there.port, "Grace", "red"),
      enter(other.port, "Ben", "red"),
      enter(shop.port, "Cid", "red"),
    ]);
    const [atGrace, atBen, atCid] = [recordEvents(grace), recordEvents(ben), recordEvents(cid)];
    here.arena.all.emit.heard({ text: "ours" });
    other.arena.all.emit.heard({ text: "theirs" });
    shop.arena.all.emit.heard({ text: "the shop's" });
    await hears(atGrace, "ours");
    await hears(atBen, "theirs");
    await hears(atCid, "the shop's");
    for (const { arena } of [here, other, shop]) expect(await arena.rooms.team(red).count()).toBe(1);
    const feed = connectFeed(`http://127.0.0.1:${other.port}`);
    const heard: number[] = [];
    feed.on.posted((n) => heard.push(n));
    await feed.call.join("news");
    here.feed.all.emit.posted(1);
    other.feed.all.emit.posted(2);
    await vi.waitFor(() => expect(heard).toEqual([2]), patience);
  });

  it("put the app's group before each key that they use", async () => {
    const client = createClient({ url: redis.url });
    await client.connect();
    onTestFinished(() => client.destroy());
    here.arena.all.emit.heard({ text: "all" });
    here.feed.all.emit.posted(1);
    const form = /^wirepact:(arena:[\w-]{12}|shop:1)[-:#]/;
    const foreign = async () => {
      const found = [...(await client.keys("*")), ...(await client.pubSubChannels())];
      expect(found.length).toBeGreaterThan(3);
      return found.filter((name) => !form.test(name));
    };
    await vi.waitFor(async () => expect(await foreign()).toEqual([]), patience);
  });
});
