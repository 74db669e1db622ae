import cluster from "node:cluster";
import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { requirePeer } from "./require-peer.js";

/** Set for workers by `serveCluster`. */
export const workerVariable = "WIREPACT_WORKER";

/** What workers need besides wirepact. */
export const workerPackages = ["@socket.io/cluster-adapter", "@socket.io/sticky"];

/** Servers that take connections from the primary process. */
const served = new WeakSet<HttpServer>();

/** Whether this process is a worker of `serveCluster`, which hands it connections. */
export function isServedWorker(): boolean {
  return cluster.isWorker && process.env[workerVariable] === "1";
}

/** Takes the connections that the primary process hands to this one. */
export function takeConnections(io: Server, httpServer: HttpServer): void {
  const { setupWorker } = requirePeer("@socket.io/sticky", workerPackages) as {
    setupWorker(servers: { readonly httpServer: HttpServer; readonly engine: unknown }): void;
  };
  setupWorker({ httpServer, engine: io.engine });
  served.add(httpServer);
}

/** Whether {@link takeConnections} was called for it. */
export function takesConnections(http: HttpServer): boolean {
  return served.has(http);
}
