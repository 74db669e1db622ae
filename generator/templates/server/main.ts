import Fastify from "fastify";
import { sockets } from "./generated/sockets.js";
import { lobbyHandlers } from "./handlers/lobby.js";

const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? "warn" } });
await app.register(sockets, { channels: { lobby: lobbyHandlers } });

const address = await app.listen({ port: Number(process.env.PORT ?? 3000) });
console.log(`Listening on ${address}. In another terminal: npm run client -- Ada`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => app.close());
}
