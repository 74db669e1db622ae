import { createServer } from "node:http";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";
import { router } from "./router.js";

/** tRPC over WebSockets. */
export const startServer: StartServer = async () => {
  const http = createServer();
  applyWSSHandler({ wss: new WebSocketServer({ server: http }), router });
  return { port: await listen(http) };
};
