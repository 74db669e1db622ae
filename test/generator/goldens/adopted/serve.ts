import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Server } from "socket.io";
import { splitContext } from "wirepact/server";
import { implementBoard } from "./server/board.js";
import { implementCustom } from "./server/custom.js";
import { implementMain } from "./server/main.js";
import { attachSockets, sockets } from "./server/sockets.js";

/** What Socket.IO's own suite for its protocol asks of a server. */
const channels = {
  main: implementMain({
    connected: ({ auth, emit }) => emit.auth(auth),
    message(...given) {
      const [args, { emit }] = splitContext(given);
      emit["message-back"](...args);
    },
    "message-with-ack": (...given) => splitContext(given)[0],
  }),
  custom: implementCustom({ connected: ({ auth, emit }) => emit.auth(auth) }),
  board: implementBoard({
    move: () => undefined,
    "place-piece": () => true,
    count() {
      throw new Error("nobody can count");
    },
    find: (piece) => [piece.length, 2],
    clear: () => undefined,
    guess: (text, times) => text.length === times,
    async play({ call, emit }) {
      const chosen = await call.choose("a", "b");
      const [, to] = await call.span(4);
      emit["piece moved"](chosen, to + (await call.rate("x", 1, 2)));
    },
  }),
};

/** Serves it on a server of Socket.IO's. */
export function attach(io: Server, log: FastifyBaseLogger): void {
  attachSockets(io, { channels, log });
}

/** Serves it on Fastify. */
export async function register(app: FastifyInstance): Promise<void> {
  await app.register(sockets, { channels });
}
