import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type CallName, handlers } from "../../handlers.js";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";

/** WebSockets, JSON with ids; nothing is validated. */
export const startServer: StartServer = async () => {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  server.on("connection", (socket) => {
    socket.on("message", (data) => {
      // Nobody but the client beside it sends.
      const request = JSON.parse(String(data)) as { id: number; call: CallName; input: never };
      const value = handlers[request.call](request.input);
      if (value instanceof Promise) value.then((later) => answer(socket, request.id, later));
      else answer(socket, request.id, value);
    });
  });
  return {
    port: await listen(http),
    broadcast(pulse) {
      const text = JSON.stringify({ pulse });
      for (const client of server.clients) client.send(text);
    },
  };
};

function answer(socket: WebSocket, id: number, value: unknown): void {
  socket.send(JSON.stringify({ id, value }));
}
