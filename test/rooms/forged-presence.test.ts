import type { Socket } from "socket.io";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ErrorReport } from "wirepact/client";
import { type PlainServer, startPlainServer } from "../client/plain-server.js";
import { connectHall, type HallClient } from "./hall.js";
import { soon } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };
const calm = { id: "Ada", data: { mood: "calm" } };
const merry = { id: "Ben", data: { mood: "merry" } };

let server: PlainServer;
let socket: Socket;
let ada: HallClient;
let table: ReturnType<HallClient["rooms"]["table"]>;
let reports: ErrorReport[];
/** Answers of the server to `$watch:table`, by question; what is not there is not answered. */
let answers: ((acknowledge: (reply: unknown) => void) => void)[];
let questions: number;

beforeEach(async () => {
  server = await startPlainServer();
  reports = [];
  questions = 0;
  answers = [(acknowledge) => acknowledge({ ok: true, value: { version: 5, present: [calm] } })];
  server.io.of("/hall").on("connection", (connected) => {
    socket = connected;
    connected.on("$join:table", (key, acknowledge) => {
      connected.emit("$joined:table", key);
      acknowledge({ ok: true });
    });
    connected.on("$watch:table", (_key, acknowledge) => answers[questions++]?.(acknowledge));
  });
  ada = connectHall(server.url, {
    auth: { name: "Ada" },
    transports: ["websocket"],
    onError: (report) => reports.push(report),
  });
  table = ada.rooms.table(oak);
  await table.join();
  await soon(() => expect(table.presence.value).toEqual([calm]));
});
afterEach(async () => {
  ada.close();
  await server.close();
});

function change(version: unknown, set: unknown = [], gone: unknown = [], key: unknown = oak): void {
  socket.emit("$presence:table", { key, version, set, gone });
}

/** Waits until the client has taken everything that was sent. */
async function settle(): Promise<void> {
  const served = ada.on.served.once();
  socket.emit("served", "soup");
  await served;
}

test("changes that follow one another are taken, older ones are not", async () => {
  change(6, [merry]);
  change(6, [], ["Ada"]);
  change(3, [], ["Ada"]);
  change(7, [], ["Ben"]);
  await settle();
  expect(table.presence.value).toEqual([calm]);
  expect(questions).toBe(1);
});

test("a gap asks for a new snapshot, once for however many changes", async () => {
  let answer: (reply: unknown) => void = () => {};
  answers[1] = (acknowledge) => {
    answer = acknowledge;
  };
  for (let version = 7; version < 50; version++) change(version, [merry]);
  await settle();
  await soon(() => expect(questions).toBe(2));
  expect(table.presence.value).toEqual([calm]);
  answer({ ok: true, value: { version: 49, present: [merry] } });
  await soon(() => expect(table.presence.value).toEqual([merry]));
  change(50, [calm]);
  await settle();
  expect(table.presence.value).toEqual([merry, calm]);
  expect(questions).toBe(2);
});

test("a change right behind a snapshot is not missed", async () => {
  answers[1] = (acknowledge) => {
    acknowledge({ ok: true, value: { version: 9, present: [calm] } });
    change(9, [calm]);
    change(10, [merry]);
    change(11, [], ["Ada"]);
  };
  change(9);
  await soon(() => expect(table.presence.value).toEqual([merry]));
  await settle();
  expect(questions).toBe(2);
});

test("of changes without number before a snapshot as many are kept as help", async () => {
  let answer: (reply: unknown) => void = () => {};
  answers[1] = (acknowledge) => {
    answer = acknowledge;
  };
  answers[2] = (acknowledge) => acknowledge({ ok: true, value: { version: 2_000, present: [merry] } });
  for (let version = 7; version <= 2_000; version++) change(version, [calm]);
  await settle();
  await soon(() => expect(questions).toBe(2));
  answer({ ok: true, value: { version: 8, present: [calm] } });
  await soon(() => expect(table.presence.value).toEqual([merry]));
  expect(questions).toBe(3);
});

test("a snapshot that breaks the contract is reported, and the next change asks again", async () => {
  answers[1] = (acknowledge) =>
    acknowledge({ ok: true, value: { version: 9, present: [{ id: "Ben", data: 7 }] } });
  answers[2] = (acknowledge) => acknowledge({ ok: true, value: { version: 10, present: [merry] } });
  change(9);
  await soon(() => expect(reports).toHaveLength(1));
  expect(reports[0]).toMatchObject({
    kind: "bad_event",
    error: { code: "bad_output", issues: [expect.objectContaining({ path: ["present", 0, "data"] })] },
  });
  expect(table.presence.value).toEqual([calm]);
  change(10);
  await soon(() => expect(table.presence.value).toEqual([merry]));
});

test.each<[string, () => void]>([
  ["data that breaks the contract", () => change(6, [{ id: "Ben", data: { mood: 7 } }])],
  ["an id that is no text", () => change(6, [{ id: 7, data: { mood: "x" } }])],
  ["an id that is too long", () => change(6, [{ id: "x".repeat(201), data: { mood: "x" } }])],
  ["a list that is none", () => change(6, { length: 1 })],
  [
    "more than can be present",
    () =>
      change(
        6,
        Array.from({ length: 1_001 }, (_, id) => ({ ...calm, id: `${id}` })),
      ),
  ],
  ["a version that is none", () => change("6", [merry])],
  ["a version below 0", () => change(-1, [merry])],
  ["a key of another family", () => change(6, [merry], [], "oak")],
  ["nothing", () => socket.emit("$presence:table")],
])("a change with %s is reported and changes nothing", async (_what, forge) => {
  forge();
  await settle();
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({ kind: "bad_event", error: { code: "bad_input" } });
  expect(table.presence.value).toEqual([calm]);
});

test("changes in rooms that the client is not in, or has left, change nothing", async () => {
  const elm = ada.rooms.table({ floor: 1, name: "elm" });
  const seen: unknown[] = [];
  elm.presence.subscribe((list) => seen.push(list));
  change(1, [merry], [], { floor: 1, name: "elm" });
  await settle();
  void table.leave.safe({ timeoutMs: 1 });
  change(6, [merry]);
  await settle();
  expect(seen).toEqual([]);
  expect(table.presence.value).toEqual([]);
  expect(questions).toBe(1);
});

test("a name that every object has is an id like any other", async () => {
  const odd = { id: "__proto__", data: { mood: "odd" } };
  change(6, [odd]);
  await settle();
  expect(table.presence.value).toEqual([calm, odd]);
  change(7, [], ["constructor"]);
  await settle();
  expect(table.presence.value).toEqual([calm, odd]);
});
