import type { FastifyBaseLogger } from "fastify";
import type { ChannelDefinition } from "../../../contracts/wire/index.js";
import { type AdapterFactory, guardedAdapters } from "../bus/guard-adapter.js";
import type { ChannelsOptions } from "../open-channels.js";
import type { WirepactOptions } from "../server-types.js";
import { StartupError } from "../startup-error.js";
import { clusterWorkers } from "./cluster-workers.js";
import { groupOf } from "./link-group.js";
import { isProcessLink, type OpenLink } from "./process-link.js";
import { redisStreams } from "./redis-links.js";
import { isServedWorker } from "./served-worker.js";

/** How this process is joined to others. */
export interface Joined {
  /** The options, with what the link brings where they do not say otherwise. */
  readonly stores: Pick<WirepactOptions, "answers" | "replayStore">;
  /** Guarded. */
  readonly adapter: AdapterFactory | undefined;
  /** There where wirepact opens the link, and closes it. */
  readonly link: OpenLink | undefined;
}

/** Opens what `adapter` and `redis` ask for. Throws a {@link StartupError}. */
export function joinProcesses(
  definitions: readonly ChannelDefinition[],
  { adapter, redis, answers, replayStore, sticky }: WirepactOptions,
  log: FastifyBaseLogger,
  transports?: readonly unknown[],
): Joined {
  if (adapter !== undefined && redis !== undefined) {
    throw new StartupError(
      "WP_TWO_LINKS",
      "`adapter` and `redis` both join processes. Take one out: `redis: { … }` is `adapter: redisStreams({ … })`.",
    );
  }
  const asked =
    adapter ?? (redis && redisStreams(redis)) ?? (isServedWorker() ? clusterWorkers() : undefined);
  const isSticky = sticky ?? isServedWorker();
  const own = { ...(answers && { answers }), ...(replayStore && { replayStore }) };
  if (!isProcessLink(asked)) {
    return {
      stores: own,
      adapter: asked && guarded(asked, log, { transports, sticky: isSticky }),
      link: undefined,
    };
  }
  const link = asked.open({ group: groupOf(definitions), log });
  return {
    stores: { ...link.stores, ...own },
    adapter: link.adapter && guarded(link.adapter, log, { transports, sticky: isSticky }),
    link,
  };
}

/** The options without what {@link joinProcesses} has read of them. */
export function withoutLinks({
  adapter: _adapter,
  redis: _redis,
  ...rest
}: ChannelsOptions): ChannelsOptions {
  return rest;
}

interface Transports {
  readonly transports: readonly unknown[] | undefined;
  readonly sticky: boolean | undefined;
}

function guarded(
  adapter: AdapterFactory,
  log: FastifyBaseLogger,
  { transports, sticky }: Transports,
): AdapterFactory {
  const polls = transports === undefined || transports.includes("polling");
  if (polls && sticky !== true) {
    log.warn(
      "an adapter joins several processes and clients may poll: each client's requests have to come to one process. " +
        'Make what is in front of them keep clients where they are and say so with `sticky: true`, or set `transports: ["websocket"]` (docs/scaling.md)',
    );
  }
  return guardedAdapters(adapter, log);
}
