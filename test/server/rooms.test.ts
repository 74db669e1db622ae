import type { Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { implementArena } from "./arena.js";
import { type Arena, type Player, recordEvents, startArena, until } from "./start-arena.js";

const red = { id: "red", size: 1 };
const blue = { id: "blue", size: 1 };

/** Ada and Grace in team red, Linus in none. */
async function reds(setup: Parameters<typeof startArena>[0] = {}) {
  const arena = await startArena(setup);
  const [ada, grace, linus] = [await arena.join("Ada"), await arena.join("Grace"), await arena.join("Linus")];
  for (const client of [ada, grace]) await client.emitWithAck("join", red);
  return { arena, ada, grace, linus };
}

async function names(arena: Arena, key: typeof red): Promise<string[]> {
  const members = await arena.sockets.rooms.team(key).members();
  return members.map(({ session }) => (session as Player).name).sort();
}

describe("a room from outside a handler", () => {
  test("counts who is inside", async () => {
    const { arena, grace } = await reds();
    const room = arena.sockets.rooms.team(red);
    expect(await room.count()).toBe(2);
    grace.close();
    await expect.poll(() => room.count()).toBe(1);
    expect(await arena.sockets.rooms.team(blue).count()).toBe(0);
  });

  test("moves everybody to another room of the family, and to itself as well", async () => {
    const { arena } = await reds();
    await arena.sockets.rooms.team(red).move(red);
    expect(await names(arena, red)).toEqual(["Ada", "Grace"]);
    await arena.sockets.rooms.team(red).move(blue);
    expect(await names(arena, red)).toEqual([]);
    expect(await names(arena, blue)).toEqual(["Ada", "Grace"]);
  });

  test("is emptied at once, and its clients stay on the channel and in their other rooms", async () => {
    const { arena, ada, grace } = await reds();
    await ada.emitWithAck("join", blue);
    const room = arena.sockets.rooms.team(red);
    await room.removeAll();
    await room.removeAll();
    expect([await room.count(), await names(arena, blue)]).toEqual([0, ["Ada"]]);
    const heard = [recordEvents(ada), recordEvents(grace)];
    arena.sockets.to.team(red).emit.heard({ text: "nobody" });
    arena.sockets.all.emit.heard({ text: "all" });
    await until(() => heard.every((events) => events.length === 1));
    expect(heard[1]).toEqual([["heard", { text: "all" }]]);
  });

  test("moves nobody to a room whose key breaks the contract", async () => {
    const { arena } = await reds();
    const move = arena.sockets.rooms.team(red).move({ id: "blue", size: 0.5 });
    await expect(move).rejects.toMatchObject({ code: "bad_input" });
    expect(await names(arena, red)).toEqual(["Ada", "Grace"]);
  });

  test("sends everybody away, generated clients with the reason", async () => {
    const arena = await startArena();
    const plain = await arena.join("Ada");
    const generated = await arena.join("Grace", { auth: { name: "Grace", $wirepact: { protocol: 1 } } });
    const linus = await arena.join("Linus");
    const heard = recordEvents(generated);
    for (const client of [plain, generated]) await client.emitWithAck("join", red);
    await arena.sockets.rooms.team(red).disconnect("closing time");
    await until(() => plain.disconnected && generated.disconnected);
    expect(heard.filter(([name]) => name === "$closing")).toEqual([["$closing", { reason: "closing time" }]]);
    await linus.emitWithAck("ping");
    expect(linus.connected).toBe(true);
  });
});

test("a room from a handler does the same, and has typed sessions", async () => {
  const seen: string[] = [];
  const { arena, ada } = await reds({
    handlers: {
      async add({ a }, { rooms }) {
        const room = rooms.team(red);
        seen.push(...(await room.members()).map(({ session }) => session.name));
        await room.move(blue);
        return { sum: a + (await rooms.team(blue).count()) };
      },
      wave: ({ rooms }) => rooms.team(blue).disconnect("gone"),
    },
  });
  expect(await ada.emitWithAck("add", { a: 40, b: 0 })).toEqual({ ok: true, value: { sum: 42 } });
  expect(seen.sort()).toEqual(["Ada", "Grace"]);
  ada.emit("wave");
  await until(() => ada.disconnected);
  expect(await names(arena, blue)).toEqual([]);
});

test("sessions outside of handlers have the type that the channel's own handlers give them", async () => {
  const { arena } = await reds();
  const strangers = implementArena<Player>({} as never);
  expect(() => arena.sockets.withSession(strangers)).toThrow(/not the handlers that `arena`/);
  const { rooms } = arena.sockets.withSession(arena.implementation);
  const [first] = await rooms.team(red).members();
  const name: string | undefined = first?.session.name;
  expect(["Ada", "Grace"]).toContain(name);
});

/** Records every coming and going in team rooms. */
function watcher() {
  const moves: string[] = [];
  const record = (what: string) => (key: typeof red, context: { session: Player; signal: AbortSignal }) => {
    moves.push(`${what} ${key.id} ${context.session.name}${context.signal.aborted ? " lost" : ""}`);
  };
  return { moves, handlers: { rooms: { team: { onJoin: record("in"), onLeave: record("out") } } } };
}

describe("onJoin and onLeave run once for each client", () => {
  const ways: [string, (arena: Arena, client: Socket) => unknown][] = [
    ["a handler", (_arena, client) => client.emitWithAck("join", blue)],
    ["a route", ({ sockets }, { id = "" }) => sockets.rooms.team(blue).add(id)],
    [
      "Socket.IO's own socketsJoin",
      ({ sockets }, { id = "" }) => sockets.namespace.in(id).socketsJoin('team:["blue",1]'),
    ],
  ];
  test.each(ways)("that %s puts into a room, twice or not", async (_way, join) => {
    const { moves, handlers } = watcher();
    const arena = await startArena({ handlers });
    const ada = await arena.join("Ada");
    await join(arena, ada);
    await join(arena, ada);
    await arena.sockets.rooms.team(blue).remove(ada.id ?? "");
    await arena.sockets.rooms.team(blue).remove(ada.id ?? "");
    await ada.emitWithAck("ping");
    expect(moves).toEqual(["in blue Ada", "out blue Ada"]);
  });

  test.each(["polling", "websocket"])("that is lost over %s", async (transport) => {
    const { moves, handlers } = watcher();
    const arena = await startArena({ handlers });
    const ada = await arena.join("Ada", { transports: [transport] });
    await ada.emitWithAck("join", red);
    await ada.emitWithAck("join", blue);
    ada.io.engine.close();
    await until(() => moves.length === 4);
    expect(moves.slice(2).sort()).toEqual(["out blue Ada lost", "out red Ada lost"]);
  });

  test("that is moved, and not for rooms of other families or of the application's own", async () => {
    const { moves, handlers } = watcher();
    const arena = await startArena({
      handlers: {
        ...handlers,
        async connected({ rooms, socket }) {
          await rooms.court("x").join();
          await socket.join([
            "own",
            "team:[",
            "team:[]",
            'team:["red"]',
            'team:["red",1,2]',
            'team:["red", 1]',
          ]);
          await rooms.team(red).join();
        },
      },
    });
    const ada = await arena.join("Ada");
    await until(() => moves.length === 1);
    await arena.sockets.rooms.team(red).move(blue);
    await ada.emitWithAck("ping");
    expect(moves).toEqual(["in red Ada", "in blue Ada", "out red Ada"]);
  });

  test("whose connection was lost: it is out until it joins again, whatever Socket.IO recovers", async () => {
    const { moves, handlers } = watcher();
    const arena = await startArena({ handlers, options: { connectionStateRecovery: {} } });
    const ada = await arena.join("Ada", { reconnection: true, reconnectionDelay: 10 });
    await ada.emitWithAck("join", red);
    // Recovery begins with an event that the client has received.
    arena.sockets.all.emit.waved();
    await ada.emitWithAck("ping");
    ada.io.engine.close();
    await until(() => moves.length === 2 && ada.connected);
    await ada.emitWithAck("join", red);
    expect(moves).toEqual(["in red Ada", "out red Ada lost", "in red Ada"]);
  });
});

test("what onJoin throws is logged, and the client is in", async () => {
  const arena = await startArena({
    handlers: {
      rooms: {
        team: {
          async onJoin() {
            throw new Error("no seat");
          },
          onLeave() {
            throw new Error("stuck");
          },
        },
      },
    },
  });
  const ada = await arena.join("Ada");
  expect(await ada.emitWithAck("join", red)).toEqual({ ok: true });
  ada.close();
  await until(() => arena.log.filter(({ level }) => level === 50).length === 2);
  const failures = arena.log.filter(({ level }) => level === 50);
  expect(failures.map(({ member, err }) => [member, (err as Error).message])).toEqual([
    ["onJoin", "no seat"],
    ["onLeave", "stuck"],
  ]);
});

test("the app waits for onLeave when it closes", async () => {
  let isDone = false;
  const arena = await startArena({
    handlers: {
      rooms: {
        team: {
          async onLeave() {
            await new Promise((resolve) => setImmediate(resolve));
            isDone = true;
          },
        },
      },
    },
  });
  const ada = await arena.join("Ada");
  await ada.emitWithAck("join", red);
  await arena.app.close();
  expect(isDone).toBe(true);
});
