import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { type PrimaryOptions, startPrimary } from "./start-primary.js";
import { startWorker } from "./start-worker.js";

/** Options of {@link serveCluster}. */
export interface ServeClusterOptions {
  /** How many processes serve; default: one for each core. */
  readonly workers?: number | undefined;
  /** The port that all of them serve on; 0 takes a free one. */
  readonly port: number;
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined;
  /** Makes the app, in each worker; it is readied here and does not listen. */
  readonly start: () => FastifyInstance | Promise<FastifyInstance>;
  /** Milliseconds that workers have to close their apps before they are killed. Default 10,000. */
  readonly closeTimeoutMs?: number | undefined;
  /** Where the primary process tells of workers that end; default: a line each on stderr. */
  readonly log?: Pick<FastifyBaseLogger, "info" | "warn" | "error"> | undefined;
}

/** The process that hands out connections. */
export interface ClusterPrimary {
  readonly role: "primary";
  readonly port: number;
  /** Takes no more connections, lets every worker close its app, and settles when all have ended. */
  close(): Promise<void>;
}

/** A process that serves. */
export interface ClusterWorker {
  readonly role: "worker";
  readonly app: FastifyInstance;
}

/**
 * Serves an app by several processes of one machine, over polling and WebSocket: the primary process hands each client's
 * connections to one worker, starts a worker anew that ends, and closes all of them on SIGTERM and SIGINT. Called at the top
 * of a program, which runs once in each process; settles when the app is served. Needs
 * `npm install @socket.io/cluster-adapter @socket.io/sticky`.
 *
 * Rejects with an error whose `code` is `WP_WORKER_ENDED` when a worker cannot start.
 *
 * @see https://nodejs.org/api/cluster.html
 */
export async function serveCluster(options: ServeClusterOptions): Promise<ClusterPrimary | ClusterWorker> {
  if (cluster.isWorker) return startWorker(options.start);
  const { workers = availableParallelism(), host = "127.0.0.1", closeTimeoutMs = 10_000, port } = options;
  const primary: PrimaryOptions = { workers, host, port, closeTimeoutMs, log: options.log ?? toStderr };
  return startPrimary(primary);
}

const write = (fields: unknown, message?: string) => {
  process.stderr.write(`wirepact: ${message ?? ""} ${JSON.stringify(fields)}\n`);
};
const toStderr: PrimaryOptions["log"] = { info: () => {}, warn: write, error: write };
