import type { AdapterFactory } from "../bus/guard-adapter.js";
import { redisAnswers } from "../redis-answers.js";
import { type RedisClient, redisReplay } from "../replay/redis-replay.js";
import { namedGroup } from "./link-group.js";
import type { OpenLink, ProcessLink } from "./process-link.js";
import { type RedisLike, type RedisOptions, RedisSource } from "./redis-source.js";
import { requirePeer } from "./require-peer.js";

/** Options of {@link redisStreams}. */
export interface RedisStreamsOptions extends RedisOptions {
  /** How many messages are kept for a process that lost Redis for a while, roughly. Default 10,000. */
  readonly maxMessages?: number | undefined;
}

/**
 * Joins processes through a stream in Redis, 7.0 or later: what is sent while a process has lost its connection reaches its
 * clients when it is back. Answers of idempotent calls and replayed events are kept there too, unless `answers` and
 * `replayStore` say otherwise. Needs `npm install redis @socket.io/redis-streams-adapter`.
 *
 * @see https://socket.io/docs/v4/redis-streams-adapter/
 */
export function redisStreams(options: RedisStreamsOptions = {}): ProcessLink {
  const wanted = ["redis", "@socket.io/redis-streams-adapter"];
  return redisLink(options, wanted, ({ client }, group) => {
    const { createAdapter } = requirePeer("@socket.io/redis-streams-adapter", wanted) as {
      createAdapter(client: RedisLike, options: object): AdapterFactory;
    };
    const { maxMessages: maxLen } = options;
    // Created before the connection is there: its readers wait for it.
    return createAdapter(client, {
      streamName: `${group}:events`,
      channelPrefix: group,
      sessionKeyPrefix: `${group}:session:`,
      ...(maxLen !== undefined && { maxLen }),
    });
  });
}

/**
 * Joins processes through Redis' publish and subscribe: what is sent while a process has lost its connection does not reach
 * its clients. It is what a publisher speaks (docs/publisher.md). Brings stores as {@link redisStreams} does. Needs `npm install redis @socket.io/redis-adapter`.
 *
 * @see https://socket.io/docs/v4/redis-adapter/
 */
export function redisPubSub(options: RedisOptions = {}): ProcessLink {
  const wanted = ["redis", "@socket.io/redis-adapter"];
  return redisLink(options, wanted, ({ client }, group) => {
    const { createAdapter } = requirePeer("@socket.io/redis-adapter", wanted) as {
      createAdapter(publishing: RedisLike, subscribed: RedisLike, options: object): AdapterFactory;
    };
    const subscribed = client.duplicate();
    void subscribed.connect();
    return createAdapter(client, subscribed, { key: group });
  });
}

function redisLink(
  options: RedisOptions,
  wanted: readonly string[],
  makeAdapter: (source: RedisSource, group: string) => AdapterFactory,
): ProcessLink {
  return {
    open(scene): OpenLink {
      const named = options.group === undefined ? undefined : namedGroup(options.group);
      const group = named ?? scene.group;
      const source = new RedisSource(options, scene.log, wanted);
      // What node-redis has: the form that both stores ask for.
      const client = source.client as unknown as RedisClient;
      return {
        adapter: makeAdapter(source, group),
        stores: {
          // A call is to run once over a change of contracts too; the caller's key keeps apps apart.
          answers: redisAnswers(client, { prefix: named ?? "wirepact" }),
          replayStore: redisReplay(client, { prefix: group }),
        },
        connect: () => source.connect(),
        settle: () => source.settle(),
        close: () => source.close(),
      };
    },
  };
}
