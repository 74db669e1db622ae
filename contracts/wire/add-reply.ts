import type { BatchWriter } from "./batch-writer.js";

/** Adds a reply to what leaves together: the value of a call that went well, or its error; JSON. */
export function addReply(
  batch: BatchWriter,
  id: number,
  isError: boolean | undefined,
  content: string | undefined,
): void {
  const rest = content === undefined ? "" : `,${content}`;
  let frame = "";
  if (batch.isFirst(rest.length)) {
    const key = isError ? '{"ok":false,"error":' : '{"ok":true,"value":';
    frame = `3${batch.address}${id}[${rest === "" ? '{"ok":true' : key + content}}]`;
  }
  batch.push(`[${-1 - id}${isError ? ",0" : ""}${rest}]`, frame);
}
