import cluster from "node:cluster";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { requirePeer } from "../links/require-peer.js";
import { workerPackages } from "../links/served-worker.js";
import type { ClusterPrimary } from "./serve-cluster.js";
import { Workers, type WorkersOptions } from "./workers.js";

/** What {@link startPrimary} is told. */
export interface PrimaryOptions extends WorkersOptions {
  readonly host: string;
  readonly port: number;
}

/** Starts the workers, then takes connections for them. */
export async function startPrimary({ host, port, ...options }: PrimaryOptions): Promise<ClusterPrimary> {
  const { setupPrimary } = requirePeer("@socket.io/cluster-adapter", workerPackages) as {
    setupPrimary(): void;
  };
  const sticky = requirePeer("@socket.io/sticky", workerPackages) as {
    setupPrimary(server: Server, options: object): void;
  };
  // JSON, the default, has no bytes: neither those of payloads nor those of requests.
  cluster.setupPrimary({ serialization: "advanced" });
  const server = createServer();
  sticky.setupPrimary(server, { loadBalancingMethod: "least-connection" });
  setupPrimary();

  const workers = new Workers(options);
  let closing: Promise<void> | undefined;
  const end = async () => {
    for (const signal of signals) process.off(signal, onSignal);
    server.close();
    await workers.close();
    server.closeAllConnections();
  };
  const close = () => {
    closing ??= end();
    return closing;
  };
  const onSignal = () => {
    void close().then(() => process.exit());
  };
  for (const signal of signals) process.on(signal, onSignal);

  try {
    await workers.start();
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    await close();
    throw error;
  }
  // A server that listens on a port has an address.
  return { role: "primary", port: (server.address() as AddressInfo).port, close };
}

const signals: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT"];
