import { expect, test } from "vitest";
import type { ObservedMember, Observer, RunObserver } from "wirepact/server";
import { happens, startArena, until } from "../server/start-arena.js";

/** An observer whose runs do what a test says. */
const running = (run: RunObserver): Observer => ({ begin: () => run });

test("a handler runs exactly once, whatever an observer does with it", async () => {
  const fail = () => {
    throw new Error("mine");
  };
  const observers: Observer[] = [
    running({ within: fail }),
    running({
      within: (run) => {
        run();
        return fail();
      },
    }),
    running({
      within: (run) => {
        run();
        return run();
      },
    }),
    // An observer that forgets what it was given, as no compiler lets it.
    running({ within: () => undefined as never }),
    running({ end: async () => fail() }),
    { connected: async () => fail(), begin: fail },
  ];
  let runs = 0;
  const arena = await startArena({
    options: { observers },
    handlers: {
      ping: () => void runs++,
      fail: ({ how }, { error }) => {
        runs++;
        throw error.Full({ seats: how.length });
      },
    },
  });
  const client = await arena.join("Ada");
  expect(await client.emitWithAck("ping")).toEqual({ ok: true });
  expect(await client.emitWithAck("fail", { how: "abc" })).toMatchObject({
    error: { code: "Full", data: { seats: 3 } },
  });
  expect(runs).toBe(2);
  const failures = () => arena.log.filter(({ msg }) => msg === "observer failed");
  // A declared error is the handler's own, and no fault of the observer that lets it through.
  await until(() => failures().length === 8);
  expect(failures().filter(({ level }) => level > 20)).toHaveLength(1);
});

test("runs begin and end in pairs, with the same member each time", async () => {
  const told: string[] = [];
  const members = new Set<ObservedMember>();
  const observer: Observer = {
    begin: (member, { clientId }) => {
      members.add(member);
      told.push(`begin ${member.member} ${clientId === client.id}`);
      return { end: (code) => void told.push(`end ${member.member} ${code}`) };
    },
  };
  const arena = await startArena({ options: { observers: [observer] } });
  const client = arena.open("Ada");
  await happens(client, "connect");
  await client.emitWithAck("ping");
  await client.emitWithAck("ping");
  client.emit("wave");
  await client.emitWithAck("slow", { ms: 1 });
  expect(told).toEqual([
    "begin ping true",
    "end ping ok",
    "begin ping true",
    "end ping ok",
    "begin wave true",
    "end wave ok",
    "begin slow true",
    "end slow ok",
  ]);
  expect([...members]).toEqual([
    { channel: "arena", member: "ping", kind: "call", from: "client" },
    { channel: "arena", member: "wave", kind: "event", from: "client" },
    { channel: "arena", member: "slow", kind: "call", from: "client" },
  ]);
});
