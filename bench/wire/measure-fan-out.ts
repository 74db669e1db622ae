import { interleave, type Samples } from "../measure/interleave.js";
import type { Scale } from "../measure/scale.js";
import type { RunningPeer } from "./start-peers.js";

/** Events delivered per second, when one is sent to every listener in each turn of the server's event loop. */
export async function measureFanOut(peers: readonly RunningPeer[], scale: Scale): Promise<Samples<number>> {
  for (const { server, client } of peers) {
    await client.ask("connect", { port: server.port, clients: scale.listeners });
  }
  // A second's worth at most, and no less than a few turns.
  const events = Math.max(5, Math.round(scale.roundMs / 8));
  const subjects = peers.map(({ name, server, client }) => [
    name,
    async () => {
      await client.ask("listen", { events });
      const start = performance.now();
      const heard = client.ask("heard", {});
      await server.ask("broadcast", { events });
      await heard;
      return (events * scale.listeners) / ((performance.now() - start) / 1_000);
    },
  ]);
  const samples = await interleave<number>(Object.fromEntries(subjects), {
    rounds: scale.rounds,
    warmUpRounds: 1,
  });
  for (const { server, client } of peers) await client.ask("connect", { port: server.port, clients: 1 });
  return samples;
}
