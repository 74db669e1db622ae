import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A TCP load balancer before servers of this machine. */
export interface Balancer {
  /** Its own address, for clients. */
  readonly url: string;
  /** How many connections it has cut. */
  readonly cuts: number;
  /** Cuts about such a share of what is open now. What is on its way is lost, in both directions. */
  cut(share: number): void;
  close(): Promise<void>;
}

/** Starts a balancer: each connection goes to the next port, or to the one behind it where nobody listens. */
export async function serveBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let cuts = 0;
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
  return {
    // A server that listens on a port has an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    cut(share) {
      for (const socket of open) {
        if (Math.random() >= share) continue;
        cuts++;
        socket.destroy();
      }
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
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
