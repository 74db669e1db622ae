import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP proxy that cuts connections wherever they are: in the middle of a handshake, of a frame, of an answer. */
export interface CuttingProxy {
  /** Its own address, for clients. */
  readonly url: string;
  /** How many connections it has cut. */
  readonly cuts: number;
  /** Cuts whatever is open now. What is on its way is lost, in both directions. */
  cut(): void;
  /** What is open now stays open, and nothing that is sent on it arrives any more. */
  swallow(): void;
  /** Leads new connections to another port. */
  forwardTo(port: number): void;
  /** Cuts so often until the returned function is called. */
  cutEvery(periodMs: number): () => void;
}

/** Starts a proxy before a server of this machine, on a free port; it ends with the test. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  let cuts = 0;
  let target = port;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    const pair = [client, upstream];
    const close = () => {
      for (const socket of pair) {
        open.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of pair) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", close);
      socket.on("close", close);
    }
    client.pipe(upstream);
    upstream.pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const cut = () => {
    cuts += open.size / 2;
    for (const socket of [...open]) socket.destroy();
  };
  onTestFinished(async () => {
    cut();
    server.close();
    await once(server, "close");
  });
  return {
    // A server that listens on a port has an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    cut,
    swallow() {
      for (const socket of open) {
        socket.unpipe();
        // Read, so that nobody notices.
        socket.resume();
      }
    },
    forwardTo(next) {
      target = next;
    },
    cutEvery(periodMs) {
      const timer = setInterval(cut, periodMs);
      const stop = () => clearInterval(timer);
      onTestFinished(stop);
      return stop;
    },
  };
}
