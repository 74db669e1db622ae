import { type Hello, helloEvent, onceEvent } from "../../contracts/wire/index.js";
import {
  failedStatus,
  rpcAttributes,
  type Span,
  spanKinds,
  type TraceApi,
  writeTraceparent,
} from "../../contracts/wire/trace/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Trace } from "./client-types.js";
import type { Departure } from "./departure.js";

/**
 * Makes a span of each call and stream, from its beginning to its end, and of each event that is sent. A server that traces goes on with
 * them: its spans are their children, those of events are linked.
 *
 * @example
 * import * as api from "@opentelemetry/api";
 * const chat = connectChat(url, { trace: openTelemetry(api) });
 *
 * @param api - The package [@opentelemetry/api](https://www.npmjs.com/package/@opentelemetry/api), version 1; an SDK has to be set up, else its spans are nothing.
 */
export function openTelemetry({ trace, context }: TraceApi): Trace {
  const tracer = trace.getTracer("wirepact");
  return (connection, channel) => {
    const { depart, withdraw } = connection;
    const attempts = new WeakMap<Departure, Attempt>();
    const readsTraces = followHello(connection);

    const startSpan = (departure: Departure): Span => {
      const member = memberOf(departure);
      const kind = departure.receive ? spanKinds.client : spanKinds.producer;
      const options = { kind, attributes: rpcAttributes(channel, member) };
      return tracer.startSpan(`${channel}/${member}`, options, context.active());
    };
    const begin = (departure: Departure) => {
      const known = attempts.get(departure);
      if (known?.isOver === false) return;
      const span = startSpan(departure);
      // What is sent again is followed already.
      if (known) Object.assign(known, { span, isOver: false });
      else {
        const attempt: Attempt = { span, isOver: false };
        attempts.set(departure, attempt);
        mark(departure, () => (readsTraces() ? attempt.span : undefined));
        if (departure.receive) follow(departure, (code) => end(departure, code));
      }
    };
    const end = (departure: Departure, code?: unknown) => {
      const attempt = attempts.get(departure);
      if (!attempt || attempt.isOver) return;
      attempt.isOver = true;
      if (code !== undefined) {
        attempt.span.setAttribute("error.type", String(code));
        attempt.span.setStatus({ code: failedStatus, message: String(code) });
      }
      attempt.span.end();
    };

    connection.depart = (departure) => {
      if (!isTraced(departure)) {
        depart(departure);
        return;
      }
      begin(departure);
      try {
        depart(departure);
      } catch (error) {
        end(departure, Object(error).code);
        throw error;
      }
      if (!departure.receive) end(departure);
    };
    connection.withdraw = (departure, code) => {
      withdraw(departure, code);
      end(departure, code);
    };
  };
}

/** A departure's span; what is sent again has one for each time. */
interface Attempt {
  span: Span;
  isOver: boolean;
}

/** Neither replies nor what belongs to something that is traced already. */
function isTraced({ name, receive }: Departure): boolean {
  return Boolean(receive) || (name !== "" && !name.startsWith("$"));
}

function memberOf({ name, value }: Departure): string {
  return name === onceEvent ? String(Object(value)[3]) : name;
}

/** Whether the server has said, on the connection that there is, that it reads traces. */
function followHello({ receivers, state }: ChannelConnection): () => boolean {
  let readsTraces = false;
  const receive = receivers[helloEvent];
  receivers[helloEvent] = (args, socket) => {
    receive?.(args, socket);
    readsTraces = (Object(args[0]) as Hello).traces === true;
  };
  state.subscribe(({ status }) => {
    if (status !== "connected") readsTraces = false;
  });
  return () => readsTraces;
}

/**
 * Puts the mark behind the payload, as it is written: what waits may leave on another connection. What has no text travels on
 * its own and is not marked, nor is a list of arguments, or an optional payload that is left out.
 */
function mark(departure: Departure, spanNow: () => Span | undefined): void {
  if (departure.memory >= 0 || departure.isList) return;
  // Of a call, whose check says that there might have been one; an event does not say.
  const isLeftOut = !departure.receive || Object(departure).pending?.shape.input;
  let { text } = departure;
  Object.defineProperty(departure, "text", {
    get: () => {
      const span = text !== undefined || !isLeftOut ? spanNow() : undefined;
      if (!span) return text;
      return `${text ?? "null"},{"traceparent":"${writeTraceparent(span.spanContext())}"}`;
    },
    set: (value: string | undefined) => {
      text = value;
    },
  });
}

/** Tells how a call ends that is answered, or whose connection does. */
function follow(departure: Departure, onEnd: (code: unknown) => void): void {
  const { receive, end } = departure;
  Object.assign(departure, {
    receive(...reply: Parameters<NonNullable<typeof receive>>) {
      const [ok, , error] = reply;
      onEnd(ok === false ? Object(error).code : undefined);
      receive?.apply(departure, reply);
    },
    end(...ending: Parameters<NonNullable<typeof end>>) {
      onEnd(ending[0].code);
      end?.apply(departure, ending);
    },
  });
}
