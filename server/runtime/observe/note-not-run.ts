import { onceEvent } from "../../../contracts/wire/index.js";
import type { Connection } from "../connection.js";
import { nameOfOnce } from "../receive-once.js";

/** Tells observers of what a client sent and no handler ran for. */
export function noteNotRun(
  { channel }: Connection,
  [first, payload]: readonly unknown[],
  { id, code }: { readonly id: number | undefined; readonly code: string },
): void {
  const { watch, members, definition } = channel;
  if (watch === undefined) return;
  const name = String(first);
  const member = members.get(name === onceEvent ? nameOfOnce(payload) : name);
  const kind = id === undefined ? "event" : "call";
  watch.notRun(member?.observed ?? watch.unknown(definition.name, kind), code);
}
