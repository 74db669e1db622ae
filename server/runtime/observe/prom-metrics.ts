import type { ObservedMember, Observer, RunObserver, ServerState } from "./observer.js";
import type { PromClient } from "./prom-client.js";
import { makePromFamilies, type PromFamilies } from "./prom-families.js";

/** Options of {@link promMetrics}. */
export interface PromMetricsOptions {
  /** Where the metrics are registered; default: `client.register`, that of the process. */
  readonly registry?: object;
  /** What their names begin with; default `wirepact_`. */
  readonly prefix?: string;
  /** Upper bounds of the histograms, in seconds; default: from 1 ms to 10 s, the time that a call has where nothing else is said. */
  readonly buckets?: readonly number[];
}

/**
 * Counts what the server does for Prometheus: docs/operations.md lists the metrics. Make it once for each registry; several
 * apps of a process may share it.
 *
 * @example
 * import * as client from "prom-client";
 * await app.register(sockets, { channels, observers: [promMetrics(client)] });
 *
 * @param client - The package [prom-client](https://github.com/siimon/prom-client), version 15, or what looks like it.
 * @throws Error of prom-client's where the registry has metrics of these names already.
 */
export function promMetrics(client: PromClient, options: PromMetricsOptions = {}): Observer {
  const states = new Set<() => ServerState>();
  const families = makePromFamilies(client, options, states);
  const meters = new WeakMap<ObservedMember, Meter>();
  const meterOf = (member: ObservedMember) => {
    const known = meters.get(member);
    if (known !== undefined) return known;
    const made = new Meter(families, member);
    meters.set(member, made);
    return made;
  };
  return {
    open: (state) => {
      states.add(state);
      return () => states.delete(state);
    },
    connected: (channel) => families.accepted.labels(channel).inc(),
    disconnected: (channel, reason) => families.disconnected.labels(channel, reason).inc(),
    refusedClient: (channel, code) => families.refused.labels(channel, code).inc(),
    begin: (member) => meterOf(member).begin(),
    notRun: (member, code) => meterOf(member).count(code),
    sent: ({ channel, member }) => families.sent.labels(channel, member).inc(),
  };
}

/** A member's own counters, which are looked up once. */
class Meter {
  readonly #families: PromFamilies;
  readonly #member: ObservedMember;
  readonly #codes = new Map<string, { inc(): void }>();
  readonly #seconds: { observe(value: number): void } | undefined;
  readonly #open: { inc(): void; dec(): void } | undefined;

  constructor(families: PromFamilies, observed: ObservedMember) {
    const { channel, member, kind, from } = observed;
    this.#families = families;
    this.#member = observed;
    if (kind === "call") {
      const seconds = from === "client" ? families.callSeconds : families.clientCallSeconds;
      this.#seconds = seconds.labels(channel, member);
    }
    if (kind === "stream") this.#open = families.streamsOpen.labels(channel, member);
  }

  begin(): RunObserver {
    const startedAtMs = performance.now();
    this.#open?.inc();
    return {
      end: (code) => {
        this.#open?.dec();
        this.#seconds?.observe((performance.now() - startedAtMs) / 1_000);
        this.count(code);
      },
    };
  }

  /** Codes are of closed lists. */
  count(code: string): void {
    let counter = this.#codes.get(code);
    if (counter === undefined) {
      const { channel, member } = this.#member;
      counter = this.#families.outcomes(this.#member).labels(channel, member, code);
      this.#codes.set(code, counter);
    }
    counter.inc();
  }
}
