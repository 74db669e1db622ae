/** What a repeatable call is known by. */
export interface OnceId {
  /** Name of the channel. */
  readonly channel: string;
  /** Random text that one client object has for itself. */
  readonly caller: string;
  /** Counts the caller's calls, from 0. */
  readonly number: number;
  /** Calls of the caller below this number are settled: nobody will ask for their answers. */
  readonly settledBelow: number;
}

/** What comes of claiming a call. */
export type Claim =
  /** It is the claimer's to run; nobody else gets it before it is released. */
  | "claimed"
  /** Somebody else has claimed it and not kept an answer yet. */
  | "running"
  /** It is older than what its caller has settled. */
  | "settled"
  /** There is no place for another one; what is kept is too young to be forgotten. */
  | "full"
  /** The answer that was kept. */
  | { readonly answer: string };

/**
 * Remembers which idempotent calls were run and how they were answered. One that several processes share makes a call run
 * once even where its repeat comes to another process.
 *
 * An answer is kept for at least 120 seconds, unless its caller has settled it: a client repeats for 60.
 */
export interface AnswerStore {
  /** Takes a call for the claimer, if nobody has it yet; atomic. */
  claim(call: OnceId): Claim | Promise<Claim>;
  /** Keeps the answer of a call that was claimed. */
  keep(call: OnceId, answer: string): void | Promise<void>;
  /** Forgets a call that was claimed and did not run, so that its repeat may. */
  release(call: OnceId): void | Promise<void>;
}
