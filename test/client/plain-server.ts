import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type ServerOptions, type Socket } from "socket.io";

/** Plain Socket.IO, without our code: tests act out the wire on it. */
export interface PlainServer {
  readonly url: string;
  readonly port: number;
  readonly io: Server;
  /** Sockets of `/lobby`, in the order in which they came. */
  readonly sockets: Socket[];
  /** The latest one, once there is one more than `after`. */
  socket(after?: number): Promise<Socket>;
  /** Engine.IO connections that are open now. */
  connections(): number;
  close(): Promise<void>;
}

export async function startPlainServer(options: Partial<ServerOptions> = {}, port = 0): Promise<PlainServer> {
  const http = createServer();
  const io = new Server(http, options);
  const sockets: Socket[] = [];
  const comers = new EventEmitter();
  io.of("/lobby").on("connection", (socket) => {
    sockets.push(socket);
    comers.emit("comer");
  });
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const address = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    io,
    sockets,
    async socket(after = 0) {
      const signal = AbortSignal.timeout(waitOptions.timeout);
      // Told, not looked for: what waits for it binds its listeners before the client hears that it is connected.
      while (sockets.length <= after) await once(comers, "comer", { signal });
      return sockets[sockets.length - 1] as Socket;
    },
    connections: () => io.engine.clientsCount,
    async close() {
      http.closeAllConnections();
      await io.close();
    },
  };
}

/** For conditions: looked at often, given up late. */
export const waitOptions = { timeout: 5_000, interval: 5 };
