import { pulse } from "../loads/payloads.js";
import type { StartServer } from "./peer.js";
import { answerParent } from "./requests.js";

/** A server's process: starts it, says its port to the parent, and answers what it asks. */
export async function serve(startServer: StartServer): Promise<void> {
  const server = await startServer();
  answerParent({
    cpu() {
      const { user, system } = process.cpuUsage();
      return { cpuMs: (user + system) / 1_000 };
    },
    memory() {
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return { bytes: heapUsed + external };
    },
    async broadcast({ events }) {
      for (let seq = 0; seq < events; seq++) {
        server.broadcast?.(pulse(seq));
        await new Promise((resolve) => setImmediate(resolve));
      }
      return {};
    },
  });
  process.send?.({ port: server.port });
}
