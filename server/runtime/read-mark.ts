/** What stands behind a payload, and belongs to the packet. */
export interface Mark {
  /** By which the caller withdraws the call. */
  readonly cancelId: number | undefined;
  /** Where the caller's trace goes on; any text. */
  readonly traceparent: string | undefined;
}

/** What is said by a packet that has none. */
export const noMark: Mark = { cancelId: undefined, traceparent: undefined };

/** Undefined for what is no mark. */
export function readMark(value: unknown): Mark | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("cancelId" in value) && !("traceparent" in value)) return undefined;
  // What a trace says is for whoever reads it, and never a reason to refuse a call.
  const { cancelId, traceparent } = value as { readonly [Key in keyof Mark]?: unknown };
  if (cancelId !== undefined && !isId(cancelId)) return undefined;
  return { cancelId, traceparent: typeof traceparent === "string" ? traceparent : undefined };
}

/** The same for what is never withdrawn by a mark. */
export function readTrace(value: unknown): Mark | undefined {
  const mark = readMark(value);
  return mark?.cancelId === undefined ? mark : undefined;
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
