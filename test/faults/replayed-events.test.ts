import { expect, it, vi } from "vitest";
import { waitOptions } from "../client/plain-server.js";
import { startCuttingProxy } from "./cutting-proxy.js";
import { connectFeed, startFeed } from "./start-feed.js";

/** `FAULT_COUNT=10000` for the whole measure. */
const events = Number(process.env.FAULT_COUNT ?? 2_000);

it("replayed events through a connection that is cut every 200 ms: none lost, none twice, in order", async () => {
  const { port, sockets } = await startFeed();
  const proxy = await startCuttingProxy(port);
  const client = connectFeed(proxy.url);
  const heard: number[] = [];
  const gaps: unknown[] = [];
  client.on.posted((n) => heard.push(n));
  client.on.posted.gap((gap) => gaps.push(gap));
  await client.call.join("news");
  const stopCutting = proxy.cutEvery(200);

  // A millisecond each, so that the whole takes at least ten cuts; to the room and to everybody by turns.
  for (let n = 0; n < events; n++) {
    (n % 2 === 0 ? sockets.to.topic("news") : sockets.all).emit.posted(n);
    sockets.to.topic("sports").emit.posted(-n);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  stopCutting();
  await vi.waitFor(() => expect(heard.at(-1)).toBe(events - 1), waitOptions);

  expect(proxy.cuts).toBeGreaterThanOrEqual(5);
  expect(gaps).toEqual([]);
  expect(heard).toEqual(Array.from({ length: events }, (_, n) => n));
}, 120_000);
