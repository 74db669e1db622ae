import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, expect, it } from "vitest";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

// Why wirepact reads a Blob before Socket.IO sees it: where this fails, Socket.IO has learnt to wait.
it.each(["websocket", "polling"])(
  "a Blob ends Socket.IO's connection in Node, over %s",
  async (transport) => {
    const http = createServer();
    const server = new Server(http, { serveClient: false });
    stops.push(() => server.close());
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    // Listening on a port, not on a pipe.
    const { port } = http.address() as AddressInfo;
    const received: unknown[] = [];
    const ended = new Promise<string>((resolve) => {
      server.on("connection", (socket) => {
        socket.onAny((...args) => received.push(args));
        socket.on("disconnect", resolve);
      });
    });
    const client = io(`http://127.0.0.1:${port}`, { transports: [transport], reconnection: false });
    stops.push(() => client.close());
    client.emit("file", new Blob(["bytes"]));
    await expect(ended).resolves.toBe("forced close");
    expect(received).toEqual([]);
  },
);
