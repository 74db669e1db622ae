import type { Socket } from "socket.io-client";
import type { BatchWriter } from "../../contracts/wire/index.js";
import type { Departure } from "./departure.js";
import { writePacket } from "./socket-internals.js";

/** Puts something into a batch or, where it has memory beside its JSON, on the wire behind what is in the batch. */
export function writeDeparture(
  { name, id, text, value, memory, isError }: Departure,
  batch: BatchWriter,
  socket: Socket,
  isMarked: unknown,
): void {
  if (memory >= 0) {
    batch.flush();
    const mark = isMarked ? [{ cancelId: id }] : [];
    writePacket(
      socket,
      name ? { type: 2, id, data: [name, value, ...mark] } : { type: 3, id, data: [{ ok: true, value }] },
    );
  } else if (!name) batch.addReply(Number(id), isError, text);
  else if (isMarked) batch.add(JSON.stringify(name), text ?? "null", id, `,{"cancelId":${id}}`);
  else batch.add(JSON.stringify(name), text, id);
}
