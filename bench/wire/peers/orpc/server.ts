import { createServer } from "node:http";
import { RPCHandler } from "@orpc/server/ws";
import { WebSocketServer } from "ws";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";
import { router } from "./router.js";

/** oRPC over WebSockets. */
export const startServer: StartServer = async () => {
  const http = createServer();
  const handler = new RPCHandler(router);
  new WebSocketServer({ server: http }).on("connection", (socket) => {
    handler.upgrade(socket);
  });
  return { port: await listen(http) };
};
