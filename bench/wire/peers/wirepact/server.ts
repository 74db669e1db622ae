import fastify from "fastify";
import { implementChecks } from "../../../loads/generated/server/checks.js";
import { implementLoads } from "../../../loads/generated/server/loads.js";
import { sockets } from "../../../loads/generated/server/sockets.js";
import { handlers } from "../../handlers.js";
import type { StartServer } from "../../peer.js";

/** The generated server on Fastify: everything is validated. */
export const startServer: StartServer = async () => {
  const app = fastify();
  const loads = implementLoads({
    tiny: (input) => handlers.tiny(input),
    tinyLater: (input) => handlers.tinyLater(input),
    chat: (input) => handlers.chat(input),
    list: (input) => handlers.list(input),
  });
  const checks = implementChecks({ tiny() {}, chat() {}, list() {} });
  await app.register(sockets, {
    channels: { loads, checks },
    // As no other stack limits anything; docs/limits.md has the defaults.
    limits: { perSecond: false, maxInFlight: false, maxBytes: false },
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    port: Number(new URL(address).port),
    broadcast: (pulse) => app.sockets.loads.all.emit.pulse(pulse),
  };
};
