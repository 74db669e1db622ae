import { interleave, type Samples } from "../measure/interleave.js";
import type { Scale } from "../measure/scale.js";
import { hasGoal } from "./call-goals.js";
import type { CallName } from "./handlers.js";
import type { RunningPeer } from "./start-peers.js";

/** A load: what is called, by how many clients, how many calls each has open. */
export interface Scenario {
  readonly call: CallName;
  /** `sequential`, `1 × 100`, … */
  readonly label: string;
  readonly clients: number;
  readonly inFlight: number;
}

/** What one round of one stack found. */
export interface CallSample {
  readonly perSecond: number;
  /** Microseconds of processor time that the server spent on a call. */
  readonly serverCpuUs: number;
  /** `NaN` but for the sequential load. */
  readonly latencyUs: number;
}

/** The loads of the wire's part: each call in each shape, or those only that have a goal. */
export function scenariosOf({ clients, allLoads }: Scale): readonly Scenario[] {
  const shapes = [
    { label: "sequential", clients: 1, inFlight: 1 },
    { label: "1 × 100", clients: 1, inFlight: 100 },
    { label: "50 × 1", clients, inFlight: 1 },
    { label: "50 × 10", clients, inFlight: 10 },
  ];
  const calls: readonly CallName[] = ["tiny", "tinyLater", "chat", "list"];
  return calls
    .flatMap((call) => shapes.map((shape) => ({ call, ...shape })))
    .filter(({ call, label }) => allLoads || hasGoal(call, label));
}

/** Puts every stack under a load, in turns. */
export async function measureCalls(
  peers: readonly RunningPeer[],
  scenario: Scenario,
  scale: Scale,
): Promise<Samples<CallSample>> {
  for (const { server, client } of peers) {
    await client.ask("connect", { port: server.port, clients: scenario.clients });
  }
  const subjects = peers.map((peer) => [peer.name, () => sample(peer, scenario, scale)]);
  return interleave<CallSample>(Object.fromEntries(subjects), { rounds: scale.rounds, warmUpRounds: 1 });
}

/** Lets every stack's code be compiled before the first load; each load has a round of its own for that besides. */
export async function warmUp(peers: readonly RunningPeer[], scale: Scale): Promise<void> {
  for (const { server, client } of peers) {
    await client.ask("connect", { port: server.port, clients: 1 });
    for (const call of ["tiny", "chat", "list"] as const) {
      await client.ask("load", { call, inFlight: 100, durationMs: scale.roundMs * 3 });
    }
  }
}

async function sample(
  { server, client }: RunningPeer,
  { call, inFlight }: Scenario,
  scale: Scale,
): Promise<CallSample> {
  const before = await server.ask("cpu", {});
  const report = await client.ask("load", { call, inFlight, durationMs: scale.roundMs });
  const after = await server.ask("cpu", {});
  return {
    perSecond: report.calls / report.seconds,
    serverCpuUs: ((after.cpuMs - before.cpuMs) * 1_000) / report.calls,
    latencyUs: report.medianLatencyUs ?? Number.NaN,
  };
}
