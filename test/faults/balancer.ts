import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/**
 * Starts a TCP load balancer before servers of this machine, and gives its address: each connection goes to the next port, or
 * to the one behind it where nobody listens. It ends with the test.
 */
export async function startBalancer(ports: readonly number[]): Promise<string> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    open.add(client);
    client.setNoDelay(true);
    client.on("error", () => client.destroy());
    client.on("close", () => open.delete(client));
    // What the client says meanwhile waits in its socket.
    void dial(ports, turn++).then((upstream) => {
      if (!upstream || client.destroyed) {
        client.destroy();
        upstream?.destroy();
        return;
      }
      upstream.setNoDelay(true);
      upstream.on("error", () => client.destroy());
      upstream.on("close", () => client.destroy());
      client.on("close", () => upstream.destroy());
      client.pipe(upstream);
      upstream.pipe(client);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  });
  // A server that listens on a port has an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function dial(ports: readonly number[], turn: number): Promise<Socket | undefined> {
  for (const [index] of ports.entries()) {
    const upstream = connect(ports[(turn + index) % ports.length] ?? 0, "127.0.0.1");
    try {
      await once(upstream, "connect");
      return upstream;
    } catch {
      // Nobody listens there now.
    }
  }
  return undefined;
}
