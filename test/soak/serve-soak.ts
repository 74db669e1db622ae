import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { type RoomMembership, socketsPlugin } from "wirepact/server";
import type { FeedTarget } from "../faults/feed.js";
import { soakDefinition } from "./soak-channel.js";

/** A server of the channel that Redis joins to the others. */
export interface SoakServer {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly sockets: FeedTarget;
  /** Streams whose handlers are at it. */
  readonly openStreams: number;
}

interface Context {
  readonly rooms: { readonly topic: (key: string) => RoomMembership<unknown, string> };
}

/** Milliseconds that a handler, and an item of a stream, takes. */
const handlerMs = 10;

/** Tells each run of `charge` and `look` before it does anything. */
export async function serveSoak(
  url: string,
  { port = 0, tell = () => {} }: { readonly port?: number; readonly tell?: (run: string) => void } = {},
): Promise<SoakServer> {
  let openStreams = 0;
  const run = async (name: string, order: number) => {
    tell(`${name} ${order}`);
    await pause();
    return `${name} ${order}`;
  };
  const handlers = {
    charge: ({ order }: { readonly order: number }) => run("charge", order),
    print: () => undefined,
    look: ({ order }: { readonly order: number }) => run("look", order),
    join: (topic: string, { rooms }: Context) => rooms.topic(topic).join(),
    leave: (topic: string, { rooms }: Context) => rooms.topic(topic).leave(),
    async *count(to: number) {
      openStreams++;
      try {
        for (let item = 0; item < to; item++) {
          await pause();
          yield item;
        }
        return to;
      } finally {
        openStreams--;
      }
    },
  };
  const app = Fastify();
  await app.register(socketsPlugin([soakDefinition]), {
    channels: { soak: { channel: "soak", handlers } },
    transports: ["websocket"],
    redis: { url, group: "soak" },
    sticky: true,
  });
  await app.listen({ host: "127.0.0.1", port });
  return {
    app,
    // A server that listens on a port has an address.
    port: (app.server.address() as AddressInfo).port,
    // The decoration is typed by generated code only.
    sockets: (app as unknown as { readonly sockets: { readonly soak: FeedTarget } }).sockets.soak,
    get openStreams() {
      return openStreams;
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, handlerMs);
  });
}
