import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A server that says Engine.IO's and Socket.IO's hello, and then what it is told to. */
export interface HostileServer {
  readonly url: string;
  /** Sends a frame to the client that came last; nothing while there is none. */
  send(frame: string | Buffer): void;
  /** How many connections there have been. */
  readonly connections: number;
  /** What the client sent since it connected, its packets for namespaces. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  let last: WebSocket | undefined;
  let received: string[] = [];
  let connections = 0;
  sockets.on("connection", (socket) => {
    last = socket;
    received = [];
    connections++;
    socket.on("error", () => undefined); // a client that has enough of it may just be gone
    socket.send('0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}');
    socket.on("message", (data) => {
      const text = String(data);
      received.push(text);
      const [, namespace] = /^40(\/[a-z]+),/.exec(text) ?? [];
      if (namespace) socket.send(`40${namespace},{"sid":"b"}`);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    send: (frame) => last?.send(frame),
    get connections() {
      return connections;
    },
    get received() {
      return received;
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
