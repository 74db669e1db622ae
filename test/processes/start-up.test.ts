import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Fastify from "fastify";
import { createClient } from "redis";
import { Server } from "socket.io";
import { expect, it, onTestFinished, vi } from "vitest";
import {
  clusterWorkers,
  redisPubSub,
  redisStreams,
  type SocketServerOptions,
  type SocketsAttachOptions,
  socketsAttachment,
} from "wirepact/server";
import { requirePeer } from "../../server/runtime/links/require-peer.js";
import { isRedisThere, startRedis } from "../redis/redis-server.js";
import { busAdapter } from "../rooms/bus-adapter.js";
import { type ArenaSockets, arenaDefinition } from "../server/arena.js";
import { defaultHandlers, recordEvents, startArena } from "../server/start-arena.js";
import { enter } from "./towns.js";

const mayRun = isRedisThere() || process.env.CI === "true";
const failing = async (options: SocketServerOptions) => {
  const error: unknown = await startArena({ options }).catch((thrown: unknown) => thrown);
  return error as { readonly code: string; readonly message: string };
};

it("a package that is not installed is named, with what installs it", () => {
  const folder = mkdtempSync(join(tmpdir(), "wirepact-peer-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const from = pathToFileURL(join(folder, "index.js")).href;
  const wanted = ["redis", "@socket.io/redis-streams-adapter"];
  expect(() => requirePeer("@socket.io/redis-streams-adapter", wanted, from)).toThrow(
    expect.objectContaining({
      code: "WP_MISSING_PACKAGE",
      message: expect.stringContaining("`npm install redis @socket.io/redis-streams-adapter`"),
    }),
  );
  // One that is there, and lacks something itself, says so itself.
  mkdirSync(join(folder, "node_modules/broken"), { recursive: true });
  writeFileSync(join(folder, "node_modules/broken/index.js"), 'require("nowhere")');
  expect(() => requirePeer("broken", ["broken"], from)).toThrow(
    expect.objectContaining({ code: "MODULE_NOT_FOUND" }),
  );
});

it("a Redis that is not there is an error of the start, without its password", async () => {
  const redis = { url: "redis://user:secret@127.0.0.1:1/0", connectTimeoutMs: 200 };
  for (const options of [{ redis }, { adapter: redisPubSub(redis) }]) {
    const { code, message } = await failing(options);
    expect(code).toBe("WP_NO_REDIS");
    expect(message).toContain("redis://127.0.0.1:1/0");
    expect(message).not.toContain("secret");
  }
});

it("two ways to join processes, and a group that is no name, are errors of the start", async () => {
  expect(await failing({ redis: {}, adapter: busAdapter() })).toMatchObject({ code: "WP_TWO_LINKS" });
  expect(await failing({ redis: { group: "a*" } })).toMatchObject({ code: "WP_LINK_GROUP" });
});

it("the start is warned of polling where nobody says that clients stay where they are", async () => {
  const warned = async (options: SocketServerOptions) =>
    (await startArena({ options })).log.some(({ msg }) => msg.includes("`sticky: true`"));
  const adapter = busAdapter();
  expect(await warned({ adapter })).toBe(true);
  expect(await warned({ adapter, transports: ["polling"] })).toBe(true);
  expect(await warned({ adapter, sticky: true })).toBe(false);
  expect(await warned({ adapter, transports: ["websocket"] })).toBe(false);
  expect(await warned({})).toBe(false);
});

it("a program that is no worker of a cluster is alone", async () => {
  const arena = await startArena({ options: { adapter: clusterWorkers() } });
  const ada = await arena.join("Ada");
  expect((await arena.sockets.all.call.poke({ timeoutMs: 50 })).map(({ clientId }) => clientId)).toEqual([
    ada.id,
  ]);
  expect(arena.log.filter(({ level }) => level > 30)).toEqual([]);
});

it.skipIf(!mayRun)("a client's options stand for the URL, and closing leaves nothing open", async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const client = createClient({ socket: { path: redis.socketPath, tls: false } });
  const [one, other] = [
    await startArena({ options: { redis: { client } } }),
    await startArena({ options: { redis: { client } } }),
  ];
  const heard = recordEvents(await other.join("Ada"));
  one.sockets.all.emit.heard({ text: "hi" });
  await vi.waitFor(() => expect(heard).toEqual([["heard", { text: "hi" }]]));
  expect(client.isOpen).toBe(false);
  const watcher = createClient({ socket: { path: redis.socketPath, tls: false } });
  await watcher.connect();
  onTestFinished(() => watcher.destroy());
  const clients = async () => (await watcher.clientList()).length;
  expect(await clients()).toBeGreaterThan(3);
  await Promise.all([one.app.close(), other.app.close()]);
  await vi.waitFor(async () => expect(await clients()).toBe(1));
});

it.skipIf(!mayRun)("channels that are attached are joined too", async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const attach = socketsAttachment<SocketsAttachOptions, { readonly arena: ArenaSockets }>([arenaDefinition]);
  const channels = { arena: { channel: "arena", handlers: defaultHandlers } };
  const start = async () => {
    const io = new Server();
    const { log } = Fastify();
    const attached = attach(io, { channels, log, sticky: true, adapter: redisStreams({ url: redis.url }) });
    io.listen(0);
    onTestFinished(async () => {
      await io.close();
      await attached.close();
    });
    return { ...attached, port: Reflect.get(Object(Reflect.get(io, "httpServer").address()), "port") };
  };
  const [one, other] = [await start(), await start()];
  const ada = await enter(Number(other.port), "Ada");
  const heard = recordEvents(ada);
  await vi.waitFor(
    async () => {
      one.sockets.arena.all.emit.heard({ text: "hi" });
      await vi.waitFor(() => expect(heard).toContainEqual(["heard", { text: "hi" }]), { timeout: 100 });
    },
    { timeout: 5_000 },
  );
});
