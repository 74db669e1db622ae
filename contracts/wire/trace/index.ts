export {
  failedStatus,
  rpcAttributes,
  type Span,
  type SpanContext,
  type SpanOptions,
  spanKinds,
  type TraceApi,
  type TraceContext,
  type Tracer,
} from "./trace-api.js";
export { readTraceparent, writeTraceparent } from "./traceparent.js";
