import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectQuiet } from "./client/quiet.js";
import { implementQuiet } from "./server/quiet.js";
import { sockets } from "./server/sockets.js";

/** Connects to a channel on which nothing is said. */
export async function use(): Promise<void> {
  const app = Fastify();
  await app.register(sockets, { channels: { quiet: implementQuiet({}) } });
  const client = connectQuiet(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    await client.whenConnected();
    assert.equal(client.state.value.status, "connected");
  } finally {
    client.close();
    await app.close();
  }
}
