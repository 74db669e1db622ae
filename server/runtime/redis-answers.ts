import type { AnswerStore, OnceId } from "./answer-store.js";

/** What is used of a client of the package `redis` (node-redis), which the application connects and closes. */
export interface RedisCommands {
  sendCommand(args: readonly string[]): Promise<unknown>;
}

/** Options of {@link redisAnswers}. */
export interface RedisAnswersOptions {
  /** What all keys begin with; default `wirepact`. */
  readonly prefix?: string;
}

/** Seconds; a client repeats for half of them. */
const keepSeconds = "120";

/**
 * Keeps answers in Redis, 7.0 or later: an idempotent call runs once even where its repeat comes to another process, or to
 * one that was restarted.
 *
 * @see https://redis.io/docs/latest/commands/set/
 */
export function redisAnswers(
  client: RedisCommands,
  { prefix = "wirepact" }: RedisAnswersOptions = {},
): AnswerStore {
  const keyOf = ({ channel, caller, number }: OnceId) => `${prefix}:answer:${channel}:${caller}:${number}`;
  return {
    async claim(call) {
      const known = await client.sendCommand(["SET", keyOf(call), "", "NX", "GET", "EX", keepSeconds]);
      if (known === null) return "claimed";
      return known === "" ? "running" : { answer: String(known) };
    },
    async keep(call, answer) {
      await client.sendCommand(["SET", keyOf(call), answer, "EX", keepSeconds]);
    },
    async release(call) {
      await client.sendCommand(["DEL", keyOf(call)]);
    },
  };
}
