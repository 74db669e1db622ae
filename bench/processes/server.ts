/** A server whose clients are all in one room: `server.mjs <wirepact | Socket.IO> [URL of Redis]`. */
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import fastify from "fastify";
import { createClient } from "redis";
import { Server } from "socket.io";
import {
  array,
  type ChannelDefinition,
  int,
  max,
  number,
  object,
  payloadCheck,
  type RoomMembership,
  socketsPlugin,
  string,
} from "wirepact/server";
import { listen } from "../wire/listen.js";
import type { Answer, Order } from "./messages.js";

const [kind = "", redisUrl = ""] = process.argv.slice(2);
const news = {
  id: "3f1d0c7e-9f0a-4c63-9f6a-6f2a8a1f9c11",
  text: "x".repeat(100),
  tags: ["a", "b", "c"],
  sentAt: 0,
};
/** As the generator writes it. */
const definition: ChannelDefinition = {
  name: "news",
  path: "/news",
  fingerprint: "bench",
  auth: undefined,
  errors: {},
  rooms: { topic: { key: payloadCheck(() => string()) } },
  clientToServer: {},
  serverToClient: {
    posted: {
      kind: "event",
      payload: payloadCheck(() =>
        object({ id: string(), text: string(max(200)), tags: array(string()), sentAt: number(int) }),
      ),
    },
  },
};

const { port, send } = kind === "wirepact" ? await startWirepact() : await startSocketIo();
process.on("message", (order: Order) => {
  if (order.name === "send") sendAll(order.events);
  else {
    globalThis.gc?.();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    tell({ bytes: heapUsed + external + arrayBuffers });
  }
});
tell({ port });

/** One in each turn of the event loop. */
function sendAll(events: number): void {
  if (events === 0) return;
  send();
  setImmediate(() => sendAll(events - 1));
}

async function startWirepact() {
  interface Context {
    readonly rooms: { readonly topic: (key: string) => RoomMembership<unknown, string> };
  }
  const app = fastify();
  const handlers = { connected: ({ rooms }: Context) => rooms.topic("all").join() };
  await app.register(socketsPlugin([definition]), {
    channels: { news: { channel: "news", handlers } },
    transports: ["websocket"],
    ...(redisUrl !== "" && { redis: { url: redisUrl } }),
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  interface Target {
    readonly emit: { readonly posted: (payload: typeof news) => void };
  }
  const { sockets } = app as unknown as {
    readonly sockets: { readonly news: { readonly to: { readonly topic: (key: string) => Target } } };
  };
  return { port: Number(new URL(address).port), send: () => sockets.news.to.topic("all").emit.posted(news) };
}

async function startSocketIo() {
  const http = createServer();
  const redis = redisUrl === "" ? undefined : await createClient({ url: redisUrl }).connect();
  const io = new Server(http, { transports: ["websocket"], ...(redis && { adapter: createAdapter(redis) }) });
  const namespace = io.of("/news");
  namespace.on("connection", (socket) => void socket.join("all"));
  return { port: await listen(http), send: () => void namespace.to("all").emit("posted", news) };
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
