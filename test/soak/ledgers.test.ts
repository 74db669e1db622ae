import { describe, expect, it } from "vitest";
import { type Result, WireError } from "wirepact/client";
import { CallLedger } from "./call-ledger.js";
import { EventCounts, EventLedger } from "./event-ledger.js";
import { memorySlope } from "./memory-slope.js";
import { eventOf } from "./soak-channel.js";

const failed = (code: "timeout" | "disconnected", mayHaveRun: boolean): Result<string, unknown> => ({
  ok: false,
  error: new WireError(code, "", { mayHaveRun }),
});

describe("the ledger of calls", () => {
  const make = async (result: Result<string, unknown>, runs: number, name: "charge" | "look" = "look") => {
    const ledger = new CallLedger();
    const called = ledger.call(name, 1, () => Promise.resolve(result));
    for (let run = 0; run < runs; run++) ledger.hearRun(`${name} 1`);
    await called;
    ledger.settle(0, true);
    return ledger;
  };

  it("has nothing against calls that are answered by their only run, or may not have run", async () => {
    for (const ledger of [
      await make({ ok: true, value: "look 1" }, 1),
      await make(failed("disconnected", true), 1),
      await make(failed("disconnected", false), 0),
    ]) {
      expect(ledger).toMatchObject({ made: 1, lost: 0, runTwice: 0, untrue: [] });
    }
  });

  it("tells of a call that ran twice, or later than anybody remembers", async () => {
    const ledger = await make({ ok: true, value: "look 1" }, 2);
    expect(ledger.runTwice).toBe(1);
    ledger.hearRun("look 1");
    expect(ledger.runTwice).toBe(2);
  });

  it("tells of a call that never ended", () => {
    const ledger = new CallLedger();
    void ledger.call("look", 1, () => new Promise(() => undefined));
    ledger.settle(60_000);
    expect(ledger.lost).toBe(0);
    ledger.settle(-1);
    expect(ledger.lost).toBe(1);
  });

  it("tells of answers and failures that are not true", async () => {
    expect((await make({ ok: true, value: "look 1" }, 0)).untrue).toHaveLength(1);
    expect((await make({ ok: true, value: "look 2" }, 1)).untrue).toHaveLength(1);
    expect((await make(failed("timeout", false), 1)).untrue).toHaveLength(1);
    expect((await make({ ok: false, error: new Error("?") }, 1)).untrue).toHaveLength(1);
  });

  it("allows an idempotent call to fail only while a process is killed", async () => {
    expect((await make(failed("timeout", true), 1, "charge")).untrue).toHaveLength(1);
    const ledger = new CallLedger();
    const called = ledger.call("charge", 1, () => Promise.resolve(failed("timeout", true)));
    ledger.hearKill();
    await called;
    ledger.settle(0, true);
    expect(ledger.untrue).toEqual([]);
  });
});

describe("the ledger of events", () => {
  const heard = (indexes: readonly number[], { source = 3, floor = 0, sent = 9 } = {}) => {
    const counts = new EventCounts();
    let isJoining = true;
    const ledger = new EventLedger(counts, () => (isJoining ? floor : sent));
    ledger.joining(3);
    ledger.joined(3);
    isJoining = false;
    for (const index of indexes) ledger.hear(eventOf(source, index));
    return { counts, ledger };
  };

  it("has nothing against all that was sent since the client joined, in order", () => {
    const { counts, ledger } = heard([5, 6, 7], { floor: 5, sent: 7 });
    expect(counts).toEqual({ heard: 3, lost: 0, twice: 0, outOfOrder: 0, gaps: 0 });
    expect(ledger.awaited).toBe(0);
    // A server's own events begin anywhere.
    expect(heard([5, 6], { source: 13 }).counts.lost).toBe(0);
  });

  it("tells of events that are lost: first ones, in the middle, last ones", () => {
    expect(heard([3, 4]).counts.lost).toBe(2);
    expect(heard([1, 4, 5]).counts.lost).toBe(2);
    expect(heard([1, 2], { sent: 5 }).ledger.awaited).toBe(3);
    expect(heard([], { sent: 5 }).ledger.awaited).toBe(5);
  });

  it("tells of events that come twice, or too late", () => {
    expect(heard([1, 2, 2, 1]).counts).toMatchObject({ twice: 2, lost: 0 });
    expect(heard([1, 3, 2]).counts).toMatchObject({ outOfOrder: 1, lost: 0, twice: 0 });
  });

  it("expects nothing of what a gap was told for, nor of a topic that was left", () => {
    const { counts, ledger } = heard([1]);
    ledger.hearGap();
    ledger.hear(eventOf(3, 10));
    expect(counts).toMatchObject({ gaps: 1, lost: 0 });
    ledger.leave(3);
    ledger.hear(eventOf(3, 20));
    expect(counts).toMatchObject({ heard: 2, lost: 0 });
  });
});

describe("the slope of memory", () => {
  const samples = (count: number, bytesAt: (minute: number) => number) =>
    Array.from({ length: count }, (_, second) => ({ atMs: second * 1_000, bytes: bytesAt(second / 60) }));

  it("is that of the time behind the warm-up, in kB per minute", () => {
    const warming = samples(600, (minute) => (minute < 1 ? minute * 1e8 : 1e8 + minute * 5_000));
    expect(memorySlope(warming)).toBeCloseTo(5);
    expect(memorySlope(samples(600, () => 1e8))).toBeCloseTo(0);
  });

  it("is not told of too short a life", () => {
    expect(memorySlope(samples(15, () => 1e8))).toBeUndefined();
  });
});
