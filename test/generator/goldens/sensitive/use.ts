import assert from "node:assert/strict";
import Fastify from "fastify";
import { middleware } from "wirepact/server";
import { connectVault } from "./client/vault.js";
import { sockets } from "./server/sockets.js";
import { implementVault } from "./server/vault.js";

/** What is sensitive reaches the handler whole, and middleware knows it redacted. */
export async function use(): Promise<void> {
  const seen: unknown[] = [];
  const vault = implementVault({
    rooms: { safe: { mayJoin: () => false } },
    store: ({ password }) => ({ name: "Ada", recovery: password }),
    verify() {},
    whisper() {},
    both() {},
    async *pour() {},
  });
  const watching = middleware({
    name: "watching",
    after: (_context, run, output) => void seen.push(run.redactedInput, run.redactOutput(output)),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { vault }, use: [watching] });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = connectVault(url, { params: { tenant: "acme" }, auth: { user: "Ada", token: "open" } });
  const shared = { name: "Ada", password: "hush", cards: [], notes: new Map(), contact: { place: "here" } };
  try {
    const { recovery } = await client.call.store({ ...shared, answers: { where: "there" } });
    assert.equal(recovery, "hush");
    assert.deepEqual(seen, [
      { ...shared, password: "[redacted]", answers: "[redacted]" },
      { name: "Ada", recovery: "[redacted]" },
    ]);
  } finally {
    client.close();
    await app.close();
  }
}
