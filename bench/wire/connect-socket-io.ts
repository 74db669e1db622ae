import { Manager, type Socket } from "socket.io-client";

/** A Socket.IO client with a connection of its own. */
export function connectSocketIo(port: number): Promise<Socket> {
  const manager = new Manager(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    // A server that is still on its way up is met at the next attempt.
    reconnectionDelay: 50,
  });
  const socket = manager.socket("/");
  return new Promise((resolve) => socket.once("connect", () => resolve(socket)));
}
