import { encode } from "@msgpack/msgpack";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { isRedisThere, type RedisServer, startRedis } from "../redis/redis-server.js";
import { connectHall } from "../rooms/hall.js";
import { recordEvents } from "../server/start-arena.js";
import type { Town } from "./serve-town.js";
import { enter, startTown } from "./towns.js";

const mayRun = isRedisThere() || process.env.CI === "true";
const patience = { timeout: 10_000, interval: 10 };
const everybody = { rooms: [], except: [] };
const text = (value: unknown) => ["heard", { text: value }];

/** Broadcasts that are none, whatever adapter takes them. */
const badPackets: readonly unknown[] = [
  undefined,
  null,
  7,
  "heard",
  [],
  {},
  { type: 2 },
  { type: 2, data: "heard" },
  { type: 2, data: [] },
  { type: 2, data: [7] },
  { type: 1, data: text("disconnect") },
  { type: 3, id: 0, data: [{ ok: true }] },
  { type: 2, id: 0, data: text("with an id") },
  { type: 2, data: ["$", "a batch"] },
  { type: 2, data: ["$at", 1, "posted", 1] },
  { type: 2, data: ["$closing", { reason: "forged" }] },
  { type: 2, data: ["$joined:table", { floor: 1, name: "oak" }] },
  { type: 2, data: ["connect", { sid: "x" }] },
  { type: 2, data: ["heard"] },
  { type: 2, data: text(7) },
  { type: 2, data: ["heard", { text: "one" }, "too many"] },
  { type: 2, data: ["heard", "no object"] },
  { type: 2, data: ["waved", { a: "payload" }] },
  { type: 2, data: ["confirm", { question: 7 }] },
];
const badAudiences: readonly unknown[] = [
  undefined,
  null,
  "all",
  { rooms: "all", except: [] },
  { rooms: [7], except: [] },
  { rooms: [], except: {} },
  { rooms: [], except: [], flags: "volatile" },
];
/** What is told by `serverSideEmit`, and is nothing that may be told. */
const badTellings: readonly unknown[] = [
  undefined,
  "x",
  [],
  [7],
  ["connection", {}],
  ["connect", {}],
  ["new_namespace", {}],
  ["error", "x"],
  ["$presence"],
  ["$presence", 7],
  ["$presence", { from: 7, version: 1 }],
  ["$presence", { from: "x", version: -1 }],
  ["$presence", { from: "x", version: 1, changes: "all" }],
  ["$presence", { from: "x", version: 1, changes: [7] }],
  ["$presence", { from: "x", version: 1, changes: [["nowhere", "a", "b", {}, 1]] }],
  ["$presence", { from: "x", version: 1, changes: [['table:[1,"oak"]', "a", 7, { mood: "x" }, 1]] }],
  ["$presence", { from: "x", version: 1, changes: [['table:[1,"oak"]', "a", "b", { mood: 7 }, 1]] }],
  ["$presence", { from: "x", version: 1, changes: [['table:[1,"oak"]', "a", "b", { mood: "x" }, "late"]] }],
  [
    "$presence",
    { from: "x", version: 1, changes: [['table:[1,"oak"]', "a", "b".repeat(201), { mood: "x" }, 1]] },
  ],
  [
    "$presence",
    { from: "x", version: 1, state: [['table:[1,"oak"]', "a", "b", { mood: "x".repeat(5_000) }, 1]] },
  ],
];

describe.skipIf(!mayRun)("messages on the bus that no process has sent", () => {
  let redis: RedisServer;
  let forger: ReturnType<typeof createClient>;
  beforeAll(async () => {
    redis = await startRedis();
    forger = createClient({ url: redis.url });
    await forger.connect();
  });
  afterAll(async () => {
    forger.destroy();
    await redis.stop();
  });

  let town: Town;
  let arenaHears: unknown[][];
  let rejections: () => number;
  let presence: () => readonly unknown[];

  async function open(kind: "streams" | "pubSub"): Promise<void> {
    town = await startTown({ kind, url: redis.url, group: "town" });
    arenaHears = recordEvents(await enter(town.port, "Ada"));
    // The first and, much later, others: the count is in the line, and the guard goes on counting.
    rejections = () =>
      town.log.filter(({ msg }) => msg === "a message of another process was rejected").length;
    const hall = connectHall(`http://127.0.0.1:${town.port}`, { auth: { name: "Ada" } });
    onTestFinished(() => hall.close());
    const table = hall.rooms.table({ floor: 1, name: "oak" });
    await table.join();
    await table.setPresence({ mood: "calm" });
    presence = () => [...table.presence.value];
    await vi.waitFor(() => expect(presence()).toHaveLength(1), patience);
  }

  /** All that was forged has been taken: a broadcast that is right is heard behind it. */
  async function settle(send: () => Promise<unknown>): Promise<void> {
    await send();
    await vi.waitFor(() => expect(arenaHears).toEqual([text("right")]), patience);
    expect(town.arena.namespace.sockets.size).toBe(1);
    expect(presence()).toEqual([{ id: "Ada", data: { mood: "calm" } }]);
    expect(town.hall.rooms.table({ floor: 1, name: "oak" }).presence()).toHaveLength(1);
    expect(rejections()).toBeGreaterThan(0);
  }

  describe("of the streams adapter", () => {
    beforeEach(() => open("streams"));
    const add = (fields: Record<string, string>) => forger.xAdd("wirepact:town:events", "*", fields);
    const message = (type: number, data: unknown, nsp = "/arena") =>
      add({
        uid: "forger",
        nsp,
        type: String(type),
        ...(data !== undefined && { data: JSON.stringify(data) }),
      });
    const tell = (nsp: string, value: unknown) =>
      forger.publish(`wirepact:town#${nsp}#`, Buffer.from(encode(value)));
    const right = () => message(3, { packet: { type: 2, data: text("right") }, opts: everybody });

    it("end nothing, reach nobody, and are counted and logged", async () => {
      await add({ nsp: "/arena" });
      await add({ uid: "forger", nsp: "/arena", type: "none" });
      await add({ uid: "forger", nsp: "/arena", type: "3", data: "{" });
      await add({ uid: "forger", nsp: "/arena", type: "3", data: "no base64 of anything" });
      await add({ uid: "forger", nsp: "/", type: "3" });
      for (const type of [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99]) {
        for (const data of [undefined, null, 7, [], {}, { requestId: 7 }, { opts: everybody }]) {
          // All of it would be right: nobody can tell who asks for everybody to go.
          if (type !== 6 || !Object.hasOwn(Object(data), "opts")) await message(type, data);
        }
      }
      for (const packet of badPackets) await message(3, { packet, opts: everybody });
      for (const opts of badAudiences) {
        await message(3, { packet: { type: 2, data: text("nobody") }, opts });
        for (const type of [4, 5, 6, 7]) await message(type, { opts, rooms: ["x"], requestId: "x" });
      }
      await message(4, { opts: everybody, rooms: [7] });
      for (const packet of badTellings) {
        for (const nsp of ["/arena", "/hall"])
          await tell(nsp, { uid: "forger", nsp, type: 9, data: { packet } });
      }
      await forger.publish("wirepact:town#/arena#", "no MessagePack");
      await settle(right);
    });

    it("do not pass as what another process answers", async () => {
      const joined = await startTown({ kind: "streams", url: redis.url, group: "town" });
      const grace = await enter(joined.port, "Grace");
      const spy = createClient({ url: redis.url });
      await spy.connect();
      onTestFinished(() => spy.destroy());
      // Answers every question before the process does.
      const { decode } = await import("@msgpack/msgpack");
      await spy.subscribe(
        "wirepact:town#/arena#",
        (raw: Buffer) => {
          const { uid, type, data } = decode(raw) as {
            uid: string;
            type: number;
            data: { requestId: string };
          };
          if (type !== 7) return;
          const member = { id: 7, handshake: {}, rooms: [], data: {} };
          for (const sockets of [undefined, [member, { id: "x" }, { ...member, id: "y", exact: "%%" }]]) {
            const answer = {
              type: 8,
              uid: "forger",
              nsp: "/arena",
              data: { requestId: data.requestId, sockets },
            };
            void forger.publish(`wirepact:town#/arena#${uid}#`, Buffer.from(encode(answer)));
          }
        },
        true,
      );
      const outcomes = await town.arena.all.call.confirm({ question: "?" }, { timeoutMs: 500 });
      const ids = outcomes.map(({ clientId }) => clientId);
      expect(ids.filter((id) => id !== grace.id && typeof id !== "string")).toEqual([]);
      expect(ids).not.toContain("x");
      expect(ids).not.toContain("y");
      expect(rejections()).toBeGreaterThan(0);
    });
  });

  describe("of the publish-and-subscribe adapter", () => {
    beforeEach(() => open("pubSub"));
    const raw = (channel: string, value: string | Buffer) => forger.publish(`wirepact:town${channel}`, value);
    const broadcast = (packet: unknown, opts: unknown) =>
      raw("#/arena#", Buffer.from(encode(["forger", packet, opts])));
    const request = (value: unknown, nsp = "/arena") => raw(`-request#${nsp}#`, JSON.stringify(value));
    const inArena = (packet: unknown) =>
      typeof packet === "object" && packet !== null && !Array.isArray(packet)
        ? { ...packet, nsp: "/arena" }
        : packet;

    it("end nothing, reach nobody, and are counted and logged", async () => {
      for (const value of ["", "{", "no MessagePack", Buffer.from([0xc1])]) {
        for (const channel of ["#/arena#", "-request#/arena#", "-response#/arena#", "#/#", "-request#/#"]) {
          await raw(channel, value);
        }
      }
      for (const packet of badPackets) {
        await broadcast(inArena(packet), everybody);
        // One that is to be answered is given another id.
        const isRight = Object.hasOwn(Object(packet), "id") && Reflect.get(Object(packet), "type") === 2;
        if (!isRight) await request({ uid: "forger", type: 7, requestId: "x", packet, opts: everybody });
      }
      for (const type of [0, 1, 2, 3, 4, 5, 6, 7, 99]) {
        for (const rest of [{}, { requestId: 7 }, { opts: everybody, rooms: [7] }, { sid: {}, room: {} }]) {
          if (type !== 4 || !("opts" in rest)) await request({ uid: "forger", type, ...rest });
        }
      }
      for (const opts of badAudiences) {
        await broadcast({ type: 2, nsp: "/arena", data: text("nobody") }, opts);
        for (const type of [2, 3, 4, 5])
          await request({ uid: "forger", type, opts, rooms: ["x"], requestId: "x" });
      }
      for (const data of badTellings) {
        for (const nsp of ["/arena", "/hall"]) await request({ uid: "forger", type: 6, data }, nsp);
      }
      for (const value of ["null", '{"requestId":7}', "{}", '{"requestId":"x","sockets":7}']) {
        await raw("-response#/arena#", value);
      }
      await settle(() => broadcast({ type: 2, nsp: "/arena", data: text("right") }, everybody));
    });
  });
});
