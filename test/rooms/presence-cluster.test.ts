import { describe, expect, onTestFinished, test, vi } from "vitest";
import { PresenceBoard } from "../../server/runtime/presence/presence-board.js";
import { PresenceReplicas, type ReplicaMessage } from "../../server/runtime/presence/presence-replicas.js";
import { busAdapter } from "./bus-adapter.js";
import { soon, startHall } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };

describe("over two processes that an adapter joins", () => {
  const byName = {
    rooms: {
      table: {
        mayJoin: () => true,
        presenceId: (_key: unknown, { session }: { session: { guest: string } }) => session.guest,
      },
      corner: { mayJoin: () => true },
    },
  };

  test("everybody sees everybody, clients of one id are one, and who is lost is gone", async () => {
    const options = { adapter: busAdapter() };
    const [here, there] = [await startHall(byName, options), await startHall(byName, options)];
    const tables = [here.enter("Ada"), there.enter("Ben"), there.enter("Ada")].map(({ rooms }) =>
      rooms.table(oak),
    );
    for (const [index, table] of tables.entries()) {
      await table.join();
      await table.setPresence({ mood: `mood ${index}` });
    }
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
    for (const table of tables) {
      await soon(() => expect(ids(table.presence.value)).toEqual(["Ada", "Ben"]));
      await soon(() => expect(table.presence.value).toContainEqual({ id: "Ada", data: { mood: "mood 2" } }));
    }
    for (const { sockets } of [here, there]) {
      expect(ids(sockets.rooms.table(oak).presence())).toEqual(["Ada", "Ben"]);
    }
    const seen: unknown[] = [];
    tables[1]?.presence.subscribe((list) => seen.push(...list));
    there.cut("Ada");
    // She comes back with what she told last.
    await soon(() => expect(seen).toContainEqual({ id: "Ada", data: { mood: "mood 0" } }));
    here.cut("Ada");
    await soon(() => expect(tables[0]?.state.value.status).toBe("joined"));
    await soon(() => expect(ids(tables[1]?.presence.value ?? [])).toEqual(["Ada", "Ben"]));
  });

  test("a process that starts later knows who is there, and one that ends takes its clients along", async () => {
    const options = { adapter: busAdapter() };
    const here = await startHall(byName, options);
    const ada = here.enter("Ada").rooms.table(oak);
    await ada.join();
    await ada.setPresence({ mood: "calm" });
    const there = await startHall(byName, options);
    await soon(() => expect(there.sockets.rooms.table(oak).presence()).toHaveLength(1));
    const ben = there.enter("Ben").rooms.table(oak);
    await ben.join();
    await ben.setPresence({ mood: "merry" });
    await soon(() => expect(ada.presence.value).toHaveLength(2));
    await there.app.close();
    await soon(() => expect(ada.presence.value).toEqual([{ id: "Ada", data: { mood: "calm" } }]));
  });

  test("at most a thousand ids are present in a room, wherever they are", async () => {
    const options = { adapter: busAdapter() };
    const hall = await startHall(byName, options);
    const room = 'table:[1,"oak"]';
    const state = Array.from({ length: 1_000 }, (_, index) => [
      room,
      `client ${index}`,
      `id ${index}`,
      { mood: "x" },
      index,
    ]);
    hall.sockets.namespace._onServerSideEmit(["$presence", { from: "elsewhere", version: 1, state }]);
    expect(hall.sockets.rooms.table(oak).presence()).toHaveLength(1_000);
    const ada = hall.enter("Ada").rooms.table(oak);
    await ada.join();
    await expect(ada.setPresence({ mood: "late" })).rejects.toMatchObject({ code: "overloaded" });
    hall.sockets.namespace._onServerSideEmit([
      "$presence",
      { from: "elsewhere", version: 2, changes: [[room, "client 7"]] },
    ]);
    await ada.setPresence({ mood: "in time" });
  });
});

/** Boards of processes that hear one another; `isCut` loses what they say. */
function replicas() {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const all: PresenceReplicas[] = [];
  const link = { isCut: false, sent: [] as ReplicaMessage[] };
  const start = (own: string) => {
    const board = new PresenceBoard({ isWatched: () => false, tell: () => {} });
    const replica = new PresenceReplicas(board, own, (message) => {
      link.sent.push(message);
      if (link.isCut) return;
      // As through an adapter: later, and as a copy.
      queueMicrotask(() => {
        for (const other of all) other.receive(structuredClone(message));
      });
    });
    all.push(replica);
    const say = (clientId: string, data?: unknown) => {
      if (data === undefined) {
        board.remove("r", clientId);
        replica.change(["r", clientId]);
      } else {
        board.set("r", { clientId, origin: own, id: clientId, data, atMs: 1 });
        replica.change(["r", clientId, clientId, data, 1]);
      }
    };
    const present = () =>
      board
        .snapshot("r")
        .present.map(({ id, data }) => `${id} ${data}`)
        .sort();
    return { replica, say, present };
  };
  return { link, start };
}

test("more changes than one may hold make whoever watches ask for everything", async () => {
  const told: { version: number; set: readonly unknown[]; gone: readonly unknown[] }[] = [];
  const board = new PresenceBoard({ isWatched: () => true, tell: (_room, change) => told.push(change) });
  const flushed = () => new Promise((resolve) => setImmediate(resolve));
  const enter = (client: string) =>
    board.set("r", { clientId: client, origin: "o", id: client, data: 1, atMs: 1 });
  enter("a");
  await flushed();
  for (let client = 0; client <= 1_000; client++) enter(`c${client}`);
  await flushed();
  expect(told.map(({ version, set }) => [version, set.length])).toEqual([
    [1, 1],
    [3, 0],
  ]);
  expect(board.snapshot("r")).toMatchObject({ version: 3, present: { length: 1_002 } });
});

test("processes with the same entries come to the same list, in whatever order they heard", () => {
  const entry = (clientId: string, atMs: number) => ({
    clientId,
    origin: "o",
    id: "Ada",
    data: clientId,
    atMs,
  });
  const entries = [entry("b", 2), entry("c", 2), entry("a", 3), entry("d", 1)];
  const folded = (order: readonly number[]) => {
    const board = new PresenceBoard({ isWatched: () => false, tell: () => {} });
    for (const index of order) board.set("r", entries[index] ?? entry("z", 0));
    const lists = [board.snapshot("r").present];
    board.remove("r", "a");
    return [...lists, board.snapshot("r").present];
  };
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 0, 3, 2],
  ]) {
    expect(folded(order)).toEqual([[{ id: "Ada", data: "a" }], [{ id: "Ada", data: "c" }]]);
  }
});

const turn = () => vi.advanceTimersByTimeAsync(0);

describe("processes", () => {
  test("that missed something ask for everything, at the next change or sign of life", async () => {
    const { link, start } = replicas();
    const [one, two] = [start("one"), start("two")];
    one.say("a", 1);
    await turn();
    expect(two.present()).toEqual(["a 1"]);
    link.isCut = true;
    one.say("a");
    one.say("b", 2);
    await turn();
    link.isCut = false;
    expect(two.present()).toEqual(["a 1"]);
    one.say("c", 3);
    await turn();
    expect(two.present()).toEqual(["b 2", "c 3"]);
    link.isCut = true;
    one.say("b");
    await turn();
    link.isCut = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(two.present()).toEqual(["c 3"]);
  });

  test("that are silent for too long are gone with their clients, and back with them", async () => {
    const { link, start } = replicas();
    const [one, two] = [start("one"), start("two")];
    one.say("a", 1);
    two.say("b", 2);
    await turn();
    link.isCut = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(two.present()).toEqual(["b 2"]);
    expect(one.present()).toEqual(["a 1"]);
    link.isCut = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(two.present()).toEqual(["a 1", "b 2"]);
    expect(one.present()).toEqual(["a 1", "b 2"]);
  });

  test("that end say nothing more", async () => {
    const { link, start } = replicas();
    const [one, two] = [start("one"), start("two")];
    one.say("a", 1);
    await turn();
    one.replica.close();
    await turn();
    expect(two.present()).toEqual([]);
    link.sent.length = 0;
    two.replica.close();
    one.say("b", 1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(link.sent).toEqual([{ from: "two", version: 0, isLast: true }]);
  });

  test("tell the changes of a turn in one message", async () => {
    const { link, start } = replicas();
    const one = start("one");
    await turn();
    link.sent.length = 0;
    for (let client = 0; client < 100; client++) one.say(`c${client}`, client);
    await turn();
    expect(link.sent).toHaveLength(1);
  });
});
