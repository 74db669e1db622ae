import Fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { socketPair } from "wirepact/testing";
import { connectStudio } from "../generator/goldens/streams/client/studio.js";
import { sockets } from "../generator/goldens/streams/server/sockets.js";
import { implementStudio } from "../generator/goldens/streams/server/studio.js";
import { type Handlers, idleHandlers } from "./start-studio.js";

async function openPair(handlers: Partial<Handlers>) {
  const app = Fastify();
  await app.register(sockets, { channels: { studio: implementStudio({ ...idleHandlers, ...handlers }) } });
  const pair = await socketPair({ app });
  onTestFinished(() => pair.close());
  return pair;
}

it("runs streams in memory as it does over the network", async () => {
  const pair = await openPair({
    async draw(_board, items) {
      let count = 0;
      for await (const _stroke of items) count++;
      return count;
    },
  });
  const client = pair.connect(connectStudio);
  const texts: string[] = [];
  for await (const text of client.stream.echo(Array.from({ length: 300 }, String))) texts.push(text);

  expect(texts).toHaveLength(300);
  expect(await client.stream.draw("lobby", [])).toBe(0);
});

it("ends streams when a client is dropped", async () => {
  const ended: string[] = [];
  const pair = await openPair({
    async *ticks({ signal }) {
      try {
        for (let tick = 0; ; tick++) yield tick;
      } finally {
        ended.push(signal.reason.code);
      }
    },
  });
  const client = pair.connect(connectStudio);
  const ticks = client.stream.ticks();
  await ticks.next();
  await pair.drop(client);

  await expect(ticks.result).rejects.toMatchObject({ code: "disconnected" });
  expect(ended).toEqual(["disconnected"]);
});
