import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { connectLobby } from "./lobby.js";
import { startPlainServer } from "./plain-server.js";

/** What Engine.IO's server answers the probe of a WebSocket with. */
const probed = Buffer.from("3probe");
/** Milliseconds for which answers are held back. */
const holdMs = 100;

/**
 * A way to a server on which each WebSocket is cut right after its probe is answered, while the answer to the poll that
 * the client then waits for is held back.
 */
async function cutUpgrades(port: number): Promise<string> {
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    let isCut = false;
    client.pipe(upstream);
    upstream.on("data", (data) => {
      if (data.includes(probed)) {
        isCut = true;
        client.end(data);
      } else if (!isCut) setTimeout(() => client.write(data), holdMs);
    });
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    client.on("close", () => upstream.destroy());
    // Behind what is held back.
    upstream.on("close", () => setTimeout(() => client.end(), holdMs));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("a connection whose upgrade is cut half-way is lost at once, and not after the heartbeat's time", async () => {
  const server = await startPlainServer();
  onTestFinished(() => server.close());
  const client = connectLobby(await cutUpgrades(server.port));
  onTestFinished(() => client.close());
  await client.whenConnected();
  const reason = await new Promise((resolve) => {
    client.state.subscribe((state) => {
      if (state.status === "reconnecting") resolve(state.reason);
    });
  });
  expect(reason).toMatch(/^transport (error|close)$/);
});
