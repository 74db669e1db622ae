import { createAdapter } from "@socket.io/redis-adapter";
import { Emitter } from "@socket.io/redis-emitter";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  anything,
  arrayBuffer,
  bigint,
  bytes,
  type ChannelDefinition,
  type Check,
  date,
  type EmitterOperator,
  makePublisher,
  payloadCheck,
  type TargetBase,
} from "wirepact/server";
import { type ArenaEvents, arenaDefinition, type TeamKey } from "../server/arena.js";
import { type Arena, recordEvents, startArena, until } from "../server/start-arena.js";
import { isRedisThere, missingRedis, type RedisServer, startRedis } from "./redis-server.js";

/** As the generator writes it. */
interface ArenaAudience extends TargetBase<ArenaAudience> {
  readonly emit: ArenaEvents;
  readonly to: ArenaAudienceRooms;
  readonly except: ArenaAudienceRooms;
}
interface ArenaAudienceRooms {
  readonly team: (key: TeamKey) => ArenaAudience;
  readonly court: (key: string) => ArenaAudience;
}
interface ArenaPublisher {
  readonly all: ArenaAudience;
  readonly to: ArenaAudienceRooms;
  readonly except: ArenaAudienceRooms;
  client(id: string): ArenaAudience;
}
const publisher = makePublisher<{ readonly arena: ArenaPublisher }>([arenaDefinition]);

const maySkip = !isRedisThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingRedis);

describe.skipIf(maySkip)(maySkip ? missingRedis : "through Redis", () => {
  let redis: RedisServer;
  let connect: () => ReturnType<typeof createClient>;
  beforeAll(async () => {
    redis = await startRedis();
    connect = () => createClient({ socket: { path: redis.socketPath, tls: false } });
  });
  afterAll(() => redis?.stop());

  let arena: Arena;
  let emitter: Emitter;
  let publish: { readonly arena: ArenaPublisher };
  beforeEach(async () => {
    const [pub, sub, own] = [connect(), connect(), connect()];
    for (const client of [pub, sub, own]) {
      await client.connect();
      onTestFinished(() => client.close());
    }
    arena = await startArena({ options: { adapter: createAdapter(pub, sub) } });
    emitter = new Emitter(own);
    publish = publisher(emitter);
  });

  /** A client, and what it hears up to the mark that is published last. */
  async function listener(name: string, team?: TeamKey) {
    const socket = await arena.join(name);
    if (team !== undefined) await socket.emitWithAck("join", team);
    const events = recordEvents(socket);
    return {
      id: String(socket.id),
      async heard(): Promise<unknown[]> {
        await until(() => events.some(([event, payload]) => event === "anything" && payload === "mark"));
        return events.map(([, payload]) => payload).filter((payload) => payload !== "mark");
      },
    };
  }
  const mark = () => publish.arena.all.emit.anything("mark");

  const red = { id: "röt [*]", size: 1 };
  const blue = { id: "blue", size: 2 };

  test("reaches everybody, a room, several rooms, all but a room, one client, all but some clients", async () => {
    const [ada, ben, cat] = [await listener("Ada", red), await listener("Ben", blue), await listener("Cat")];
    const { all, to, except, client } = {
      all: publish.arena.all,
      to: publish.arena.to,
      except: publish.arena.except,
      client: (id: string) => publish.arena.client(id),
    };
    // First: it is dropped where something is on its way to a client already.
    all.volatile.emit.heard({ text: "volatile" });
    all.emit.heard({ text: "all" });
    to.team(red).emit.heard({ text: "red" });
    to.team(red).to.team(blue).emit.heard({ text: "both" });
    except.team(red).emit.heard({ text: "not red" });
    to.team(red).to.team(blue).except.team(blue).emit.heard({ text: "red again" });
    client(cat.id).emit.heard({ text: "Cat" });
    all.exceptClients(ada.id, ben.id).emit.heard({ text: "Cat again" });
    mark();
    const texts = (payloads: unknown[]) => payloads.map((payload) => (payload as { text: string }).text);
    expect(texts(await ada.heard())).toEqual(["volatile", "all", "red", "both", "red again"]);
    expect(texts(await ben.heard())).toEqual(["volatile", "all", "both", "not red"]);
    expect(texts(await cat.heard())).toEqual(["volatile", "all", "not red", "Cat", "Cat again"]);
  });

  test("an event that breaks the contract throws and reaches nobody; undeclared keys stay behind", async () => {
    const ada = await listener("Ada");
    const wrong = { text: 5 } as unknown as { text: string };
    expect(() => publish.arena.all.emit.heard(wrong)).toThrow(
      expect.objectContaining({ code: "bad_output", issues: [expect.objectContaining({ path: ["text"] })] }),
    );
    const secret = { text: "hi", password: "secret" };
    publish.arena.all.emit.heard(secret);
    publish.arena.all.emit.waved();
    mark();
    expect(await ada.heard()).toEqual([{ text: "hi" }, undefined]);
  });

  const memory = new Uint8Array([0, 0, 0, 0, 0, 0, 240, 63]);
  test.each<[string, Check, unknown]>([
    ["nested values", anything, { list: [1, null, -0.5, { deep: "é" }], no: false }],
    ["bytes", bytes(Uint8Array), memory],
    ["numbers in bytes", bytes(Float64Array), new Float64Array(memory.buffer)],
    ["bare memory", arrayBuffer, memory.buffer],
    ["dates", date(), new Date(0)],
    ["big integers", bigint(), 2n ** 70n],
  ])("%s arrive as a server would send them", async (_what, check, payload) => {
    const definition: ChannelDefinition = {
      ...arenaDefinition,
      serverToClient: { anything: { kind: "event", payload: payloadCheck(() => check) } },
    };
    const ada = await listener("Ada");
    makePublisher<typeof publish>([definition])(emitter).arena.all.emit.anything(payload);
    mark();
    const [published] = await ada.heard();
    expect(payloadCheck(() => check).read(published)).toEqual({ ok: true, value: payload });
  });

  test("an id that is a room's name reaches nobody, and excludes nobody", async () => {
    const ada = await listener("Ada", blue);
    const room = 'team:["blue",2]';
    publish.arena.client(room).emit.heard({ text: "as an id" });
    publish.arena.client(room).volatile.exceptClients("x").emit.heard({ text: "as an id" });
    publish.arena.all.exceptClients(room).emit.heard({ text: "all" });
    mark();
    expect(await ada.heard()).toEqual([{ text: "all" }]);
  });
});

test("a key that breaks the contract is refused before anything is sent", () => {
  const sent: unknown[] = [];
  const operator: EmitterOperator = {
    to: () => operator,
    except: () => operator,
    get volatile() {
      return operator;
    },
    emit: (...values) => sent.push(values),
  };
  const publish = publisher({ of: () => operator });
  expect(() => publish.arena.to.team({ id: "x".repeat(65), size: 1 })).toThrow(
    expect.objectContaining({ code: "bad_input" }),
  );
  expect(sent).toEqual([]);
});
