import { connectSocketIo } from "../../connect-socket-io.js";
import type { Connect } from "../../peer.js";

/** zod-sockets generates types for this side, no code: plain Socket.IO. */
export const connect: Connect = async (port) => {
  const socket = await connectSocketIo(port);
  // What comes right after the connection is lost: ask until there is an answer.
  for (let isThere = false; !isThere; ) {
    isThere = await socket
      .timeout(200)
      .emitWithAck("tiny", { a: 1, b: 1 })
      .then(
        () => true,
        () => false,
      );
  }
  return {
    tiny: (input) => socket.emitWithAck("tiny", input),
    tinyLater: (input) => socket.emitWithAck("tinyLater", input),
    chat: (input) => socket.emitWithAck("chat", input),
    list: (input) => socket.emitWithAck("list", input),
    onPulse: (listener) => socket.on("pulse", listener),
    close: () => socket.io._close(),
  };
};
