import type { ObservedMember, ServerState } from "./observer.js";
import type { PromClient, PromCounter, PromGauge, PromHistogram, PromOptions } from "./prom-client.js";
import type { PromMetricsOptions } from "./prom-metrics.js";

/** Every metric of ours, by what it counts. */
export interface PromFamilies {
  readonly accepted: PromCounter;
  readonly disconnected: PromCounter;
  readonly refused: PromCounter;
  readonly sent: PromCounter;
  readonly streamsOpen: PromGauge;
  readonly callSeconds: PromHistogram;
  readonly clientCallSeconds: PromHistogram;
  /** Where it is counted how runs of a member ended. */
  outcomes(member: ObservedMember): PromCounter;
}

/** Of a local reply to one that takes all of its default deadline. */
const defaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Registers the metrics. Gauges that need no counting are read from `states` as somebody scrapes. */
export function makePromFamilies(
  { Counter, Gauge, Histogram, register }: PromClient,
  { registry = register, prefix = "wirepact_", buckets = defaultBuckets }: PromMetricsOptions,
  states: ReadonlySet<() => ServerState>,
): PromFamilies {
  const of = (name: string, help: string, ...labelNames: string[]): PromOptions => ({
    name: `${prefix}${name}`,
    help,
    labelNames,
    // What a user gives as the registry is prom-client's own.
    registers: [registry as never],
  });
  const counter = (...values: Parameters<typeof of>) => new Counter(of(...values));
  const histogram = (...values: Parameters<typeof of>) =>
    new Histogram({ ...of(...values), buckets: [...buckets] });

  const connections = new Gauge({
    ...of("connections", "Clients that are connected now.", "channel"),
    collect: () => {
      connections.reset();
      for (const [channel, count] of sumConnections(states)) connections.labels(channel).set(count);
    },
  });
  const outgoing = new Gauge({
    ...of("outgoing_bytes", "Bytes that wait to be taken by the network."),
    collect: () => {
      let bytes = 0;
      for (const state of states) bytes += state().outgoingBytes;
      outgoing.labels().set(bytes);
    },
  });

  const who = ["channel", "member", "code"];
  const calls = counter("calls_total", "Calls of clients, by what they were answered.", ...who);
  const events = counter("events_received_total", "Events of clients, by what became of them.", ...who);
  const streams = counter("streams_total", "Streams of clients that are over, by how.", ...who);
  const clientCalls = counter("client_calls_total", "Calls to clients, by their answer.", ...who);
  return {
    accepted: counter("connections_total", "Clients that were let in.", "channel"),
    disconnected: counter("disconnections_total", "Clients that left, by why.", "channel", "reason"),
    refused: counter("refused_connections_total", "Clients that were not let in.", "channel", "code"),
    sent: counter("events_sent_total", "Events sent, each once for all receivers.", "channel", "member"),
    streamsOpen: new Gauge(of("streams_open", "Streams that are open now.", "channel", "member")),
    callSeconds: histogram(
      "call_duration_seconds",
      "From a handler's beginning to the answer.",
      "channel",
      "member",
    ),
    clientCallSeconds: histogram(
      "client_call_duration_seconds",
      "From a call to a client to its answer.",
      "channel",
      "member",
    ),
    outcomes: ({ kind, from }) => {
      if (from === "server") return clientCalls;
      return kind === "call" ? calls : kind === "event" ? events : streams;
    },
  };
}

/** A channel without anybody is 0; one whose app has closed is not there. */
function sumConnections(states: ReadonlySet<() => ServerState>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const state of states) {
    for (const [channel, count] of state().connections) sums.set(channel, (sums.get(channel) ?? 0) + count);
  }
  return sums;
}
