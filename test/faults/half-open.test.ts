import { expect, it, onTestFinished } from "vitest";
import { until } from "../server/start-arena.js";
import { startCuttingProxy } from "./cutting-proxy.js";
import { connectTill, startTill } from "./till.js";

/** Milliseconds; both sides notice after their sum. */
const heartbeat = { pingInterval: 150, pingTimeout: 150 };

it("a link that swallows all that is sent is lost after the heartbeat's time, on both sides, and replaced", async () => {
  const signals: AbortSignal[] = [];
  const farewells: unknown[] = [];
  const charged: number[] = [];
  const { port } = await startTill(
    {
      look(_input, { signal }) {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      charge({ order }) {
        charged.push(order);
        return `receipt ${order}`;
      },
      disconnect: (reason) => void farewells.push(reason),
    },
    heartbeat,
  );
  const proxy = await startCuttingProxy(port);
  const till = connectTill(proxy.url, { transports: ["websocket"] });
  onTestFinished(() => till.close());
  const look = till.call.look.safe({ order: 1 });
  await until(() => signals.length === 1);

  proxy.swallow();
  // Never arrives, and is sent again on the next connection.
  const charge = till.call.charge({ order: 2 });
  // Never arrives, which nobody can know.
  const lost = till.call.look.safe({ order: 3 });
  expect(await look).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
  expect(await lost).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
  expect(await charge).toBe("receipt 2");
  await until(() => farewells.length === 1);
  expect(farewells).toEqual(["ping timeout"]);
  expect(signals.map(({ reason }) => reason)).toMatchObject([{ code: "disconnected" }]);
  expect(charged).toEqual([2]);
});
