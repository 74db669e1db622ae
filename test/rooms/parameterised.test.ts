import Fastify from "fastify";
import { io as connectIo, type Socket } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import {
  int,
  type Namespace,
  number,
  object,
  type PresenceHandle,
  payloadCheck,
  socketsPlugin,
  string,
} from "wirepact/server";
import { happens, recordEvents } from "../server/start-arena.js";
import { soon } from "./start-hall.js";

interface FloorSockets {
  readonly rooms: { readonly desk: (key: string) => PresenceHandle<unknown, string, string> };
  readonly namespace: Namespace;
}

/** A channel for each floor, with desks that clients join; `moves` has who came and went where. */
async function startFloors() {
  const moves: string[] = [];
  const record = (what: string) => (key: string, context: { params: { floor: number } }) => {
    moves.push(`${what} ${key} on ${context.params.floor}`);
  };
  const plugin = socketsPlugin([
    {
      name: "floors",
      path: "/floors/:floor",
      params: { check: payloadCheck(() => object({ floor: number(int) })), kinds: { floor: "number" } },
      fingerprint: "0123456789abcdef",
      auth: undefined,
      errors: {},
      rooms: {
        desk: {
          key: payloadCheck(() => string()),
          join: "client",
          errors: {},
          presence: payloadCheck(() => string()),
        },
      },
      clientToServer: {},
      serverToClient: {},
    },
  ]);
  const desk = { mayJoin: () => true, onJoin: record("in"), onLeave: record("out") };
  const app = Fastify();
  await app.register(plugin, { channels: { floors: { channel: "floors", handlers: { rooms: { desk } } } } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  // The decoration is typed by generated code only.
  const { sockets } = app as unknown as {
    readonly sockets: { readonly floors: (params: { floor: number }) => FloorSockets };
  };
  const enter = async (floor: number): Promise<Socket> => {
    const socket = connectIo(`${url}/floors/${floor}`, { forceNew: true, reconnection: false });
    onTestFinished(() => {
      socket.close();
    });
    await happens(socket, "connect");
    return socket;
  };
  return { moves, enter, floor: (floor: number) => sockets.floors({ floor }) };
}

test("rooms and presence of one set of parameters are apart from those of another", async () => {
  const { moves, enter, floor } = await startFloors();
  const [ada, ben] = [await enter(1), await enter(2)];
  const heard = recordEvents(ben);
  for (const client of [ada, ben]) {
    expect(await client.emitWithAck("$join:desk", "a")).toEqual({ ok: true });
    await client.emitWithAck("$watch:desk", "a");
  }
  await ada.emitWithAck("$setPresence:desk", { key: "a", data: "hers" });
  await soon(() => expect(floor(1).rooms.desk("a").presence()).toEqual([{ id: ada.id, data: "hers" }]));
  expect(floor(2).rooms.desk("a").presence()).toEqual([]);
  expect(await floor(1).rooms.desk("a").count()).toBe(1);
  await floor(1).rooms.desk("a").move("b");
  await ben.emitWithAck("$watch:desk", "a");
  expect(heard).toEqual([]);
  expect(moves).toEqual(["in a on 1", "in a on 2", "in b on 1", "out a on 1"]);
});

test("rooms work again in a namespace that everybody had left", async () => {
  const { moves, enter, floor } = await startFloors();
  for (const round of [1, 2]) {
    const ada = await enter(7);
    await ada.emitWithAck("$join:desk", "a");
    await ada.emitWithAck("$setPresence:desk", { key: "a", data: `round ${round}` });
    expect(floor(7).rooms.desk("a").presence()).toEqual([{ id: ada.id, data: `round ${round}` }]);
    const { server } = floor(7).namespace;
    ada.close();
    await soon(() => expect([...server._nsps.keys()]).not.toContain("/floors/7"));
  }
  expect(moves).toEqual(["in a on 7", "out a on 7", "in a on 7", "out a on 7"]);
});
