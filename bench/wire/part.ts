import { samplesOf } from "../measure/interleave.js";
import type { Scale } from "../measure/scale.js";
import { ratios, summarise } from "../measure/summary.js";
import { exactly, figure, figureOf, type Goal, type PartResult, type Table } from "../report/part-result.js";
import { callGoals } from "./call-goals.js";
import { baseTable, ratioTable, type ScenarioResult } from "./call-tables.js";
import { measureCalls, scenariosOf, warmUp } from "./measure-calls.js";
import { measureFanOut } from "./measure-fan-out.js";
import { measureIdleMemory } from "./measure-memory.js";
import { profileNotes, profileTable } from "./profile-table.js";
import { broadcasting, rawSocketIo, startPeers, stopPeers } from "./start-peers.js";

const calls = ["tiny", "tinyLater", "chat", "list"] as const;

/** Calls, events and idle connections, between a server and a client in a process each. */
export async function measureWire(scale: Scale): Promise<PartResult> {
  const peers = await startPeers();
  const names = peers.map(({ name }) => name);
  const results: ScenarioResult[] = [];
  let fanOut: Table;
  try {
    await warmUp(peers, scale);
    for (const scenario of scenariosOf(scale)) {
      results.push({ scenario, samples: await measureCalls(peers, scenario, scale) });
    }
    fanOut = await fanOutTable(peers, scale);
  } finally {
    await stopPeers(peers);
  }
  const memory = await memoryTable(scale);

  const tables = calls.flatMap((call) => {
    const all = results.filter(({ scenario }) => scenario.call === call);
    const sequential = all.filter(({ scenario }) => scenario.label === "sequential");
    return [
      ratioTable(`${call}: calls per second against ${rawSocketIo}`, all, "perSecond", names),
      ratioTable(`${call}: server CPU per call against ${rawSocketIo}`, all, "serverCpuUs", names),
      ...(sequential.length === 0
        ? []
        : [ratioTable(`${call}: p50 latency against ${rawSocketIo}`, sequential, "latencyUs", names)]),
    ];
  });
  return {
    part: "wire",
    title: "On the wire",
    notes: [
      "Server and client in a process each, on loopback, WebSocket only. tiny: `{a,b} → {sum}`; tinyLater: the same, answered after 0 to 4 ms; chat: a message with 100 characters and three tags → id, time, number; list: → 100 rows of eight fields.",
      "`50 × 10`: fifty clients with ten calls in flight each. wirepact (its client generated with `checks: fast`) and Socket.IO + zod validate on both sides; tRPC, oRPC and zod-sockets on the server; the others not at all.",
      ...(names.includes("Flask-SocketIO")
        ? []
        : ["Flask-SocketIO was left out: python3-flask-socketio is not installed."]),
      ...profileNotes,
    ],
    tables: [...tables, baseTable(results), fanOut, memory, profileTable],
    goals: [
      ...callGoals(results, names),
      goal("fan-out: events delivered per second", fanOut, "at least", 1),
      goal("idle memory per connection", memory, "at most", 1.15),
    ],
  };
}

async function fanOutTable(all: Parameters<typeof measureFanOut>[0], scale: Scale): Promise<Table> {
  const peers = all.filter(({ name }) => broadcasting.includes(name));
  const samples = await measureFanOut(peers, scale);
  const base = samplesOf(samples, rawSocketIo);
  return {
    title: `An event of 200 bytes to ${scale.listeners} clients`,
    columns: ["delivered", ratioColumn],
    rows: peers.map(({ name }) => ({
      name,
      figures: [
        figure(summarise(samplesOf(samples, name)), "/s"),
        figure(ratios(samplesOf(samples, name), base), "×"),
      ],
    })),
  };
}

async function memoryTable(scale: Scale): Promise<Table> {
  const names = [rawSocketIo, "wirepact", "raw ws"];
  const bytes = await measureIdleMemory(names, scale);
  const base = bytes[rawSocketIo] ?? Number.NaN;
  return {
    title: `${scale.idle} idle connections`,
    columns: ["memory of one", ratioColumn],
    rows: names.map((name) => ({
      name,
      figures: [exactly((bytes[name] ?? 0) / 1_000, "kB"), exactly((bytes[name] ?? 0) / base, "×")],
    })),
  };
}

const ratioColumn = `against ${rawSocketIo}`;

function goal(measure: string, table: Table, bound: Goal["bound"], limit: number): Goal {
  const reached = figureOf(table, "wirepact", ratioColumn).median;
  return { measure: `${measure} against ${rawSocketIo}`, bound, goal: limit, reached, unit: "×" };
}
