import { createServer } from "node:http";
import { Server } from "socket.io";
import { handlers } from "../../handlers.js";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";

/** Socket.IO as it comes; nothing is validated. What all others are compared with. */
export const startServer: StartServer = async () => {
  const http = createServer();
  const io = new Server(http);
  io.on("connection", (socket) => {
    socket.on("tiny", (input, acknowledge) => acknowledge(handlers.tiny(input)));
    socket.on("tinyLater", async (input, acknowledge) => acknowledge(await handlers.tinyLater(input)));
    socket.on("chat", (input, acknowledge) => acknowledge(handlers.chat(input)));
    socket.on("list", (input, acknowledge) => acknowledge(handlers.list(input)));
  });
  return {
    port: await listen(http),
    broadcast(pulse) {
      io.emit("pulse", pulse);
    },
  };
};
