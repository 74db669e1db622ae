import Fastify, { type FastifyInstance } from "fastify";
import { io as connectIo, type Socket } from "socket.io-client";
import { onTestFinished, vi } from "vitest";
import type { ConnectOptions } from "wirepact/client";
import type { SocketServerOptions } from "wirepact/server";
import type { AnyMiddleware } from "../../server/runtime/middleware-of.js";
import {
  connectHall,
  type HallClient,
  type HallHandlers,
  type HallSockets,
  hallPlugin,
  implementHall,
} from "./hall.js";

/** What `connect` returns here. */
export interface Guest {
  readonly guest: string;
}

/** A hall on a free port of 127.0.0.1, and guests; all end with the test. */
export interface Hall {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly sockets: HallSockets;
  /** A generated client, not waited for. */
  enter(name: string, options?: ConnectOptions): HallClient;
  /** A plain Socket.IO client, not waited for. */
  enterPlain(name: string): Socket;
  /** Ends the connections of these guests, or of all, in a way after which generated clients come back by themselves. */
  cut(...guests: readonly string[]): void;
}

export async function startHall(
  handlers: Partial<HallHandlers<Guest>> = {},
  options: SocketServerOptions & {
    readonly port?: number;
    readonly ofChannel?: readonly AnyMiddleware[];
  } = {},
): Promise<Hall> {
  const { port = 0, ofChannel = [], ...serverOptions } = options;
  const app = Fastify();
  const hall = implementHall<Guest>({
    connect: ({ auth }) => ({ guest: auth.name }),
    rooms: { table: { mayJoin: () => true }, corner: { mayJoin: () => true } },
    ...handlers,
  });
  const middleware = ofChannel.map((each) => ({ middleware: each, members: [] }));
  await app.register(hallPlugin, { channels: { hall: { ...hall, middleware } }, ...serverOptions });
  const url = await app.listen({ port, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  // The decoration is typed by generated code only.
  const { hall: all } = (app as unknown as { readonly sockets: { readonly hall: HallSockets } }).sockets;
  return {
    app,
    url,
    sockets: all,
    enter(name, connectOptions) {
      const client = connectHall(url, { auth: { name }, ...connectOptions });
      onTestFinished(() => client.close());
      return client;
    },
    enterPlain(name) {
      const socket = connectIo(`${url}/hall`, { forceNew: true, transports: ["websocket"], auth: { name } });
      onTestFinished(() => {
        socket.close();
      });
      return socket;
    },
    cut(...guests) {
      for (const { conn, handshake } of all.namespace.sockets.values()) {
        if (guests.length === 0 || guests.includes(handshake.auth.name)) conn.close();
      }
    },
  };
}

interface Stateful<State extends { readonly status: string }> {
  subscribe(listener: (state: State) => void): () => void;
}

/** Every state that an observable has from now on. */
export function statesOf<State extends { readonly status: string }>(observable: Stateful<State>): string[] {
  const states: string[] = [];
  observable.subscribe(({ status }) => states.push(status));
  return states;
}

/** Settles when an observable next comes to a state. */
export function comesTo<State extends { readonly status: string }>(
  observable: Stateful<State>,
  status: State["status"],
): Promise<void> {
  return new Promise((resolve) => {
    const stop = observable.subscribe((state) => {
      if (state.status !== status) return;
      stop();
      resolve();
    });
  });
}

/** Waits until `claim` throws no more. */
export function soon(claim: () => void): Promise<void> {
  return vi.waitFor(claim, { timeout: 5_000, interval: 5 });
}
