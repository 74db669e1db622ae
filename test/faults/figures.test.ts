import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Caller, Ending, Subject } from "./figures/callers.js";
import { floodSocketIo, floodWirepact } from "./figures/flood.js";
import { callAll, tally } from "./figures/tally.js";

/** A caller whose calls end so, after so many milliseconds. */
function callerOf(ending: Ending, ms: number): Caller {
  return {
    call: () => new Promise((resolve) => setTimeout(resolve, ms, ending)),
    close: () => {},
  };
}

const subject: Subject = { name: "", call: "look", isPlain: true, connect: () => callerOf("answered", 0) };

describe("the figures of faults", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const endingsOf = async (caller: Caller) => {
    const endings = callAll(caller, 30, () => true);
    await vi.advanceTimersByTimeAsync(120_000);
    return [...(await endings).values()];
  };

  it("count a call that is answered late as answered, and one that never is as one that hangs", async () => {
    expect(await endingsOf(callerOf("answered", 5_000))).toEqual(Array(30).fill("answered"));
    expect(await endingsOf(callerOf("answered", 1e9))).toEqual(Array(30).fill("hang"));
  });

  it("hold the endings of calls against their runs", () => {
    const endings = new Map<number, Ending | "hang">([
      [1, "answered"],
      [2, "answered"],
      [3, "did not run"],
      [4, "failed"],
      [5, "failed"],
      [6, "hang"],
      [7, "may have run"],
    ]);
    const runs = new Map([
      ["look 1", 2],
      ["look 3", 1],
      ["look 4", 1],
    ]);
    expect(tally(endings, runs, subject)).toEqual({
      calls: 7,
      answered: 2,
      "did not run": 1,
      "may have run": 1,
      failed: 2,
      hang: 1,
      failedAndRan: 1,
      runTwice: 1,
      // The second was answered without a run, the third has run.
      untrue: 2,
    });
  });
});

it("the figures of floods count answers, refusals by code and handlers under way", async () => {
  const bounded = await floodWirepact(300, 100);
  expect(bounded.mostUnderWay).toBe(64);
  const refused = Object.values(bounded.refused).reduce((sum, times) => sum + times, 0);
  expect(bounded.answered + refused).toBe(300);
  expect(await floodSocketIo(300, 100)).toMatchObject({ answered: 300, refused: {}, mostUnderWay: 300 });
});
