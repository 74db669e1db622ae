import type { Socket } from "socket.io-client";
import type { BatchWriter } from "../../contracts/wire/index.js";
import type { Departure } from "./departure.js";
import { writePacket } from "./socket-internals.js";

/** Puts something into a batch or, where it has memory beside its JSON or is a list, on the wire behind what is in the batch. */
export function writeDeparture(
  { name, id, text, value, memory, isError, isList }: Departure,
  batch: BatchWriter,
  socket: Socket,
  isMarked: unknown,
): void {
  if (memory >= 0 || isList) {
    batch.flush();
    const mark = isMarked ? [{ cancelId: id }] : [];
    // Whoever calls it a list has made it one.
    const values = isList ? (value as unknown[]) : name ? [value, ...mark] : [{ ok: true, value }];
    writePacket(socket, { type: name ? 2 : 3, id, data: name ? [name, ...values] : values });
  } else if (!name) batch.addReply(Number(id), isError, text);
  else if (isMarked) batch.add(JSON.stringify(name), text ?? "null", id, `,{"cancelId":${id}}`);
  else batch.add(JSON.stringify(name), text, id);
}
