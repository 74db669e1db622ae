import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { FastifyBaseLogger } from "fastify";
import { workerVariable } from "../links/served-worker.js";
import { StartupError } from "../startup-error.js";
import { announceEnds } from "./announce-ends.js";
import { closeMessage, readyMessage } from "./messages.js";

/** What {@link Workers} are made of. */
export interface WorkersOptions {
  /** How many. */
  readonly workers: number;
  readonly closeTimeoutMs: number;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}

/** Milliseconds before a worker is started anew; doubled each time that one ends without having served for long. */
const shortestPauseMs = 100;
const longestPauseMs = 10_000;
/** Milliseconds after which a worker has served for long. */
const longMs = 10_000;

/** What @socket.io/sticky compares: the worker that has fewest gets the next connection. */
type Counted = Worker & { clientsCount?: number };

/** The processes that serve: as many as were asked for, until they are closed. */
export class Workers {
  readonly #options: WorkersOptions;
  readonly #stopAnnouncing = announceEnds();
  #pauseMs = shortestPauseMs;
  #isClosing = false;

  constructor(options: WorkersOptions) {
    this.#options = options;
  }

  /** Settles when all of them are ready; rejects when one ends before. */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.workers }, () => this.#fork()));
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const ended = running.map((worker) => (worker.isDead() ? undefined : once(worker, "exit")));
    for (const worker of running) worker.send(closeMessage, () => {});
    const timer = setTimeout(() => {
      for (const worker of running) worker.process.kill("SIGKILL");
    }, this.#options.closeTimeoutMs);
    await Promise.all(ended);
    clearTimeout(timer);
    this.#stopAnnouncing();
  }

  /** Settles when the worker is ready; rejects when it ends before. */
  #fork(): Promise<void> {
    const worker: Counted = cluster.fork({ [workerVariable]: "1" });
    const startedAtMs = Date.now();
    // Until it is ready others are to get the connections.
    worker.clientsCount = Number.POSITIVE_INFINITY;
    return new Promise((resolve, reject) => {
      let isReady = false;
      worker.on("message", (message: unknown) => {
        if (message !== readyMessage || isReady) return;
        isReady = true;
        worker.clientsCount = 0;
        resolve();
      });
      worker.once("exit", (code: number | null, signal: string | null) => {
        if (this.#isClosing) {
          resolve();
          return;
        }
        const fields = { pid: worker.process.pid, code, signal };
        if (isReady) {
          this.#options.log.warn(fields, "a worker ended and is started anew");
          this.#replace(Date.now() - startedAtMs > longMs);
        } else {
          reject(
            new StartupError(
              "WP_WORKER_ENDED",
              `A worker ended with ${signal ?? code} before it was ready. Mend what it has printed; \`start\` may also be called without \`serveCluster\` to find it.`,
            ),
          );
        }
      });
    });
  }

  #replace(hasServedLong: boolean): void {
    this.#pauseMs = hasServedLong ? shortestPauseMs : Math.min(this.#pauseMs * 2, longestPauseMs);
    setTimeout(() => {
      if (this.#isClosing) return;
      this.#fork().catch((error: unknown) => {
        this.#options.log.error({ err: error }, "a worker did not start, and is tried again");
        this.#replace(false);
      });
    }, this.#pauseMs);
  }
}
