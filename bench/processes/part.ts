import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram } from "../measure/build-program.js";
import { emptyFolder } from "../measure/folders.js";
import { interleave, samplesOf } from "../measure/interleave.js";
import type { Scale } from "../measure/scale.js";
import { ratios, summarise } from "../measure/summary.js";
import { exactly, figure, figureOf, type PartResult, type Table } from "../report/part-result.js";
import { MeasuredProcess } from "./measured-process.js";
import { startRedis } from "./start-redis.js";

const kinds = ["Socket.IO", "wirepact"] as const;
const one = "one process";
const two = "two processes, Redis streams";
const against = "against Socket.IO";

interface Programs {
  readonly server: string;
  readonly clients: string;
}

/** A room of many clients, on one process and on two; and connections that are only there. */
export async function measureProcesses(scale: Scale): Promise<PartResult> {
  const folder = emptyFolder("processes");
  const entry = (name: string) => path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.ts`);
  const programs = {
    server: await buildProgram(entry("server"), folder),
    clients: await buildProgram(entry("clients"), folder),
  };
  const redis = await startRedis();
  try {
    const rooms = [await roomTable(programs, one, [""], scale)];
    if (redis) rooms.push(await roomTable(programs, two, [redis.url, redis.url], scale));
    const idle = await idleTable(programs, scale);
    return {
      part: "processes",
      title: "Many clients, one process and two",
      notes: [
        "Plain Socket.IO clients on WebSocket, in two processes of their own, for both servers; an event of some 200 bytes to a room that all are in, one in each turn of the event loop of one server. wirepact validates it, and where it comes over the bus once more.",
        "Over Redis wirepact sends to the clients of its own process at once, so that they are reached in order and while Redis is away; Socket.IO when Redis has answered. That may be what the ratio of two processes shows: events of a burst that have gathered by then would be cheaper to write. It has not been measured apart.",
        "On two cores the clients have the larger part of both: the ratios say more than the figures.",
        ...(redis ? [] : ["Two processes were left out: redis-server is not installed."]),
      ],
      tables: [...rooms, idle],
      goals: [
        ...rooms.map((table) => ({
          measure: `${table.title}: delivered ${against}`,
          bound: "at least" as const,
          goal: 0.95,
          reached: figureOf(table, "wirepact", against).median,
          unit: "×" as const,
        })),
      ],
    };
  } finally {
    redis?.stop();
  }
}

async function roomTable(
  programs: Programs,
  title: string,
  redisUrls: readonly string[],
  scale: Scale,
): Promise<Table> {
  const groups = await Promise.all(
    kinds.map((kind) => startGroup(programs, kind, redisUrls, scale.roomClients)),
  );
  const events = Math.max(5, Math.round(scale.roundMs / 4));
  const subjects = kinds.map((kind, index) => [
    kind,
    async () => {
      const { servers, crowds } = groups[index] as Group;
      for (const crowd of crowds) await crowd.ask({ name: "expect", events }, "expecting");
      const start = performance.now();
      const heard = Promise.all(crowds.map((crowd) => crowd.hears()));
      servers[0]?.tell({ name: "send", events });
      await heard;
      return (events * scale.roomClients) / ((performance.now() - start) / 1_000);
    },
  ]);
  try {
    const samples = await interleave<number>(Object.fromEntries(subjects), {
      rounds: scale.rounds,
      warmUpRounds: 2,
    });
    return {
      title: `An event to a room of ${scale.roomClients} clients, ${title}`,
      columns: ["delivered", against],
      rows: kinds.map((kind) => ({
        name: kind,
        figures: [
          figure(summarise(samplesOf(samples, kind)), "/s"),
          figure(ratios(samplesOf(samples, kind), samplesOf(samples, "Socket.IO")), "×"),
        ],
      })),
    };
  } finally {
    for (const group of groups) stop(group);
  }
}

interface Group {
  readonly servers: readonly MeasuredProcess[];
  readonly crowds: readonly MeasuredProcess[];
}

/** Servers, and half of the clients in each of two processes. */
async function startGroup(
  programs: Programs,
  kind: string,
  redisUrls: readonly string[],
  clients: number,
): Promise<Group> {
  const started = await Promise.all(
    redisUrls.map((url) => MeasuredProcess.start(programs.server, kind, url)),
  );
  const crowds: MeasuredProcess[] = [];
  for (let half = 0; half < 2; half++) {
    const { measured } = await MeasuredProcess.start(programs.clients);
    const port = started[half % started.length]?.port ?? 0;
    if (clients > 0)
      await measured.ask({ name: "connect", port, clients: Math.ceil(clients / 2) }, "connected");
    crowds.push(measured);
  }
  return { servers: started.map(({ measured }) => measured), crowds };
}

function stop({ servers, crowds }: Group): void {
  for (const each of [...servers, ...crowds]) each.stop();
}

async function idleTable({ server, clients }: Programs, scale: Scale): Promise<Table> {
  const bytes: Record<string, number> = {};
  for (const kind of kinds) {
    const { measured, port } = await MeasuredProcess.start(server, kind);
    const crowds = await Promise.all([MeasuredProcess.start(clients), MeasuredProcess.start(clients)]);
    const connect = (count: number) =>
      Promise.all(
        crowds.map((crowd) => crowd.measured.ask({ name: "connect", port, clients: count }, "connected")),
      );
    // What a first connection loads and makes is no cost of the others.
    await connect(5);
    const before = await measured.ask({ name: "memory" }, "bytes");
    await connect(scale.idleInRoom / 2);
    const after = await measured.ask({ name: "memory" }, "bytes");
    bytes[kind] = (after.bytes - before.bytes) / scale.idleInRoom;
    for (const each of [measured, ...crowds.map((crowd) => crowd.measured)]) each.stop();
  }
  const base = bytes["Socket.IO"] ?? Number.NaN;
  return {
    title: `${scale.idleInRoom} idle connections, each in a room`,
    columns: ["memory of one", against],
    rows: kinds.map((kind) => ({
      name: kind,
      figures: [exactly((bytes[kind] ?? 0) / 1_000, "kB"), exactly((bytes[kind] ?? 0) / base, "×")],
    })),
  };
}
