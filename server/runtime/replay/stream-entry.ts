import type { ReplayEntry } from "./replay-store.js";

/** An entry of a stream as Redis gives it: its id, and its fields and values by turns. */
export type StreamEntry = readonly [id: string, fields: readonly string[]];

/** An entry, and the offset of the one of the same event before it. */
export interface ChainedEntry extends ReplayEntry {
  readonly previous: number;
}

export function toReplayEntry(name: string, [id, fields]: StreamEntry): ChainedEntry {
  const values = new Map<string, string>();
  for (let index = 0; index + 1 < fields.length; index += 2) {
    values.set(fields[index] ?? "", fields[index + 1] ?? "");
  }
  const list = (field: string): readonly string[] => JSON.parse(values.get(field) ?? "[]");
  return {
    offset: Number.parseInt(id, 10),
    name,
    rooms: list("rooms"),
    except: list("except"),
    body: values.get("body") ?? "",
    previous: Number(values.get("previous")),
  };
}
