import type { Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { recordEvents } from "../server/start-arena.js";
import type { HallClient, Mood } from "./hall.js";
import { comesTo, type Hall, soon, startHall } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };
type Handlers = NonNullable<Parameters<typeof startHall>[0]>;

/** Guests are present under their names, however many clients they have. */
const byName: Handlers = {
  rooms: {
    table: { mayJoin: () => true, presenceId: (_key, { session }) => session.guest },
    corner: { mayJoin: () => true },
  },
};

/** At the oak table, with a mood. */
async function sit(hall: Hall, name: string, mood?: string, options: Parameters<Hall["enter"]>[1] = {}) {
  const client = hall.enter(name, options);
  const table = client.rooms.table(oak);
  await table.join();
  if (mood !== undefined) await table.setPresence({ mood });
  return { client, table };
}

type Table = ReturnType<HallClient["rooms"]["table"]>;

function moods({ presence }: Pick<Table, "presence">): Record<string, string> {
  return Object.fromEntries(presence.value.map(({ id, data }) => [id, data.mood]));
}

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  const transports = [transport];

  test("everybody in a room sees who is there, with what they tell, until they leave", async () => {
    const hall = await startHall(byName);
    const ada = await sit(hall, "Ada", "calm", { transports });
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm" }));
    const ben = await sit(hall, "Ben", "merry", { transports });
    await soon(() => expect(moods(ben.table)).toEqual({ Ada: "calm", Ben: "merry" }));
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm", Ben: "merry" }));
    await ben.table.setPresence({ mood: "tired" });
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm", Ben: "tired" }));
    await ben.table.leave();
    expect(ben.table.presence.value).toEqual([]);
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm" }));
    expect(hall.sockets.rooms.table(oak).presence()).toEqual([{ id: "Ada", data: { mood: "calm" } }]);
  });

  test("who is lost is gone, and back with what was told once the connection is", async () => {
    const hall = await startHall(byName);
    const ada = await sit(hall, "Ada", "calm", { transports });
    const ben = await sit(hall, "Ben", "merry", { transports });
    for (const { table } of [ada, ben]) {
      await soon(() => expect(moods(table)).toEqual({ Ada: "calm", Ben: "merry" }));
    }
    const seen: string[][] = [];
    ben.table.presence.subscribe((list) => seen.push(list.map(({ id }) => id).sort()));

    const lost = comesTo(ada.table.state, "rejoining");
    hall.cut("Ada");
    await lost;
    expect(moods(ada.table)).toEqual({ Ada: "calm", Ben: "merry" });
    await soon(() => expect(seen).toContainEqual(["Ben"]));
    await soon(() => expect(seen.at(-1)).toEqual(["Ada", "Ben"]));
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm", Ben: "merry" }));
  });

  test("what changed while a client was away is in its list when it is back", async () => {
    const hall = await startHall(byName);
    const ada = await sit(hall, "Ada", "calm", { transports, reconnectionDelayMs: 100 });
    const ben = await sit(hall, "Ben", "merry", { transports });
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm", Ben: "merry" }));
    const lost = comesTo(ada.table.state, "rejoining");
    hall.cut("Ada");
    await lost;
    await ben.table.leave();
    await sit(hall, "Cy", "new", { transports });
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm", Cy: "new" }));
  });
});

test("clients of one id are one, with what the latest of them told", async () => {
  const hall = await startHall(byName);
  const ben = await sit(hall, "Ben");
  const phone = await sit(hall, "Ada", "on the phone");
  const desk = await sit(hall, "Ada", "at the desk");
  await soon(() => expect(moods(ben.table)).toEqual({ Ada: "at the desk" }));
  await phone.table.setPresence({ mood: "walking" });
  await soon(() => expect(moods(ben.table)).toEqual({ Ada: "walking" }));
  phone.client.close();
  await soon(() => expect(moods(ben.table)).toEqual({ Ada: "at the desk" }));
  desk.client.close();
  await soon(() => expect(moods(ben.table)).toEqual({}));
});

test("without presenceId each client is present by its own id", async () => {
  const hall = await startHall();
  const ada = await sit(hall, "Ada", "calm");
  const { value } = ada.client.state;
  const id = value.status === "connected" ? value.id : "";
  await soon(() => expect(moods(ada.table)).toEqual({ [id]: "calm" }));
});

test("the server takes clients in and tells of them, and they see one another", async () => {
  const hall = await startHall({
    rooms: {
      table: { mayJoin: () => true },
      corner: { mayJoin: () => true },
      staff: { presenceId: (_key, { session }) => session.guest },
    },
    async connected({ rooms, session }) {
      const staff = rooms.staff(true);
      expect(() => staff.setPresence("early")).toThrow(expect.objectContaining({ code: "unauthorized" }));
      await staff.join();
      expect(() => staff.setPresence(7 as never)).toThrow(expect.objectContaining({ code: "bad_output" }));
      staff.setPresence(`${session.guest} serves`);
    },
  });
  const [ada, ben] = [hall.enter("Ada").rooms.staff(true), hall.enter("Ben").rooms.staff(true)];
  const both = [
    { id: "Ada", data: "Ada serves" },
    { id: "Ben", data: "Ben serves" },
  ];
  const sorted = (list: readonly { readonly id: string }[]) =>
    [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const staff of [ada, ben]) {
    await soon(() => expect(sorted(staff.presence.value)).toEqual(both));
  }
  await ben.setPresence("Ben cooks");
  await soon(() => expect(sorted(ada.presence.value)[1]).toEqual({ id: "Ben", data: "Ben cooks" }));
  const away = comesTo(ada.state, "left");
  hall.cut("Ada");
  await away;
  expect(ada.presence.value).toEqual([]);
  await soon(() => expect(sorted(ada.presence.value)).toHaveLength(2));
});

/** A plain client at the oak table that watches. */
async function watch(hall: Hall): Promise<{ watcher: Socket; heard: unknown[][]; snapshot: unknown }> {
  const watcher = hall.enterPlain("Watcher");
  const heard = recordEvents(watcher);
  await watcher.emitWithAck("$join:table", oak);
  const snapshot: unknown = await watcher.emitWithAck("$watch:table", oak);
  return { watcher, heard, snapshot };
}

describe("a plain client", () => {
  test("gets a snapshot, then numbered changes, those of a tick in one", async () => {
    const hall = await startHall(byName);
    await sit(hall, "Ada", "calm");
    const { watcher, heard, snapshot } = await watch(hall);
    expect(snapshot).toEqual({
      ok: true,
      value: { version: expect.any(Number), present: [{ id: "Ada", data: { mood: "calm" } }] },
    });
    const { version } = (snapshot as { value: { version: number } }).value;
    const present = (name: string, data: Mood) => ({ id: name, data });
    await watcher.emitWithAck("$setPresence:table", { key: oak, data: { mood: "curious", more: 1 } });
    await soon(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual([
      "$presence:table",
      { key: oak, version: version + 1, set: [present("Watcher", { mood: "curious" })], gone: [] },
    ]);
    const [ben, cy] = [await sit(hall, "Ben"), await sit(hall, "Cy")];
    await Promise.all([ben.table.setPresence({ mood: "b" }), cy.table.setPresence({ mood: "c" })]);
    await soon(() => expect(JSON.stringify(heard)).toContain('"Cy"'));
    hall.cut("Ben", "Cy");
    await soon(() =>
      expect(heard).toContainEqual([
        "$presence:table",
        { key: oak, version: expect.any(Number), set: [], gone: ["Ben", "Cy"] },
      ]),
    );
    const versions = heard.map(([, change]) => (change as { version: number }).version);
    expect(versions).toEqual(versions.map((_, index) => version + 1 + index));
  });

  test("hears nothing without asking, and nothing after it has left", async () => {
    const hall = await startHall(byName);
    const quiet = hall.enterPlain("Quiet");
    const heardByQuiet = recordEvents(quiet);
    await quiet.emitWithAck("$join:table", oak);
    const { watcher, heard } = await watch(hall);
    await watcher.emitWithAck("$leave:table", oak);
    const ada = await sit(hall, "Ada", "calm");
    await soon(() => expect(moods(ada.table)).toEqual({ Ada: "calm" }));
    await quiet.emitWithAck("$join:corner", "a");
    await watcher.emitWithAck("$join:corner", "a");
    expect(heardByQuiet).toEqual([]);
    expect(heard).toEqual([]);
  });

  test.each<[string, string, unknown, string]>([
    ["watches a room that it is not in", "$watch:table", oak, "unauthorized"],
    [
      "tells in a room that it is not in",
      "$setPresence:table",
      { key: oak, data: { mood: "x" } },
      "unauthorized",
    ],
    ["watches a family without presence", "$watch:corner", "a", "not_found"],
    ["tells what breaks the contract", "$setPresence:corner", { key: "a", data: { mood: "x" } }, "not_found"],
    ["sends no object", "$setPresence:table", "x", "bad_input"],
    ["sends no data", "$setPresence:table", { key: oak }, "bad_input"],
    ["sends a key of another family", "$setPresence:table", { key: "a", data: { mood: "x" } }, "bad_input"],
    [
      "sends an event of the server's",
      "$presence:table",
      { key: oak, version: 1, set: [], gone: [] },
      "not_found",
    ],
  ])("that %s is refused", async (_what, name, payload, code) => {
    const hall = await startHall();
    const stranger = hall.enterPlain("Stranger");
    expect(await stranger.emitWithAck(name, payload)).toMatchObject({ ok: false, error: { code } });
    expect(hall.sockets.rooms.table(oak).presence()).toEqual([]);
  });

  test("is told where data breaks the contract, and what is too much of it", async () => {
    const hall = await startHall();
    const ada = hall.enterPlain("Ada");
    await ada.emitWithAck("$join:table", oak);
    const say = (mood: unknown) => ada.emitWithAck("$setPresence:table", { key: oak, data: { mood } });
    expect(await say(7)).toMatchObject({
      error: { code: "bad_input", issues: [expect.objectContaining({ path: ["data", "mood"] })] },
    });
    expect(await say("x".repeat(4_096))).toMatchObject({ error: { code: "too_large" } });
    expect(await say("x".repeat(4_000))).toEqual({ ok: true });
  });
});

test("an id that is no text is the server's own mistake, and masked", async () => {
  const hall = await startHall({
    rooms: { table: { mayJoin: () => true, presenceId: () => 7 as never }, corner: { mayJoin: () => true } },
  });
  const { table } = await sit(hall, "Ada");
  await expect(table.setPresence({ mood: "x" })).rejects.toMatchObject({ code: "internal" });
});

test("nothing is kept of rooms that everybody has left", async () => {
  const hall = await startHall(byName);
  const tables = await Promise.all(["Ada", "Ben"].map((name) => sit(hall, name, "calm")));
  for (const { client } of tables) client.close();
  await soon(() => expect(hall.sockets.namespace.adapter.rooms.size).toBe(0));
  expect(hall.sockets.rooms.table(oak).presence()).toEqual([]);
});

test("who is present and says so in one breath with joining is present", async () => {
  const hall = await startHall(byName);
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  const [, told] = await Promise.all([table.join(), table.setPresence.safe({ mood: "prompt" })]);
  expect(told).toEqual({ ok: true, value: undefined });
  await soon(() => expect(moods(table)).toEqual({ Ada: "prompt" }));
});
