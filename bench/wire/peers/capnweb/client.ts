import "./provide-web-socket.js";
import { once } from "node:events";
import { newWebSocketRpcSession } from "capnweb";
import { WebSocket } from "ws";
import type { Connect, PeerClient } from "../../peer.js";

/** A session's stub. */
export const connect: Connect = async (port) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, "open");
  // ws's class has all that capnweb uses of the browser's; its stub's calls are promises of these.
  const stub = newWebSocketRpcSession(socket as unknown as globalThis.WebSocket) as unknown as Omit<
    PeerClient,
    "close"
  >;
  return {
    tiny: async (input) => stub.tiny(input),
    tinyLater: async (input) => stub.tinyLater(input),
    chat: async (input) => stub.chat(input),
    list: async (input) => stub.list(input),
    close: () => socket.close(),
  };
};
