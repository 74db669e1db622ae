import { readEvent, topicCount } from "./soak-channel.js";

/** What is counted over all clients. */
export class EventCounts {
  heard = 0;
  lost = 0;
  twice = 0;
  outOfOrder = 0;
  gaps = 0;
}

interface Topic {
  /** What was sent to it when the client was told that it had joined: all that is behind that must come. */
  floor: number;
  /** The last index heard of each source. */
  readonly last: Map<number, number>;
  readonly missing: Set<number>;
}

/** Holds the replayed events that one client hears against those that it has to hear. */
export class EventLedger {
  readonly #counts: EventCounts;
  /** How many events the publisher has sent to a topic. */
  readonly #sentTo: (topic: number) => number;
  readonly #topics = new Map<number, Topic>();

  constructor(counts: EventCounts, sentTo: (topic: number) => number) {
    this.#counts = counts;
    this.#sentTo = sentTo;
  }

  get topics(): readonly number[] {
    return [...this.#topics.keys()];
  }

  joining(topic: number): void {
    this.#topics.set(topic, { floor: Number.POSITIVE_INFINITY, last: new Map(), missing: new Set() });
  }

  joined(topic: number): void {
    const joined = this.#topics.get(topic);
    if (joined) joined.floor = this.#sentTo(topic);
  }

  /** Nothing has to come any more, and what does is not looked at. */
  leave(topic: number): void {
    this.#topics.delete(topic);
  }

  hear(event: number): void {
    const { source, topic, index } = readEvent(event);
    const joined = this.#topics.get(topic);
    if (!joined) return;
    this.#counts.heard++;
    const { last, missing } = joined;
    // The first of a server's own events may be any.
    const before = last.get(source) ?? Math.min(index - 1, source < topicCount ? joined.floor : index - 1);
    if (index <= before) {
      if (!missing.delete(event)) this.#counts.twice++;
      else {
        this.#counts.lost--;
        this.#counts.outOfOrder++;
      }
      return;
    }
    for (let left = index - 1; left > before; left--) {
      missing.add(event - index + left);
      this.#counts.lost++;
    }
    last.set(source, index);
  }

  /** Something may be missing, and the client knows. */
  hearGap(): void {
    this.#counts.gaps++;
    for (const topic of this.topics) {
      this.joining(topic);
      this.joined(topic);
    }
  }

  /** How many of the publisher's events are still to come. */
  get awaited(): number {
    let awaited = 0;
    for (const [topic, { last, floor }] of this.#topics) {
      const sent = this.#sentTo(topic);
      awaited += sent - (last.get(topic) ?? Math.min(floor, sent));
    }
    return awaited;
  }
}
