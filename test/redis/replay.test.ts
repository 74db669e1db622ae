import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { redisReplay } from "wirepact/server";
import { waitOptions } from "../client/plain-server.js";
import { startCuttingProxy } from "../faults/cutting-proxy.js";
import { feedLimits } from "../faults/feed.js";
import { connectFeed, startFeed } from "../faults/start-feed.js";
import { isRedisThere, type RedisServer, startRedis } from "./redis-server.js";

/** `FAULT_COUNT=10000` for the whole measure. */
const events = Number(process.env.FAULT_COUNT ?? 2_000);
const mayRun = isRedisThere() || process.env.CI === "true";

describe.skipIf(!mayRun)("events that are replayed out of Redis", () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    const client = await connectRedis();
    await client.sendCommand(["FLUSHALL"]);
  });

  async function connectRedis() {
    const client = createClient({ socket: { path: redis.socketPath, tls: false } });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    return client;
  }

  async function start(limits = feedLimits) {
    return startFeed({}, { limits, replayStore: redisReplay(await connectRedis()) });
  }

  /** Another process with the feed on the port. */
  async function spawnFeed(wanted: number): Promise<{ child: ChildProcess; port: number }> {
    const file = fileURLToPath(new URL("../faults/feed-process.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", file, redis.socketPath, String(wanted)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const [port] = await once(child.stdout, "data");
    return { child, port: Number(port) };
  }

  it("reach the clients of every process, in one order, and those that come back to another one", async () => {
    const [one, other] = [await start(), await start()];
    const proxy = await startCuttingProxy(one.port);
    const staying = connectFeed(`http://127.0.0.1:${other.port}`);
    const moving = connectFeed(proxy.url);
    const [here, there]: [unknown[], unknown[]] = [[], []];
    staying.on.posted((n) => here.push(n));
    staying.on.cleared(() => here.push("cleared"));
    moving.on.posted((n) => there.push(n));
    moving.on.cleared(() => there.push("cleared"));
    await Promise.all([staying.call.join("news"), moving.call.join("news")]);
    for (let n = 0; n < 50; n++) {
      (n % 2 ? one : other).sockets.to.topic("news").emit.posted(n);
      if (n % 7 === 0) one.sockets.all.emit.cleared();
    }
    one.sockets.to.topic("sports").emit.posted(-1);
    await vi.waitFor(() => expect(here).toHaveLength(58), waitOptions);
    await vi.waitFor(() => expect(there).toEqual(here), waitOptions);

    proxy.forwardTo(other.port);
    proxy.cut();
    one.sockets.to.topic("news").emit.posted(100);
    one.sockets.all.emit.posted(101);
    await vi.waitFor(() => expect(there.slice(-2)).toEqual([100, 101]), waitOptions);
    await vi.waitFor(() => expect(there).toEqual(here), waitOptions);
  });

  it("are not missed by clients that a closing process sends to another one", async () => {
    const [one, other] = [await start(), await start()];
    const proxy = await startCuttingProxy(one.port);
    const client = connectFeed(proxy.url);
    const heard: number[] = [];
    const gaps: unknown[] = [];
    client.on.posted((n) => heard.push(n));
    client.on.posted.gap((gap) => gaps.push(gap));
    client.state.subscribe(({ status }) => {
      if (status === "reconnecting") proxy.forwardTo(other.port);
    });
    await client.call.join("news");
    let sent = 0;
    const send = () => other.sockets.to.topic("news").emit.posted(sent++);
    send();
    await vi.waitFor(() => expect(heard).toEqual([0]), waitOptions);
    const closed = one.app.close();
    while (client.state.value.status === "connected") {
      send();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;
    await client.whenConnected();
    send();
    await vi.waitFor(() => expect(heard).toHaveLength(sent), waitOptions);
    expect(heard).toEqual(Array.from({ length: sent }, (_, n) => n));
    expect(gaps).toEqual([]);
  });

  it("carry bytes, and say where something is missing", async () => {
    const feed = await start({ keepMs: 60_000, keepCount: 2 });
    const proxy = await startCuttingProxy(feed.port);
    const client = connectFeed(proxy.url);
    const heard: unknown[] = [];
    client.on.drawn((bytes) => heard.push([...bytes]));
    client.on.posted((n) => heard.push(n));
    client.on.posted.gap(({ reason }) => heard.push(reason));
    await client.whenConnected();
    feed.sockets.all.emit.drawn(new Uint8Array([1, 2]));
    await vi.waitFor(() => expect(heard).toEqual([[1, 2]]), waitOptions);
    proxy.cut();
    for (const n of [1, 2, 3]) feed.sockets.all.emit.posted(n);
    feed.sockets.all.emit.drawn(new Uint8Array([3]));
    await vi.waitFor(() => expect(heard).toEqual([[1, 2], "trimmed", 2, 3, [3]]), waitOptions);
  });

  it("come none lost, none twice and in order through a process that is killed again and again", async () => {
    const sender = await start();
    let { child, port } = await spawnFeed(0);
    const client = connectFeed(`http://127.0.0.1:${port}`);
    const heard: number[] = [];
    const gaps: unknown[] = [];
    client.on.posted((n) => heard.push(n));
    client.on.posted.gap((gap) => gaps.push(gap));
    await client.call.join("news");

    let kills = 0;
    let isKilling = true;
    const killing = (async () => {
      for (; kills < 3; kills++) {
        const before = heard.length;
        await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before + 50), { timeout: 20_000 });
        child.kill("SIGKILL");
        await once(child, "exit");
        ({ child } = await spawnFeed(port));
      }
      isKilling = false;
    })();
    let sent = 0;
    while (isKilling || sent < events) {
      const target = sent % 2 ? sender.sockets.all : sender.sockets.to.topic("news");
      target.emit.posted(sent++);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await killing;
    await vi.waitFor(() => expect(heard.at(-1)).toBe(sent - 1), { timeout: 20_000 });

    expect(kills).toBe(3);
    expect(gaps).toEqual([]);
    expect(heard).toEqual(Array.from({ length: sent }, (_, n) => n));
  }, 120_000);
});
