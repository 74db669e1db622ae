import type { Socket } from "socket.io-client";
import type { BatchWriter } from "../../contracts/wire/index.js";
import type { Departure } from "./departure.js";
import { writePacket } from "./socket-internals.js";

/** Puts an event or a call into a batch or, where it has memory beside its JSON or is a list, on the wire behind what is in the batch. */
export function writeDeparture(
  { name, id, text, value, memory, isList }: Departure,
  batch: BatchWriter,
  socket: Socket,
  isMarked: unknown,
): void {
  if (memory >= 0 || isList) {
    batch.flush();
    const mark = isMarked ? [{ cancelId: id }] : [];
    // Whoever calls it a list has made it one.
    writePacket(socket, { type: 2, id, data: [name, ...(isList ? (value as unknown[]) : [value, ...mark])] });
  } else {
    names[name] ??= JSON.stringify(name);
    const quoted = names[name];
    if (isMarked) batch.add(quoted, text ?? "null", id, `,{"cancelId":${id}}`);
    else batch.add(quoted, text, id);
  }
}

/** Names of contracts as JSON: made once, since there are few of them and many calls. */
const names: Record<string, string> = /* @__PURE__ */ Object.create(null);
