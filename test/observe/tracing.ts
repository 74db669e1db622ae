import * as api from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, vi } from "vitest";

export { api };

/** Waits until `condition` holds. */
async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000, interval: 5 });
}

const exporter = new InMemorySpanExporter();
api.trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

/** Spans that have ended since the last look, by their names and kinds: `client till/look`. */
export function takeSpans(): Readonly<Record<string, ReadableSpan[]>> {
  const spans: Record<string, ReadableSpan[]> = {};
  for (const span of exporter.getFinishedSpans()) {
    const key = `${api.SpanKind[span.kind]?.toLowerCase()} ${span.name}`;
    spans[key] = [...(spans[key] ?? []), span];
  }
  exporter.reset();
  return spans;
}

/** The same, once there are some of these names. */
export async function awaitSpans(names: readonly string[]): Promise<ReturnType<typeof takeSpans>> {
  const all: Record<string, ReadableSpan[]> = {};
  await until(() => {
    for (const [name, spans] of Object.entries(takeSpans())) all[name] = [...(all[name] ?? []), ...spans];
    return names.every((name) => name in all);
  });
  return all;
}

/** Which trace a span is in, what it is a child of, and what it links to. */
export function placeOf(span: ReadableSpan | undefined) {
  const { traceId, spanId } = span?.spanContext() ?? {};
  const links = span?.links.map(({ context }) => context.spanId);
  return { traceId, spanId, parentId: span?.parentSpanContext?.spanId, links };
}

/** A span's code, and whether it counts as failed. */
export function endOf(span: ReadableSpan | undefined) {
  return {
    code: span?.attributes["error.type"],
    hasFailed: span?.status.code === api.SpanStatusCode.ERROR,
  };
}
