import type { FastifyBaseLogger } from "fastify";
import type { Namespace, ServerOptions } from "socket.io";
import { spansProcesses } from "../spans-processes.js";
import { BusGuard } from "./bus-guard.js";
import { type ClusterLike, guardClusterAdapter } from "./guard-cluster-adapter.js";
import { guardRedisAdapter, type RedisAdapterLike } from "./guard-redis-adapter.js";

/** What makes a namespace's adapter: a class or a function, which Socket.IO calls with `new`. */
export type AdapterFactory = NonNullable<ServerOptions["adapter"]>;

const guards = new WeakMap<object, BusGuard>();

/** The same adapters, guarded; those of all namespaces, for a message to any of them could end the process. */
export function guardedAdapters(factory: AdapterFactory, log: FastifyBaseLogger): AdapterFactory {
  function makeAdapter(namespace: Namespace): object {
    // Socket.IO's type knows the bare adapter only.
    const adapter: object = new (factory as unknown as new (namespace: Namespace) => object)(namespace);
    guardAdapter(adapter, namespace, log);
    return adapter;
  }
  // What Socket.IO calls with `new`.
  return makeAdapter as unknown as AdapterFactory;
}

/**
 * Guards one adapter, once. Undefined for one that does not reach other processes, or that is made in another way than
 * Socket.IO's own are.
 */
export function guardAdapter(
  adapter: object,
  namespace: Namespace<never, never, never, unknown>,
  log: FastifyBaseLogger,
): BusGuard | undefined {
  const known = guards.get(adapter);
  if (known !== undefined || !spansProcesses(adapter)) return known;
  const guard = new BusGuard(log.child({ namespace: namespace.name }));
  if (hasMethods(adapter, ["onMessage", "onResponse", "publish", "publishResponse", "broadcast"])) {
    // Whether connections are recovered is an option of the whole server.
    const recovers = namespace.server._opts.connectionStateRecovery !== undefined;
    // Its methods have just been looked at.
    guardClusterAdapter(adapter as unknown as ClusterLike, guard, recovers);
  } else if (hasMethods(adapter, ["onmessage", "onrequest", "onresponse", "publishResponse"])) {
    guardRedisAdapter(adapter as unknown as RedisAdapterLike, guard);
  } else return undefined;
  guards.set(adapter, guard);
  return guard;
}

function hasMethods(adapter: object, names: readonly string[]): boolean {
  return names.every((name) => typeof Reflect.get(adapter, name) === "function");
}
