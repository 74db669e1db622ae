/** How much is done for a figure; all else is the same. */
export interface Scale {
  readonly name: "smoke" | "quick" | "full";
  /** Interleaved rounds that count; one more comes before them to warm up. */
  readonly rounds: number;
  /** Milliseconds for which a round repeats what it measures, where it repeats. */
  readonly roundMs: number;
  /** Rounds of whole processes (compilers, generators), where nothing is warmed up. */
  readonly processRounds: number;
  /** Operations of the server whose start is measured. */
  readonly serverOperations: number;
  /** Operations of the clients that TypeScript is asked about, the most of them last. */
  readonly clientOperations: readonly number[];
  /** Edits before which a completion is asked for. */
  readonly edits: number;
  /** Operations of the generator's runs, the most of them last. */
  readonly generatedOperations: readonly number[];
  /** Connections that only listen. */
  readonly listeners: number;
  /** Connections that are only there. */
  readonly idle: number;
  /** Clients of one room. */
  readonly roomClients: number;
  /** Connections that are only there, and in a room. */
  readonly idleInRoom: number;
  /** Clients of the loads with many of them. */
  readonly clients: number;
  /** Whether every load is run, or those only that have a goal. */
  readonly allLoads: boolean;
}

/** Sees that everything still works; its figures mean nothing. */
export const smokeScale: Scale = {
  name: "smoke",
  rounds: 1,
  roundMs: 10,
  processRounds: 1,
  serverOperations: 20,
  clientOperations: [20],
  edits: 1,
  generatedOperations: [20],
  listeners: 5,
  idle: 5,
  roomClients: 6,
  idleInRoom: 6,
  clients: 3,
  allLoads: false,
};

/** All parts in about three minutes. */
export const quickScale: Scale = {
  name: "quick",
  rounds: 3,
  roundMs: 100,
  processRounds: 1,
  serverOperations: 1_000,
  clientOperations: [500],
  edits: 3,
  generatedOperations: [100, 1_000],
  listeners: 500,
  idle: 500,
  roomClients: 1_000,
  idleInRoom: 1_000,
  clients: 50,
  allLoads: false,
};

/** The figures that are published. */
export const fullScale: Scale = {
  name: "full",
  rounds: 7,
  roundMs: 800,
  processRounds: 5,
  serverOperations: 1_000,
  clientOperations: [500, 1_000],
  edits: 15,
  generatedOperations: [100, 1_000],
  listeners: 500,
  idle: 5_000,
  roomClients: 1_000,
  idleInRoom: 10_000,
  clients: 50,
  allLoads: true,
};
