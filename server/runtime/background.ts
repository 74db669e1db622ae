import type { FastifyInstance } from "fastify";
import type { AppStart } from "./hooks.js";
import { reportFailure, type Scene } from "./report-failure.js";

/** Milliseconds that the app waits at its close for what `onStart` began. */
const stopMs = 2_000;

/** What {@link startBackground} runs. */
export interface Background {
  readonly onStart: (start: AppStart<object>) => unknown;
  readonly sockets: object;
  readonly scene: Scene;
}

/**
 * Runs `onStart` once the app is ready. The app's start does not wait for it; what it throws is logged.
 *
 * @returns What stops it: aborts its signal and waits until it has ended, or for two seconds.
 */
export function startBackground(
  app: FastifyInstance,
  { onStart, sockets, scene }: Background,
): () => Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const { log } = scene;
  let work: Promise<void> | undefined;

  const run = async () => {
    try {
      await onStart({ sockets, signal, log });
    } catch (error) {
      if (!isEnd(error, signal)) reportFailure(scene, error, { message: "background work failed" });
    }
  };
  app.addHook("onReady", async () => {
    if (!signal.aborted) work = run();
  });

  return async () => {
    controller.abort();
    if (work === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        log.warn(`background work has not ended ${stopMs} ms after its signal; the app closes without it`);
        resolve();
      }, stopMs);
    });
    await Promise.race([work, deadline]);
    clearTimeout(timer);
  };
}

/** Whether work has ended because it was told to: Node's own functions reject with an `AbortError` then. */
function isEnd(error: unknown, { aborted, reason }: AbortSignal): boolean {
  return aborted && (error === reason || (error instanceof Error && error.name === "AbortError"));
}
