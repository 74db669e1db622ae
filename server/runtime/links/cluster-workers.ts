import cluster from "node:cluster";
import type { Namespace } from "socket.io";
import type { AdapterFactory } from "../bus/guard-adapter.js";
import type { OpenLink, ProcessLink } from "./process-link.js";
import { requirePeer } from "./require-peer.js";
import { workerPackages } from "./served-worker.js";

/** What is used of an adapter of @socket.io/cluster-adapter. */
interface WorkerAdapter {
  onMessage(message: unknown): void;
  close(): void;
}

/** Marks the adapter's messages among all that a worker is sent. */
const source = "_sio_adapter";

/**
 * Joins the workers of `serveCluster`, on one machine and without any other service; it is what they take where neither
 * `adapter` nor `redis` is given. In a process that is no worker it joins nothing. Needs
 * `npm install @socket.io/cluster-adapter @socket.io/sticky`.
 *
 * @see https://socket.io/docs/v4/cluster-adapter/
 */
export function clusterWorkers(): ProcessLink {
  return {
    open(): OpenLink {
      if (!cluster.isWorker) return { adapter: undefined, connect: atOnce, settle: atOnce, close() {} };
      const { createAdapter } = requirePeer("@socket.io/cluster-adapter", workerPackages) as {
        createAdapter(): (namespace: Namespace) => WorkerAdapter;
      };
      const inbox = new Inbox();
      return {
        adapter: inbox.adapters(createAdapter()),
        connect: atOnce,
        settle: atOnce,
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
