import { afterEach, beforeEach, expect, test } from "vitest";
import type { ErrorReport } from "wirepact/client";
import { type PlainServer, startPlainServer } from "../client/plain-server.js";
import { connectHall, type HallClient } from "./hall.js";
import { soon } from "./start-hall.js";

let server: PlainServer;
let ada: HallClient;
let reports: ErrorReport[];

beforeEach(async () => {
  server = await startPlainServer();
  reports = [];
  server.io.of("/hall").on("connection", () => {});
  ada = connectHall(server.url, { auth: { name: "Ada" }, onError: (report) => reports.push(report) });
  await ada.whenConnected();
});
afterEach(async () => {
  ada.close();
  await server.close();
});

const say = (...[name, ...args]: readonly [string, ...unknown[]]) =>
  server.io.of("/hall").emit(name, ...args);

test.each<[string, readonly [string, ...unknown[]]]>([
  ["a key of another family", ["$joined:corner", { floor: 1, name: "oak" }]],
  ["no key", ["$joined:table"]],
  ["two keys", ["$left:corner", "a", "b"]],
])("a notice with %s reaches nobody and is reported", async (_what, frame) => {
  const corner = ada.rooms.corner("a");
  say(...frame);
  await soon(() => expect(reports).toHaveLength(1));
  expect(reports[0]).toMatchObject({ kind: "bad_event", error: { code: "bad_input" } });
  expect(corner.state.value.status).toBe("left");
});

test("notices of families and rooms that nobody asked about change nothing", async () => {
  const corner = ada.rooms.corner("a");
  say("$left:corner", "a");
  say("$joined:staff", true);
  say("$joined:nowhere", "a");
  const served = ada.on.served.once();
  say("served", "soup");
  await served;
  expect(corner.state.value.status).toBe("left");
  expect(reports).toEqual([]);
});

test("a reply to joining without a word of being inside is none of being inside", async () => {
  for (const socket of server.io.of("/hall").sockets.values()) {
    socket.on("$join:corner", (_key, acknowledge) => acknowledge({ ok: true }));
  }
  const corner = ada.rooms.corner("a");
  await corner.join();
  expect(corner.state.value.status).toBe("left");
});

test("who is put out right behind the answer to joining is outside", async () => {
  for (const socket of server.io.of("/hall").sockets.values()) {
    socket.on("$join:corner", (key, acknowledge) => {
      acknowledge({ ok: true });
      socket.emit("$left:corner", key);
    });
  }
  const corner = ada.rooms.corner("a");
  say("$joined:corner", "a");
  await soon(() => expect(corner.state.value.status).toBe("joined"));
  await corner.join();
  await soon(() => expect(corner.state.value.status).toBe("left"));
});

test("who has asked to leave is not seen inside again by what the server said before", async () => {
  for (const socket of server.io.of("/hall").sockets.values()) {
    socket.on("$leave:corner", (key, acknowledge) => {
      socket.emit("$joined:corner", key);
      socket.emit("$left:corner", key);
      acknowledge({ ok: true });
    });
  }
  const { state, leave } = ada.rooms.corner("a");
  say("$joined:corner", "a");
  await soon(() => expect(state.value.status).toBe("joined"));
  const states: string[] = [];
  state.subscribe(({ status }) => states.push(status));
  await leave();
  expect(states).toEqual(["left"]);
});

test("a connection that ends while the client leaves has taken it out", async () => {
  const corner = ada.rooms.corner("a");
  const asked = new Promise<void>((resolve) => {
    for (const socket of server.io.of("/hall").sockets.values()) socket.on("$leave:corner", () => resolve());
  });
  const leaving = corner.leave();
  await asked;
  for (const { conn } of server.io.of("/hall").sockets.values()) conn.close();
  await leaving;
  ada.close();
  await corner.leave();
});

test("a reply to joining that is none is a refusal", async () => {
  server.io.of("/hall").sockets.forEach((socket) => {
    socket.on("$join:corner", (_key, acknowledge) =>
      acknowledge({ ok: false, error: { code: "Odd", message: "" } }),
    );
  });
  const corner = ada.rooms.corner("a");
  await expect(corner.join()).rejects.toMatchObject({ code: "bad_output" });
  expect(corner.state.value).toMatchObject({ status: "refused", error: { code: "bad_output" } });
});
