import { expect, it } from "vitest";
import { newPace, type Pace } from "../../contracts/wire/index.js";

/** One who has sent one thing in each of some ticks. */
function lonePace(): Pace {
  const pace = newPace();
  for (let tick = 0; tick < 8; tick++) {
    pace.step();
    pace.endTick();
  }
  return pace;
}

/** Sends one thing in each of some jobs, and gives whether the end of its tick is asked for. */
async function sendAlone(pace: Pace, times: number): Promise<boolean[]> {
  const asked: boolean[] = [];
  for (let index = 0; index < times; index++) {
    const isAsked = pace.step();
    expect(pace.isLone()).toBe(true);
    if (isAsked) pace.endTick();
    asked.push(isAsked);
    await Promise.resolve();
  }
  return asked;
}

it("makes a new sender wait for the end of its tick, which is asked for once", () => {
  const pace = newPace();
  expect([pace.step(), pace.isLone(), pace.step(), pace.isLone()]).toEqual([true, false, false, false]);
});

it("asks a lone sender for the end of one tick in sixteen", async () => {
  const asked = await sendAlone(lonePace(), 48);
  expect(asked.filter(Boolean)).toHaveLength(3);
});

it("makes company in one job wait behind the first", () => {
  const pace = lonePace();
  expect([pace.step(), pace.isLone()]).toEqual([false, true]);
  expect([pace.step(), pace.isLone()]).toEqual([true, false]);
  expect([pace.step(), pace.isLone()]).toEqual([false, false]);
});

it("takes nobody for lone who had company in a job", async () => {
  const pace = lonePace();
  pace.step();
  pace.step();
  pace.endTick();
  await Promise.resolve();
  expect([pace.step(), pace.isLone()]).toEqual([true, false]);
});

it("finds company that comes job by job within a tick", async () => {
  const pace = lonePace();
  let isWatched = false;
  for (let index = 0; index < 16; index++) {
    isWatched = pace.step() || isWatched;
    await Promise.resolve();
  }
  expect(isWatched).toBe(true);
  expect([pace.step(), pace.isLone()]).toEqual([false, false]);
  pace.endTick();
  expect([pace.step(), pace.isLone()]).toEqual([true, false]);
});
