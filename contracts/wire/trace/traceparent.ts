import type { SpanContext } from "./trace-api.js";

/** Writes where a trace goes on: https://www.w3.org/TR/trace-context/#traceparent-header */
export function writeTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${(traceFlags & 255).toString(16).padStart(2, "0")}`;
}

/** Undefined for what is none, which is no mistake of a call's. */
export function readTraceparent(text: string | undefined): SpanContext | undefined {
  const [, traceId = "", spanId = "", flags = ""] = pattern.exec(text ?? "") ?? [];
  if (!/[^0]/.test(traceId) || !/[^0]/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

const pattern = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/;
