import { ratios } from "../measure/summary.js";
import type { Goal } from "../report/part-result.js";
import { type Measure, type ScenarioResult, valuesOf } from "./call-tables.js";
import type { CallName } from "./handlers.js";
import { rawSocketIo } from "./start-peers.js";

interface CallGoal {
  readonly call: CallName;
  readonly label: string;
  readonly measure: Measure;
  readonly goal: number;
}

const goals: readonly CallGoal[] = [
  { call: "tiny", label: "1 × 100", measure: "perSecond", goal: 3.2 },
  { call: "tiny", label: "50 × 10", measure: "perSecond", goal: 3.5 },
  { call: "tiny", label: "1 × 100", measure: "serverCpuUs", goal: 0.15 },
  { call: "tiny", label: "50 × 10", measure: "serverCpuUs", goal: 0.25 },
  { call: "tinyLater", label: "50 × 10", measure: "perSecond", goal: 1.6 },
  { call: "tiny", label: "50 × 1", measure: "perSecond", goal: 1 },
  { call: "chat", label: "1 × 100", measure: "perSecond", goal: 3 },
  { call: "chat", label: "50 × 10", measure: "perSecond", goal: 3 },
  { call: "list", label: "1 × 100", measure: "perSecond", goal: 1 },
  { call: "list", label: "50 × 10", measure: "perSecond", goal: 1 },
  { call: "tiny", label: "sequential", measure: "latencyUs", goal: 1.05 },
  { call: "chat", label: "sequential", measure: "latencyUs", goal: 1.05 },
];

/** Whether something is wanted of a call under a load. */
export function hasGoal(call: CallName, label: string): boolean {
  return goals.some((goal) => goal.call === call && goal.label === label);
}

/** By how much a tiny call with 100 in flight has to outrun the others. */
const peerGoals: Readonly<Record<string, number>> = {
  tRPC: 12,
  oRPC: 15,
  "zod-sockets": 4.5,
  capnweb: 6,
  "Flask-SocketIO": 40,
};

const words: Readonly<Record<Measure, string>> = {
  perSecond: "calls per second",
  serverCpuUs: "server CPU per call",
  latencyUs: "p50 latency",
};

/** The calls' goals, against raw Socket.IO and against the peers that are there. */
export function callGoals(results: readonly ScenarioResult[], names: readonly string[]): Goal[] {
  const against = (call: CallName, label: string, measure: Measure, other: string): number => {
    const found = results.find(({ scenario }) => scenario.call === call && scenario.label === label);
    if (found === undefined) return Number.NaN;
    const { samples } = found;
    return ratios(valuesOf(samples, "wirepact", measure), valuesOf(samples, other, measure)).median;
  };
  return [
    ...goals.map(
      ({ call, label, measure, goal }): Goal => ({
        measure: `${call}, ${label}: ${words[measure]} against ${rawSocketIo}`,
        bound: measure === "perSecond" ? "at least" : "at most",
        goal,
        reached: against(call, label, measure, rawSocketIo),
        unit: "×",
      }),
    ),
    ...Object.entries(peerGoals)
      .filter(([name]) => names.includes(name))
      .map(
        ([name, goal]): Goal => ({
          measure: `tiny, 1 × 100: calls per second against ${name}`,
          bound: "at least",
          goal,
          reached: against("tiny", "1 × 100", "perSecond", name),
          unit: "×",
        }),
      ),
  ];
}
