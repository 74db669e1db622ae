/** The arena and the hall, served by two workers: `tsx cluster-program.ts <how workers start>`. Prints the port, and pids. */
import Fastify from "fastify";
import { serveCluster } from "wirepact/cluster";
import { socketsPlugin } from "wirepact/server";
import { hallDefinition } from "../rooms/hall.js";
import { arenaDefinition } from "../server/arena.js";
import { townChannels } from "./serve-town.js";

const served = await serveCluster({
  workers: 2,
  port: 0,
  start: async () => {
    if (process.argv[2] === "fails") throw new Error("this worker cannot start");
    const app = Fastify();
    const { arena, hall } = townChannels;
    await app.register(socketsPlugin([arenaDefinition, hallDefinition]), { channels: { arena, hall } });
    app.get("/pid", async () => process.pid);
    app.post("/length", async ({ body }) => JSON.stringify(body).length);
    app.addHook("onClose", () => void process.stdout.write("closed\n"));
    return app;
  },
});
if (served.role === "primary") process.stdout.write(`port ${served.port}\n`);
