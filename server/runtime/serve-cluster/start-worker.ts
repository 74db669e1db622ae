import type { FastifyInstance } from "fastify";
import { takesConnections } from "../links/served-worker.js";
import { StartupError } from "../startup-error.js";
import { closeMessage, readyMessage } from "./messages.js";
import type { ClusterWorker } from "./serve-cluster.js";

/** Readies the app, and ends with it when the primary process or a signal says so. */
export async function startWorker(
  start: () => FastifyInstance | Promise<FastifyInstance>,
): Promise<ClusterWorker> {
  const release = keepEarlyConnections();
  const app = await start();
  await app.ready();
  if (!takesConnections(app.server)) {
    throw new StartupError(
      "WP_NOT_SERVED",
      "The app that `start` gave has no sockets: register the generated plugin on it, and do not let it listen.",
    );
  }
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    // What fails to close has been logged by the app.
    void app.close().finally(() => process.exit());
  };
  process.on("message", (message) => {
    if (message === closeMessage) end();
  });
  // The primary process is gone: nobody hands out connections any more.
  process.once("disconnect", end);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
  process.send?.(readyMessage);
  release();
  return { role: "worker", app };
}

/** Connections that come before the app is ready, where no other worker is there to take them. */
function keepEarlyConnections(): () => void {
  const early: (readonly [message: unknown, handle: unknown])[] = [];
  const keep = (message: unknown, handle: unknown) => {
    const type: unknown =
      typeof message === "object" && message !== null ? Reflect.get(message, "type") : undefined;
    if (typeof type === "string" && type.startsWith("sticky:")) early.push([message, handle]);
  };
  process.on("message", keep);
  return () => {
    process.off("message", keep);
    for (const values of early) Reflect.apply(process.emit, process, ["message", ...values]);
  };
}
