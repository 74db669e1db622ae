import cluster from "node:cluster";
import type { Namespace, Server } from "socket.io";
import type { AdapterFactory } from "../bus/guard-adapter.js";
import type { OpenLink, ProcessLink } from "./process-link.js";
import { requirePeer } from "./require-peer.js";

/** What is used of an adapter of @socket.io/cluster-adapter. */
interface WorkerAdapter {
  onMessage(message: unknown): void;
  close(): void;
}

/** Marks the adapter's messages among all that a worker is sent. */
const source = "_sio_adapter";

/**
 * Joins the workers of `serveCluster`, on one machine and without any other service. In a process that is no worker it joins
 * nothing. Needs `npm install @socket.io/cluster-adapter @socket.io/sticky`.
 *
 * @see https://socket.io/docs/v4/cluster-adapter/
 */
export function clusterWorkers(): ProcessLink {
  return {
    open(): OpenLink {
      if (!cluster.isWorker) return { adapter: undefined, connect: atOnce, settle: atOnce, close() {} };
      const wanted = ["@socket.io/cluster-adapter", "@socket.io/sticky"];
      const { createAdapter } = requirePeer("@socket.io/cluster-adapter", wanted) as {
        createAdapter(): (namespace: Namespace) => WorkerAdapter;
      };
      const { setupWorker } = requirePeer("@socket.io/sticky", wanted) as {
        setupWorker(servers: { readonly httpServer: unknown; readonly engine: unknown }): void;
      };
      const inbox = new Inbox();
      return {
        adapter: inbox.adapters(createAdapter()),
        isSticky: true,
        connect: atOnce,
        settle: atOnce,
        attach: (io: Server, http) => setupWorker({ httpServer: http, engine: io.engine }),
        close: () => inbox.close(),
      };
    },
  };
}

const atOnce = async () => {};

/** Hands messages to adapters. These listen each for itself, to all messages, and never end: here it is one listener. */
class Inbox {
  readonly #byNamespace = new Map<string, WorkerAdapter>();
  readonly #take = (message: unknown) => {
    if (typeof message !== "object" || message === null || Reflect.get(message, "source") !== source) return;
    const namespace: unknown = Reflect.get(message, "nsp");
    if (typeof namespace === "string") this.#byNamespace.get(namespace)?.onMessage(message);
  };

  constructor() {
    process.on("message", this.#take);
  }

  adapters(factory: (namespace: Namespace) => WorkerAdapter): AdapterFactory {
    const byNamespace = this.#byNamespace;
    function makeAdapter(namespace: Namespace): WorkerAdapter {
      const before = new Set(process.listeners("message"));
      const adapter = factory(namespace);
      for (const listener of process.listeners("message")) {
        if (!before.has(listener)) process.off("message", listener);
      }
      byNamespace.set(namespace.name, adapter);
      const close = adapter.close.bind(adapter);
      adapter.close = () => {
        if (byNamespace.get(namespace.name) === adapter) byNamespace.delete(namespace.name);
        close();
      };
      return adapter;
    }
    // What Socket.IO calls with `new`.
    return makeAdapter as unknown as AdapterFactory;
  }

  close(): void {
    process.off("message", this.#take);
  }
}
