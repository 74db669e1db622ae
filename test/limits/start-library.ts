// A channel whose answers and events are far larger than what asks for them.
import Fastify, { type FastifyInstance } from "fastify";
import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import {
  type ChannelDefinition,
  fromContract,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { z } from "zod";
import { openRaw, type RawClient } from "../server/raw-client.js";

const any = fromContract(z.unknown());

export const libraryDefinition: ChannelDefinition = {
  name: "library",
  path: "/library",
  fingerprint: "f1",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: { page: { kind: "call", input: any, output: any, errors: {} } },
  serverToClient: {
    news: { kind: "event", payload: any },
    tick: { kind: "event", payload: any, volatile: true },
  },
};

export const page = "x".repeat(2_000);

/** Events to everybody who is in. */
export interface LibraryEvents {
  readonly news: (payload: unknown) => void;
  readonly tick: (payload: unknown) => void;
}

/** One line of the server's log. */
export interface LogLine {
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface Library {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly log: readonly LogLine[];
  readonly emit: LibraryEvents;
  /** How many pages were read out. */
  readonly pages: () => number;
  /** Why clients were gone, in order. */
  readonly gone: readonly string[];
  /** A plain Socket.IO client, connected. */
  readonly join: (options?: object) => Promise<Socket>;
  /** A client in frames, joined. */
  readonly joinRaw: (auth?: object) => Promise<RawClient>;
}

/** A server with the library on a free port of 127.0.0.1; ends with the test. */
export async function startLibrary(
  options: SocketServerOptions = {},
  fastify: object = {},
): Promise<Library> {
  const log: LogLine[] = [];
  const gone: string[] = [];
  let pages = 0;
  const app = Fastify({
    logger: { level: "info", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
    ...fastify,
  });
  const handlers = {
    page: () => {
      pages++;
      return page;
    },
    disconnect: (reason: string) => void gone.push(reason),
  };
  await app.register(socketsPlugin([libraryDefinition]), {
    channels: { library: { channel: "library", handlers } },
    ...options,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  // The decoration is typed by generated code only, which the tests write by hand.
  const { sockets } = app as unknown as { sockets: { library: { all: { emit: LibraryEvents } } } };
  return {
    app,
    url,
    log,
    emit: sockets.library.all.emit,
    pages: () => pages,
    gone,
    async join(socketOptions = {}) {
      const socket = io(`${url}/library`, {
        forceNew: true,
        transports: ["websocket"],
        reconnection: false,
        ...socketOptions,
      });
      onTestFinished(() => void socket.close());
      await new Promise<void>((resolve, reject) => {
        socket.on("connect", resolve);
        socket.on("connect_error", reject);
      });
      return socket;
    },
    async joinRaw(auth) {
      const client = await openRaw(url);
      client.send(`40/library,${auth === undefined ? "" : JSON.stringify(auth)}`);
      await client.next();
      return client;
    },
  };
}
