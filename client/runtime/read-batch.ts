import { batchEvent } from "../../contracts/wire/index.js";

/** What takes the entries of a batch. */
export interface BatchReader {
  /** An event or, with an id, a call. */
  named(name: string, args: readonly unknown[], id?: number): void;
  /** `ok` is undefined for what is no reply. */
  reply(id: number, ok: boolean | undefined, value: unknown, error: unknown): void;
}

/** Reads what came in one frame; what is no entry is passed over, and so are batches within a batch. */
export function readBatch(entries: unknown, { named, reply }: BatchReader): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    // Not taken apart by iteration, which is slower.
    const first = entry[0];
    const second = entry[1];
    if (first < 0)
      reply(-1 - first, entry.length < 3 || (second === 0 ? false : undefined), second, entry[2]);
    else {
      const isEvent = typeof first === "string";
      const name = isEvent ? first : second;
      if (name !== batchEvent) named(name, entry.slice(isEvent ? 1 : 2), isEvent ? undefined : first);
    }
  }
}
