import type { Socket } from "socket.io";
import { TokenBucket } from "../../../contracts/wire/index.js";
import type { Limits } from "./limits.js";

/** Milliseconds within which one line of the log is enough, and over which a flood is measured. */
const spellMs = 1_000;
/** How many times the bucket a connection has to send in vain within a spell to be far above its limit. */
const floodFactor = 10;
/** Spells of that kind, one behind the other, that end a connection: 5,000 entries at once are none, going on is. */
const patience = 3;

/** What is to be done about entries that were refused. */
export interface Notice {
  /** How many there are since the last notice. */
  readonly count: number;
  /** The client does not stop: its connection is to be closed. */
  readonly isFlood: boolean;
}

/** What one connection has used of its limits, on all its channels: numbers, no timer and no entry for each call. */
export class ConnectionBudget extends TokenBucket {
  /** Calls of members without a limit of their own that are not answered yet. */
  callsInFlight = 0;
  /** In a namespace, or on the way into it. */
  readonly sockets = new Set<Socket>();
  readonly #limits: Limits;
  #refused: Refused | undefined;

  constructor(limits: Limits) {
    super();
    this.#limits = limits;
  }

  /** Counts an entry that was refused; gives a notice where it is time for one. */
  countRefused(nowMs: number): Notice | undefined {
    this.#refused ??= { unsaid: 0, saidAtMs: -spellMs, sinceMs: nowMs, inSpell: 0, floods: 0 };
    const refused = this.#refused;
    const elapsedMs = nowMs - refused.sinceMs;
    if (elapsedMs >= spellMs) {
      // A spell without anything lies between them.
      if (elapsedMs >= 2 * spellMs) refused.floods = 0;
      refused.floods = refused.inSpell > this.#floodsAt ? refused.floods + 1 : 0;
      refused.sinceMs = nowMs;
      refused.inSpell = 0;
    }
    refused.inSpell++;
    refused.unsaid++;
    const isFlood = refused.floods >= patience;
    if (!isFlood && nowMs - refused.saidAtMs < spellMs) return undefined;
    return this.#notice(refused, nowMs, isFlood);
  }

  /** What was not told of yet when the connection ends. */
  takeUnsaid(nowMs: number): Notice | undefined {
    const refused = this.#refused;
    return refused?.unsaid ? this.#notice(refused, nowMs, false) : undefined;
  }

  get #floodsAt(): number {
    return floodFactor * (this.#limits.rate?.burst ?? Number.POSITIVE_INFINITY);
  }

  #notice(refused: Refused, nowMs: number, isFlood: boolean): Notice {
    const { unsaid: count } = refused;
    refused.unsaid = 0;
    refused.saidAtMs = nowMs;
    return { count, isFlood };
  }
}

/** Entries that were refused. */
interface Refused {
  /** Since the last notice. */
  unsaid: number;
  saidAtMs: number;
  /** Since when those of this spell are counted. */
  sinceMs: number;
  inSpell: number;
  /** Spells with far too many that lie right before this one. */
  floods: number;
}
