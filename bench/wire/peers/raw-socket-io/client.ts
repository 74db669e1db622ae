import { connectSocketIo } from "../../connect-socket-io.js";
import type { Connect } from "../../peer.js";

/** `emitWithAck`; nothing is validated. */
export const connect: Connect = async (port) => {
  const socket = await connectSocketIo(port);
  return {
    tiny: (input) => socket.emitWithAck("tiny", input),
    tinyLater: (input) => socket.emitWithAck("tinyLater", input),
    chat: (input) => socket.emitWithAck("chat", input),
    list: (input) => socket.emitWithAck("list", input),
    onPulse: (listener) => socket.on("pulse", listener),
    close: () => socket.io._close(),
  };
};
