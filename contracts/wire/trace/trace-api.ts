/** What is used of the package `@opentelemetry/api`, which is handed in. */
export interface TraceApi {
  readonly trace: {
    getTracer(name: string): Tracer;
    setSpan(context: TraceContext, span: Span): TraceContext;
    setSpanContext(context: TraceContext, spanContext: SpanContext): TraceContext;
  };
  readonly context: {
    active(): TraceContext;
    with<Result>(context: TraceContext, run: () => Result): Result;
  };
}

/** OpenTelemetry's own; opaque here. */
export type TraceContext = object;

export interface Tracer {
  startSpan(name: string, options?: SpanOptions, context?: TraceContext): Span;
}

export interface SpanOptions {
  kind?: number;
  root?: boolean;
  attributes?: Record<string, string>;
  links?: { context: SpanContext }[];
}

export interface Span {
  spanContext(): SpanContext;
  setAttribute(key: string, value: string): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
}

export interface SpanContext {
  traceId: string;
  spanId: string;
  traceFlags: number;
  isRemote?: boolean;
}

/** OpenTelemetry's kinds of spans, by their numbers, which never change. */
export const spanKinds = { server: 1, client: 2, producer: 3, consumer: 4 } as const;

/** Its number for a span that has failed. */
export const failedStatus = 2;

/** What a span says of a call, an event or a stream: https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/ */
export function rpcAttributes(channel: string, member: string): Record<string, string> {
  return { "rpc.system": "wirepact", "rpc.service": channel, "rpc.method": member };
}
