/** Plain Socket.IO clients, the same for every server. */
import { io, type Socket } from "socket.io-client";
import type { Answer, Order } from "./messages.js";

const sockets: Socket[] = [];
let missing = 0;
let expected = 0;

process.on("message", (order: Order) => {
  if (order.name === "connect") void connect(order.port, order.clients);
  if (order.name === "expect") {
    expected = order.events * sockets.length;
    missing = expected;
    tell({ expecting: expected });
  }
});
tell({ port: 0 });

/** A hundred at a time: more would wait in the server's queue of connections. */
async function connect(port: number, clients: number): Promise<void> {
  for (let opened = 0; opened < clients; opened += 100) {
    await Promise.all(Array.from({ length: Math.min(100, clients - opened) }, () => open(port)));
  }
  tell({ connected: sockets.length });
}

async function open(port: number): Promise<void> {
  const socket = io(`http://127.0.0.1:${port}/news`, { forceNew: true, transports: ["websocket"] });
  socket.on("posted", () => {
    if (--missing === 0) tell({ heard: expected });
  });
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  sockets.push(socket);
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
