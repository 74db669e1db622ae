import type { Socket } from "socket.io-client";
import { addReply, type BatchWriter } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Answer, Departure } from "./departure.js";
import { writePacket } from "./socket-internals.js";

/** Gives what the server calls a way to answer; a channel that it does not call has none. */
export function answerCalls(connection: ChannelConnection): void {
  connection.acknowledge ??= (id) => {
    const answer = (reply: Answer) => {
      if (connection.isReady()) connection.depart({ ...reply, name: "", id, write: writeReply });
    };
    return Object.assign(answer, { id });
  };
}

function writeReply(
  { id, text, value, memory, isError, isList }: Departure,
  batch: BatchWriter,
  socket: Socket,
): void {
  if (memory < 0 && !isList) addReply(batch, Number(id), isError, text);
  else {
    batch.flush();
    // Whoever calls it a list has made it one.
    writePacket(socket, { type: 3, id, data: isList ? value : [{ ok: true, value }] });
  }
}
