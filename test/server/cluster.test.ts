import { expect, test } from "vitest";
import { busAdapter } from "../rooms/bus-adapter.js";
import { answerWith, recordEvents, startArena, until } from "./start-arena.js";

/** Two servers in one process, joined by an adapter as they would be through Redis. */
async function startCluster() {
  const options = { adapter: busAdapter() };
  return [await startArena({ options }), await startArena({ options })] as const;
}

const question = { question: "there?" };

test("clients of another process are sent to, called, listed, and sent away", async () => {
  const [here, there] = await startCluster();
  const ada = await here.join("Ada");
  const grace = await there.join("Grace");
  const heard = recordEvents(grace);
  answerWith(ada, "confirm", { ok: true, value: true });
  answerWith(grace, "confirm", { ok: true, value: false });
  await grace.emitWithAck("join", { id: "red", size: 1 });

  here.sockets.all.emit.heard({ text: "all" });
  here.sockets.client(grace.id ?? "").emit.heard({ text: "one" });
  await until(() => heard.length === 2);

  expect(await here.sockets.client(grace.id ?? "").call.confirm(question)).toBe(false);
  const outcomes = await here.sockets.all.call.confirm(question);
  expect(outcomes).toHaveLength(2);
  expect(outcomes).toContainEqual({ clientId: ada.id, status: "answered", value: true });
  expect(outcomes).toContainEqual({ clientId: grace.id, status: "answered", value: false });

  const room = here.sockets.rooms.team({ id: "red", size: 1 });
  expect(await room.members()).toEqual([{ id: grace.id, session: { name: "Grace" } }]);
  await room.remove(grace.id ?? "");
  await expect.poll(() => room.members()).toEqual([]);

  here.sockets.client(grace.id ?? "").disconnect("enough");
  await until(() => grace.disconnected);
});

test("a room of several processes is counted, moved and sent away as one", async () => {
  const [here, there] = await startCluster();
  const ada = await here.join("Ada");
  const grace = await there.join("Grace");
  for (const client of [ada, grace]) await client.emitWithAck("join", { id: "red", size: 1 });
  const red = here.sockets.rooms.team({ id: "red", size: 1 });
  const blue = there.sockets.rooms.team({ id: "blue", size: 1 });
  expect(await red.count()).toBe(2);
  await red.move({ id: "blue", size: 1 });
  await expect.poll(() => blue.count()).toBe(2);
  expect(await red.count()).toBe(0);
  await blue.removeAll();
  await expect.poll(() => red.count()).toBe(0);
  await expect.poll(() => blue.count()).toBe(0);
  for (const client of [ada, grace]) await client.emitWithAck("join", { id: "blue", size: 1 });
  await blue.disconnect("enough");
  await until(() => ada.disconnected && grace.disconnected);
});

test("a client of another process that does not answer times out", async () => {
  const [here, there] = await startCluster();
  const grace = await there.join("Grace");
  const peer = here.sockets.client(grace.id ?? "");
  await expect(peer.call.confirm(question, { timeoutMs: 50 })).rejects.toMatchObject({ code: "timeout" });
  await expect(here.sockets.client("nobody").call.confirm(question)).rejects.toMatchObject({
    code: "disconnected",
  });
});
