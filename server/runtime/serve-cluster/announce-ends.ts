import cluster, { type Worker } from "node:cluster";

/** Marks the messages of @socket.io/cluster-adapter. */
const source = "_sio_adapter";
/** Socket.IO's number of the message by which an adapter says that it ends. */
const closedType = 13;

/**
 * Tells the adapters of all workers of one that ended without a word. By themselves they would wait for it for ten seconds, with
 * every question of which clients there are. Returns what stops it.
 */
export function announceEnds(): () => void {
  /** Adapters of each worker: their namespaces, by their ids. */
  const adapters = new Map<number, Map<string, string>>();
  const onMessage = (worker: Worker, message: unknown) => {
    if (typeof message !== "object" || message === null || !("source" in message)) return;
    if (message.source !== source || !("uid" in message) || !("nsp" in message)) return;
    const own = adapters.get(worker.id) ?? new Map<string, string>();
    adapters.set(worker.id, own.set(String(message.uid), String(message.nsp)));
  };
  const onExit = (worker: Worker) => {
    for (const [uid, nsp] of adapters.get(worker.id) ?? []) {
      for (const other of Object.values(cluster.workers ?? {})) {
        other?.send({ source, type: closedType, uid, nsp }, () => {});
      }
    }
    adapters.delete(worker.id);
  };
  cluster.on("message", onMessage);
  cluster.on("exit", onExit);
  return () => {
    cluster.off("message", onMessage);
    cluster.off("exit", onExit);
  };
}
