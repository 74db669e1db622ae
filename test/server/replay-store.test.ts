import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryReplay, type ReplayEntry, type ReplayLimits, type ReplayLog } from "wirepact/server";

const session = { ids: ["a"], rooms: {}, since: 0, progress: { sent: 0, upTo: 0 } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(events: Readonly<Record<string, ReplayLimits>>) {
  const delivered: ReplayEntry[] = [];
  const log = await memoryReplay().open({
    channel: "feed",
    events,
    deliver: (entry) => delivered.push(entry),
    onGap() {},
    onError() {},
  });
  return { log, delivered };
}

function append(log: ReplayLog, name: string, count = 1): void {
  for (let index = 0; index < count; index++) void log.append({ name, rooms: [], except: [], body: "1" });
}

it("a log gives what stands behind an offset, of all events in one order", async () => {
  const { log, delivered } = await open({
    a: { keepMs: 100, keepCount: 10 },
    b: { keepMs: 100, keepCount: 10 },
  });
  for (const name of ["a", "b", "a", "b"]) append(log, name);
  const missed = await log.readAfter(1);
  expect(missed.trimmed).toEqual([]);
  expect(missed.entries.map(({ offset, name }) => [offset, name])).toEqual([
    [2, "b"],
    [3, "a"],
    [4, "b"],
  ]);
  expect(delivered.map(({ offset }) => offset)).toEqual([1, 2, 3, 4]);
});

it("each event is kept for its own time and up to its own count, and says what is gone", async () => {
  const { log } = await open({
    a: { keepMs: 100, keepCount: 1_000 },
    b: { keepMs: 1_000, keepCount: 3 },
    c: { keepMs: 1_000, keepCount: 1_000 },
  });
  append(log, "a");
  append(log, "b", 5);
  append(log, "c", 4);
  vi.advanceTimersByTime(101);
  const missed = await log.readAfter(0);
  expect(missed.trimmed).toEqual(["a", "b"]);
  expect(missed.entries.map(({ offset }) => offset)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  // What is gone lies before: nothing of it is missing.
  expect((await log.readAfter(3)).trimmed).toEqual([]);
});

it("sessions of clients that never return are forgotten, those of clients that are there are not", async () => {
  const { log } = await open({ a: { keepMs: 100, keepCount: 1 } });
  await log.saveSession("gone", session);
  await log.saveSession("there", session);
  vi.advanceTimersByTime(60);
  await log.saveSession("there", session);
  vi.advanceTimersByTime(60);
  expect(await log.loadSession("gone")).toBeUndefined();
  expect(await log.loadSession("there")).toEqual(session);
});

it("there are never more sessions than 100,000, however many clients come and go", async () => {
  const { log } = await open({ a: { keepMs: 1_000_000, keepCount: 1 } });
  for (let index = 0; index <= 100_000; index++) await log.saveSession(`token ${index}`, session);
  expect(await log.loadSession("token 0")).toBeUndefined();
  expect(await log.loadSession("token 1")).toEqual(session);
});
