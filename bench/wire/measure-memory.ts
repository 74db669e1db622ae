import type { Scale } from "../measure/scale.js";
import { startPeers, stopPeers } from "./start-peers.js";

/**
 * Bytes of the server's heap and buffers for a connection that is only there. Each stack starts anew, so that nothing
 * is left over from another load.
 */
export async function measureIdleMemory(
  names: readonly string[],
  scale: Scale,
): Promise<Readonly<Record<string, number>>> {
  const bytes: Record<string, number> = {};
  for (const name of names) {
    const peers = await startPeers([name]);
    try {
      for (const { server, client } of peers) {
        // What a first connection loads and makes is no cost of the others.
        await client.ask("connect", { port: server.port, clients: 10 });
        const before = await server.ask("memory", {});
        await client.ask("connect", { port: server.port, clients: scale.idle + 10 });
        const after = await server.ask("memory", {});
        bytes[name] = (after.bytes - before.bytes) / scale.idle;
      }
    } finally {
      await stopPeers(peers);
    }
  }
  return bytes;
}
