import type { Outcomes } from "./call-ledger.js";
import type { SoakState } from "./run-soak.js";
import type { SoakLife } from "./spawn-soak.js";

/** What is known at a moment, as text. */
export function printState({ minutes, notes, ...state }: SoakState): string {
  const { calls, events, streams } = notes;
  const count = (number: number) => number.toLocaleString("en-US");
  const list = (outcomes: Outcomes) =>
    Object.entries(outcomes)
      .map(([ending, times]) => `${ending} ${count(times)}`)
      .join(", ");
  return [
    `${minutes.toFixed(1)} min: ${state.cuts} connections cut, ${state.restarts} restarts, ${state.kills} kills`,
    `  calls ${count(calls.made)}: lost ${calls.lost}, run twice ${calls.runTwice}, untrue ${calls.untrue.length}`,
    `    idempotent: ${list(calls.outcomes.charge)}`,
    `    others: ${list(calls.outcomes.look)}`,
    `  replayed events sent ${count(state.sent)}, heard ${count(events.heard)}: lost ${events.lost}, twice ${events.twice}, out of order ${events.outOfOrder}, gaps ${events.gaps}`,
    `  streams ${count(streams.opened)}: ${list(streams.outcomes)}, untrue ${streams.untrue.length}`,
    ...[...state.ended, ...state.lives].map(printLife),
  ].join("\n");
}

function printLife({ number, upMs, pulse, slope }: SoakLife): string {
  const name = `  server ${number}, ${Math.round(upMs / 1_000)} s`;
  if (!pulse) return name;
  const growth = slope === undefined ? "too short for a slope" : `${slope.toFixed(0)} kB per minute`;
  const { p50, p99 } = pulse.delayMs;
  return `${name}: ${(pulse.bytes / 1e6).toFixed(1)} MB, ${growth}, event loop p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}
