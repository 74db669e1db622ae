import type { Runs } from "../run-till.js";
import type { Caller, Ending, Subject } from "./callers.js";

/** What came of so many calls. */
export interface Tally extends Readonly<Record<Ending, number>> {
  readonly calls: number;
  /** Not settled long after. */
  readonly hang: number;
  /** Of those that failed without saying whether they ran. */
  readonly failedAndRan: number;
  readonly runTwice: number;
  /** Answered and has not run, or said not to have run and has. */
  readonly untrue: number;
}

/** So many at a time. */
const atOnce = 10;
/** Milliseconds after which the place of a call that is not settled is free for the next one. */
const freeAfterMs = 1_100;
/** Milliseconds after which a call is taken for one that hangs: more than any deadline here. */
const hangMs = 20_000;

/** Makes so many calls, and more until `isOver`; the next one does not wait for one that hangs. */
export async function callAll(
  caller: Caller,
  count: number,
  isOver: () => boolean,
): Promise<ReadonlyMap<number, Ending | "hang">> {
  const endings = new Map<number, Ending | "hang">();
  const hanging: Promise<void>[] = [];
  let next = 0;
  const note = (order: number, ending: Ending | "hang") => {
    if (!endings.has(order)) endings.set(order, ending);
  };
  const work = async () => {
    while (next < count || !isOver()) {
      const order = next++;
      const ended = caller.call(order).then((ending) => note(order, ending));
      await Promise.race([ended, sleep(freeAfterMs)]);
      if (!endings.has(order)) {
        hanging.push(Promise.race([ended, sleep(hangMs)]).then(() => note(order, "hang")));
      }
      // Else the whole count is used up while there is no connection.
      if (endings.get(order) === "did not run") await sleep(20);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await Promise.all(hanging);
  return endings;
}

export function tally(endings: ReadonlyMap<number, Ending | "hang">, runs: Runs, { call }: Subject): Tally {
  const timesRun = (order: number) => runs.get(`${call} ${order}`) ?? 0;
  const count = (fits: (ending: Ending | "hang", order: number) => boolean) =>
    [...endings].filter(([order, ending]) => fits(ending, order)).length;
  const ofEnding = (wanted: Ending | "hang") => count((ending) => ending === wanted);
  return {
    calls: endings.size,
    answered: ofEnding("answered"),
    "did not run": ofEnding("did not run"),
    "may have run": ofEnding("may have run"),
    failed: ofEnding("failed"),
    hang: ofEnding("hang"),
    failedAndRan: count((ending, order) => ending === "failed" && timesRun(order) > 0),
    runTwice: count((_ending, order) => timesRun(order) > 1),
    untrue: count(
      (ending, order) =>
        (ending === "answered" && timesRun(order) === 0) || (ending === "did not run" && timesRun(order) > 0),
    ),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
