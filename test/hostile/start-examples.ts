import Fastify, { type FastifyInstance } from "fastify";
import { implementChat } from "../../server/generated/chat.js";
import { sockets } from "../../server/generated/sockets.js";
import { implementWhiteboard } from "../../server/generated/whiteboard.js";

/** A server of both example contracts whose handlers take everything, and count it. */
export interface Examples {
  readonly app: FastifyInstance;
  readonly url: string;
  /** How often each handler has run, by its name. */
  readonly runs: Map<string, number>;
}

const message = {
  id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  conversation: "lobby",
  author: "Ada",
  text: "hi",
  sentAt: "2026-01-01T00:00:00Z",
};

/** @param onRun - Told of each run: the handler's name and what it was given. */
export async function startExamples(onRun?: (name: string, input: unknown) => void): Promise<Examples> {
  const runs = new Map<string, number>();
  const note = (name: string, input: unknown) => {
    runs.set(name, (runs.get(name) ?? 0) + 1);
    onRun?.(name, input);
  };
  const chat = implementChat({
    join(input) {
      note("join", input);
      return { id: "lobby", people: [], messages: [] };
    },
    leave: (input) => note("leave", input),
    postMessage(input) {
      note("postMessage", input);
      return message;
    },
    typing: (input) => note("typing", input),
  });
  const whiteboard = implementWhiteboard({
    rooms: { board: { mayJoin: () => true } },
    async *history(input) {
      note("history", input);
      yield* [];
    },
    async draw(input, parts) {
      note("draw", input);
      for await (const part of parts) note("draw item", part);
    },
    clear: (input) => note("clear", input),
    moveCursor: (input) => note("moveCursor", input),
  });
  const app = Fastify();
  // Payloads are what is tried here, not patience.
  const limits = { perSecond: false, maxInFlight: false, maxRooms: false } as const;
  await app.register(sockets, { channels: { chat, whiteboard }, limits });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return { app, url: app.listeningOrigin, runs };
}
