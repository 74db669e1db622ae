import type { FastifyBaseLogger } from "fastify";
import type { AnswerStore } from "../answer-store.js";
import type { AdapterFactory } from "../bus/guard-adapter.js";
import type { ReplayStore } from "../replay/replay-store.js";

/**
 * What joins the processes of an app: `redisStreams({ url })`, `redisPubSub({ url })` or `clusterWorkers()`. It is opened and
 * closed with the app.
 */
export interface ProcessLink {
  /** @internal */
  open(scene: LinkScene): OpenLink;
}

/** What a link is opened with. */
export interface LinkScene {
  /** Names the app and its contracts: what does not share it does not hear it. */
  readonly group: string;
  readonly log: FastifyBaseLogger;
}

/** A link while the app runs. */
export interface OpenLink {
  /** Undefined where this process is alone. */
  readonly adapter: AdapterFactory | undefined;
  /** Stores over the same connection, where there is one. */
  readonly stores?: { readonly answers: AnswerStore; readonly replayStore: ReplayStore };
  /** Settles when others can be told; rejects with a {@link StartupError}. */
  connect(): Promise<void>;
  /** Settles when they are heard, on every namespace that is there by now. */
  settle(): Promise<void>;
  close(): void;
}

/** Whether what stands under `adapter` is a link, and no adapter of Socket.IO's. */
export function isProcessLink(adapter: unknown): adapter is ProcessLink {
  return typeof adapter === "object" && adapter !== null && "open" in adapter;
}
