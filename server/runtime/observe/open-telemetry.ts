import {
  failedStatus,
  readTraceparent,
  rpcAttributes,
  spanKinds,
  type TraceApi,
} from "../../../contracts/wire/trace/index.js";
import type { ObservedMember, Observer } from "./observer.js";

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /**
   * What becomes of the trace that a client says it is in: the span of its call goes on in it (`"parent"`, the default), or
   * begins a trace of its own that links to it (`"link"`), where clients are not to say what is sampled.
   */
  readonly clients?: "parent" | "link";
}

/** Codes that are a fault of the server's: https://opentelemetry.io/docs/specs/semconv/rpc/grpc/ draws the same line. */
const faults: ReadonlySet<string> = new Set(["internal", "bad_output", "timeout"]);

/**
 * Makes a span of each call, event and stream that a handler runs for, and of each call to a client, with what the handler does
 * within it.
 *
 * @example
 * import * as api from "@opentelemetry/api";
 * await app.register(sockets, { channels, observers: [openTelemetry(api)] });
 *
 * @param api - The package [@opentelemetry/api](https://www.npmjs.com/package/@opentelemetry/api), version 1; an SDK has to be set up, else its spans are nothing.
 */
export function openTelemetry(
  { trace, context }: TraceApi,
  { clients = "parent" }: OpenTelemetryOptions = {},
): Observer {
  const tracer = trace.getTracer("wirepact");
  return {
    readsTraces: true,
    begin(member, { traceparent }) {
      const remote = readTraceparent(traceparent);
      const isLinked = clients === "link" || member.kind === "event";
      const active = context.active();
      const span = tracer.startSpan(
        `${member.channel}/${member.member}`,
        {
          kind: kindOf(member),
          attributes: rpcAttributes(member.channel, member.member),
          ...(remote && isLinked && { root: true, links: [{ context: remote }] }),
        },
        remote && !isLinked ? trace.setSpanContext(active, remote) : active,
      );
      return {
        within: (run) => context.with(trace.setSpan(active, span), run),
        end(code) {
          if (code !== "ok") span.setAttribute("error.type", code);
          if (faults.has(code)) span.setStatus({ code: failedStatus, message: code });
          span.end();
        },
      };
    },
  };
}

function kindOf({ kind, from }: ObservedMember): number {
  if (from === "server") return spanKinds.client;
  return kind === "event" ? spanKinds.consumer : spanKinds.server;
}
