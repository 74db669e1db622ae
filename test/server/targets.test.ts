import type { Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { isWireError } from "wirepact/server";
import type { ArenaContext } from "./arena.js";
import { type Arena, happens, type Player, recordEvents, startArena } from "./start-arena.js";

/** Three clients: Ada and Grace in team red, Grace and Linus in team blue. */
async function teams(handlers: Parameters<typeof startArena>[0] = {}) {
  const arena = await startArena(handlers);
  const [ada, grace, linus] = [await arena.join("Ada"), await arena.join("Grace"), await arena.join("Linus")];
  const heard = { ada: recordEvents(ada), grace: recordEvents(grace), linus: recordEvents(linus) };
  for (const client of [ada, grace]) await client.emitWithAck("join", red);
  for (const client of [grace, linus]) await client.emitWithAck("join", blue);
  return { arena, ada, grace, linus, heard, settled: () => settle(ada, grace, linus) };
}

const red = { id: "red", size: 1 };
const blue = { id: "blue", size: 1 };

/** Packets keep their order, so an answer comes behind everything that was sent before. */
async function settle(...clients: readonly Socket[]): Promise<void> {
  await Promise.all(clients.map((client) => client.emitWithAck("ping")));
}

function who(heard: Readonly<Record<string, unknown[][]>>): string[] {
  return Object.entries(heard)
    .filter(([, events]) => events.length > 0)
    .map(([name, events]) => (events.length === 1 ? name : `${name} ${events.length} times`));
}

const hi = { text: "hi" };

describe("from outside a handler, an event reaches", () => {
  test.each<[string, (arena: Arena, ids: Record<string, string>) => void, string[]]>([
    ["everyone", ({ sockets }) => sockets.all.emit.heard(hi), ["ada", "grace", "linus"]],
    ["a room", ({ sockets }) => sockets.to.team(red).emit.heard(hi), ["ada", "grace"]],
    [
      "several rooms, each client once",
      ({ sockets }) => sockets.to.team(red).to.team(blue).emit.heard(hi),
      ["ada", "grace", "linus"],
    ],
    ["everyone but a room", ({ sockets }) => sockets.except.team(red).emit.heard(hi), ["linus"]],
    [
      "a room without those of another",
      ({ sockets }) => sockets.to.team(red).except.team(blue).emit.heard(hi),
      ["ada"],
    ],
    [
      "everyone but some clients",
      ({ sockets }, ids) => sockets.all.exceptClients(ids.ada ?? "", ids.linus ?? "").emit.heard(hi),
      ["grace"],
    ],
    ["one client", ({ sockets }, ids) => sockets.client(ids.linus ?? "").emit.heard(hi), ["linus"]],
    [
      "one client, volatile",
      ({ sockets }, ids) => sockets.client(ids.ada ?? "").volatile.emit.heard(hi),
      ["ada"],
    ],
    ["a room, volatile", ({ sockets }) => sockets.to.team(blue).volatile.emit.heard(hi), ["grace", "linus"]],
    ["nobody in an empty room", ({ sockets }) => sockets.to.team({ id: "red", size: 2 }).emit.heard(hi), []],
    ["nobody of an unknown id", ({ sockets }) => sockets.client("nobody").emit.heard(hi), []],
    [
      "nobody when a room's name is passed off as an id",
      ({ sockets }) => sockets.client('team:["red",1]').emit.heard(hi),
      [],
    ],
    [
      "everyone still when a room's name is passed off as an id to leave out",
      ({ sockets }) => sockets.all.exceptClients('team:["red",1]').emit.heard(hi),
      ["ada", "grace", "linus"],
    ],
    [
      "whom it was for when the group is taken out of its target",
      ({ sockets }) => {
        const { heard } = sockets.to.team(red).emit;
        heard(hi);
      },
      ["ada", "grace"],
    ],
  ])("%s", async (_claim, send, expected) => {
    const { arena, ada, grace, linus, heard, settled } = await teams();
    send(arena, { ada: ada.id ?? "", grace: grace.id ?? "", linus: linus.id ?? "" });
    await settled();
    expect(who(heard)).toEqual(expected);
  });
});

describe("from a handler of Ada's, an event reaches", () => {
  test.each<[string, (context: ArenaContext<Player>) => void, string[]]>([
    ["herself", ({ emit }) => emit.heard(hi), ["ada"]],
    ["everyone, herself too", ({ all }) => all.emit.heard(hi), ["ada", "grace", "linus"]],
    ["everyone else", ({ others }) => others.emit.heard(hi), ["grace", "linus"]],
    ["her room, herself too", ({ to }) => to.team(red).emit.heard(hi), ["ada", "grace"]],
    ["the others in her room", ({ others }) => others.to.team(red).emit.heard(hi), ["grace"]],
    ["a room that she is not in", ({ to }) => to.team(blue).emit.heard(hi), ["grace", "linus"]],
    ["everyone but a room", ({ except }) => except.team(blue).emit.heard(hi), ["ada"]],
    ["herself, volatile", ({ volatile }) => volatile.emit.heard(hi), ["ada"]],
  ])("%s", async (_claim, send, expected) => {
    const { ada, heard, settled } = await teams({ handlers: { shout: (_input, context) => send(context) } });
    ada.emit("shout", hi);
    await settled();
    expect(who(heard)).toEqual(expected);
  });
});

test("a target is a value: narrowing it leaves it as it is", async () => {
  const { arena, heard, settled } = await teams();
  const everyone = arena.sockets.all;
  everyone.to.team(red);
  everyone.exceptClients("x");
  const reds = everyone.to.team(red);
  reds.to.team(blue);
  reds.emit.heard(hi);
  await settled();
  expect(who(heard)).toEqual(["ada", "grace"]);
});

test("a broadcast stays on its channel's namespace", async () => {
  const arena = await startArena();
  const { server } = arena.sockets.namespace;
  server.of("/other").on("connection", () => undefined);
  const ada = await arena.join("Ada");
  const manager = ada.io;
  const other = manager.socket("/other");
  other.connect();
  await happens(other, "connect");
  const heard = { ada: recordEvents(ada), other: recordEvents(other) };
  arena.sockets.all.emit.heard(hi);
  await settle(ada);
  expect(who(heard)).toEqual(["ada"]);
});

describe("rooms", () => {
  test("are joined, left and listed with their sessions", async () => {
    const seen: unknown[] = [];
    const { arena, ada, grace } = await teams({
      handlers: {
        async wave({ rooms }) {
          const room = rooms.team(red);
          seen.push(room.joined, await room.members());
          await room.leave();
          seen.push(room.joined);
        },
      },
    });
    ada.emit("wave");
    await settle(ada);
    await settle(ada);
    expect(seen).toEqual([
      true,
      [
        { id: ada.id, session: { name: "Ada" } },
        { id: grace.id, session: { name: "Grace" } },
      ],
      false,
    ]);
    expect(await arena.sockets.rooms.team(red).members()).toEqual([
      { id: grace.id, session: { name: "Grace" } },
    ]);
  });

  test("take clients in and put them out from outside", async () => {
    const { arena, linus } = await teams();
    const room = arena.sockets.rooms.team(red);
    await room.add(linus.id ?? "");
    await room.add("nobody");
    expect(await room.members()).toHaveLength(3);
    await room.remove(linus.id ?? "");
    await room.remove("nobody");
    expect(await room.members()).toHaveLength(2);
  });

  test("never share a name between two keys or families", async () => {
    const arena = await startArena({
      handlers: {
        connected: async ({ rooms }) => {
          await rooms.court('x"],["y').join();
          await rooms.team({ id: "1", size: 2 }).join();
        },
      },
    });
    await arena.join("Ada");
    const { rooms } = arena.sockets;
    const sizes = async (...keys: { members(): Promise<readonly unknown[]> }[]) =>
      Promise.all(keys.map(async (room) => (await room.members()).length));
    expect(await sizes(rooms.court('x"],["y'), rooms.team({ id: "1", size: 2 }))).toEqual([1, 1]);
    expect(
      await sizes(
        rooms.court("x"),
        rooms.court("y"),
        rooms.court('1",2'),
        rooms.team({ id: '1",2', size: 2 }),
        rooms.court('["1",2]'),
      ),
    ).toEqual([0, 0, 0, 0, 0]);
  });

  test("refuse a key that breaks the contract, by the family's name", async () => {
    const arena = await startArena();
    expect(failure(() => arena.sockets.to.team({ id: "red", size: 1.5 }))).toMatchObject({
      code: "bad_input",
      message: expect.stringContaining("`team`"),
    });
  });
});

describe("an event that breaks the contract is refused to whoever sends it", () => {
  test.each<[string, (arena: Arena) => void]>([
    ["of the wrong type", ({ sockets }) => sockets.all.emit.heard({ text: 7 as unknown as string })],
    ["to nobody", ({ sockets }) => sockets.client("nobody").emit.heard({ text: 7 as unknown as string })],
    ["a bigint", ({ sockets }) => sockets.all.emit.anything({ n: 1n })],
    ["NaN", ({ sockets }) => sockets.all.emit.anything([Number.NaN])],
    ["a cycle", ({ sockets }) => sockets.all.emit.anything(cycle())],
  ])("%s", async (_claim, send) => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    const heard = recordEvents(ada);
    expect(failure(() => send(arena))).toMatchObject({ code: "bad_output" });
    await settle(ada);
    expect(heard).toEqual([]);
  });

  test("and undeclared keys do not leave", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    const heard = recordEvents(ada);
    const payload = { text: "hi", secret: "s" };
    arena.sockets.all.emit.heard(payload);
    arena.sockets.all.emit.waved();
    await settle(ada);
    expect(heard).toEqual([["heard", { text: "hi" }], ["waved"]]);
  });
});

function cycle(): object {
  const self: { self?: object } = {};
  self.self = self;
  return self;
}

function failure(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    expect(isWireError(error)).toBe(true);
    return error;
  }
  return "no error";
}
