import "./provide-web-socket.js";
import { createServer } from "node:http";
import { newWebSocketRpcSession, RpcTarget } from "capnweb";
import { WebSocketServer } from "ws";
import type { ChatCall, TinyCall } from "../../../loads/payloads.js";
import { handlers } from "../../handlers.js";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";

/** The loads as a capability; nothing is validated. */
export class Loads extends RpcTarget {
  tiny(input: TinyCall) {
    return handlers.tiny(input);
  }
  tinyLater(input: TinyCall) {
    return handlers.tinyLater(input);
  }
  chat(input: ChatCall) {
    return handlers.chat(input);
  }
  list(input: { page: number }) {
    return handlers.list(input);
  }
}

/** Cap'n Web over WebSockets. */
export const startServer: StartServer = async () => {
  const http = createServer();
  new WebSocketServer({ server: http }).on("connection", (socket) => {
    // ws's class has all that capnweb uses of the browser's.
    newWebSocketRpcSession(socket as unknown as WebSocket, new Loads());
  });
  return { port: await listen(http) };
};
