import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Failure } from "./hooks.js";
import { loggableError } from "./sensitive/loggable-error.js";

/** Where something failed. */
export interface Scene {
  readonly log: FastifyBaseLogger;
  /** The member's name, as the log has it. */
  readonly name: string;
  readonly place: string;
  readonly clientId: string | undefined;
  /** Hooks that are told. */
  readonly onError: readonly OnError[];
}

export type OnError = (failure: Failure) => unknown;

/** How a failure is logged, besides what it was. */
export interface FailureEntry {
  readonly message: string;
  /** What the entry has besides; never a payload. */
  readonly details?: object;
}

/**
 * Logs a failure and tells the hooks of it.
 *
 * @returns The incident: the id that the log's entry has.
 */
export function reportFailure(scene: Scene, error: unknown, { message, details }: FailureEntry): string {
  const { log, name, place, clientId } = scene;
  const incident = randomUUID();
  log.error({ err: loggableError(error), incident, member: name, ...details }, message);
  for (const onError of scene.onError)
    runHook(log, "onError", () => onError({ error, place, incident, clientId }));
  return incident;
}

/**
 * Runs a hook that watches, once what is at hand is done: an answer leaves ahead of it. What it throws is logged.
 */
export function runHook(log: FastifyBaseLogger, hook: string, run: () => unknown): void {
  Promise.resolve()
    .then(run)
    .catch((error: unknown) => log.error({ err: loggableError(error), hook }, "hook failed"));
}
