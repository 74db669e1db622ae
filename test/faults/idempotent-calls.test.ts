import { expect, it, onTestFinished } from "vitest";
import { startCuttingProxy } from "./cutting-proxy.js";
import { connectTill, startTill } from "./till.js";

/** `FAULT_COUNT=10000` for the whole measure. */
const calls = Number(process.env.FAULT_COUNT ?? 2_000);
/** So many at a time, each for so long: the whole takes at least ten cuts. */
const atOnce = 10;
const handlerMs = 10;

it("idempotent calls through a connection that is cut every 200 ms: none lost, none run twice", async () => {
  const runs = new Map<number, number>();
  const { port } = await startTill({
    async charge({ order }) {
      runs.set(order, (runs.get(order) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, handlerMs));
      return `receipt ${order}`;
    },
  });
  const proxy = await startCuttingProxy(port);
  const till = connectTill(proxy.url);
  onTestFinished(() => till.close());
  const stopCutting = proxy.cutEvery(200);

  const receipts: string[] = [];
  let next = 0;
  const work = async () => {
    for (let order = next++; order < calls; order = next++) {
      receipts[order] = await till.call.charge({ order }, { timeoutMs: 15_000 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  stopCutting();

  expect(proxy.cuts).toBeGreaterThanOrEqual(5);
  expect(receipts).toEqual(Array.from({ length: calls }, (_, order) => `receipt ${order}`));
  expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
  expect(runs.size).toBe(calls);
}, 120_000);
