import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { serveTill } from "../serve-till.js";
import { connectTill } from "./connect-till.js";

/** What became of calls that one client made at once. */
export interface Flood {
  readonly name: string;
  readonly answered: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Handlers that were at it at the same time. */
  readonly mostUnderWay: number;
}

/** Counts handlers that are at it. */
class SlowHandler {
  mostUnderWay = 0;
  #underWay = 0;
  readonly #ms: number;

  constructor(ms: number) {
    this.#ms = ms;
  }

  async look(order: number): Promise<string> {
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.#underWay);
    if (this.#ms > 0) await new Promise((resolve) => setTimeout(resolve, this.#ms));
    this.#underWay--;
    return `look ${order}`;
  }
}

/** Each handler takes so long; with 0 it answers at once. */
export async function floodWirepact(calls: number, handlerMs: number): Promise<Flood> {
  const handler = new SlowHandler(handlerMs);
  const { app, port } = await serveTill({ look: ({ order }) => handler.look(order) });
  const till = connectTill(`http://127.0.0.1:${port}`);
  await till.whenConnected();
  const refused: Record<string, number> = {};
  const results = await Promise.all(
    Array.from({ length: calls }, (_, order) => till.call.look.safe({ order }, { timeoutMs: 60_000 })),
  );
  for (const result of results) {
    if (!result.ok) refused[result.error.code] = (refused[result.error.code] ?? 0) + 1;
  }
  till.close();
  await app.close();
  const answered = results.filter(({ ok }) => ok).length;
  return { name: "wirepact", answered, refused, mostUnderWay: handler.mostUnderWay };
}

/** The same of plain Socket.IO. */
export async function floodSocketIo(calls: number, handlerMs: number): Promise<Flood> {
  const handler = new SlowHandler(handlerMs);
  const http = createServer();
  const server = new Server(http);
  server.on("connection", (socket) => {
    socket.on("look", ({ order }: { order: number }, answer: (text: string) => void) => {
      void handler.look(order).then(answer);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address.
  const socket = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    transports: ["websocket"],
  });
  const answers = await Promise.all(
    Array.from({ length: calls }, (_, order) => socket.emitWithAck("look", { order })),
  );
  socket.close();
  await server.close();
  return {
    name: "Socket.IO",
    answered: answers.length,
    refused: {},
    mostUnderWay: handler.mostUnderWay,
  };
}
