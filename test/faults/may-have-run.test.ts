import { describe, expect, expectTypeOf, it, onTestFinished } from "vitest";
import { isSystemFailure, isWireError, type SystemFailure } from "wirepact/client";
import { firstOpenCode, type RunCode, systemCodes, type UnrunCode } from "../../contracts/wire/index.js";
import { startCuttingProxy } from "./cutting-proxy.js";
import { type Runs, spawnTill } from "./spawn-till.js";
import { connectTill, startTill, type TillClient } from "./till.js";

/** `FAULT_COUNT=10000` for the whole measure. */
const count = Number(process.env.FAULT_COUNT ?? 2_000);
/** So many at a time: half of them wait for a connection, half fail without one. */
const atOnce = 10;

/** How calls that are not idempotent ended. */
interface Outcomes {
  readonly answered: readonly number[];
  readonly unrun: readonly number[];
  readonly unknown: readonly number[];
}

/** Makes one call after the other through clients of both sorts, until there were `count` of them and `isOver` says so. */
async function callAll(url: string, isOver: () => boolean = () => true): Promise<Outcomes> {
  const options = { transports: ["websocket"] } as const;
  const clients = [connectTill(url, options), connectTill(url, { ...options, whileDisconnected: "fail" })];
  onTestFinished(() => {
    for (const client of clients) client.close();
  });
  const outcomes = { answered: [] as number[], unrun: [] as number[], unknown: [] as number[] };
  let next = 0;
  const work = async ({ call }: TillClient) => {
    while (next < count || !isOver()) {
      const order = next++;
      const result = await call.look.safe({ order });
      if (result.ok) outcomes.answered.push(order);
      else {
        expect(isWireError(result.error) && isSystemFailure(result.error)).toBe(true);
        outcomes[result.error.mayHaveRun ? "unknown" : "unrun"].push(order);
        // Else the whole count is used up while there is no connection.
        if (!result.error.mayHaveRun) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, index) => work(clients[index % 2] as TillClient)));
  // What was sent and not answered has arrived by now, or never will.
  for (const client of clients) {
    await client.whenConnected();
    await client.call.look.safe({ order: -1 });
  }
  const ended = outcomes.answered.length + outcomes.unrun.length + outcomes.unknown.length;
  expect(ended).toBe(next);
  return outcomes;
}

describe("whether a call that failed may have run", () => {
  it("is never denied of one that did, through a connection that is cut every 200 ms", async () => {
    const runs = new Map<number, number>();
    const { port } = await startTill({
      async look({ order }) {
        runs.set(order, (runs.get(order) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return `order ${order}`;
      },
    });
    const proxy = await startCuttingProxy(port);
    const stopCutting = proxy.cutEvery(200);
    const { answered, unrun, unknown } = await callAll(proxy.url, () => {
      if (proxy.cuts < 5) return false;
      stopCutting();
      return true;
    });

    expect(proxy.cuts).toBeGreaterThanOrEqual(5);
    expect(unrun.filter((order) => runs.has(order))).toEqual([]);
    expect(answered.filter((order) => runs.get(order) !== 1)).toEqual([]);
    expect(unknown.filter((order) => (runs.get(order) ?? 0) > 1)).toEqual([]);
    // Each sort has been there: else nothing was proven.
    for (const orders of [answered, unrun, unknown]) expect(orders.length).toBeGreaterThan(0);
  }, 120_000);

  it("is never denied of one that did, on a server that is killed three times", async () => {
    const runs: Runs = new Map();
    let till = await spawnTill(runs);
    const { port } = till;
    let kills = 0;
    const outcomes = callAll(`http://127.0.0.1:${port}`, () => kills === 3);
    for (; kills < 3; kills++) {
      const before = runs.size;
      while (runs.size < before + 100) await new Promise((resolve) => setTimeout(resolve, 5));
      await till.end("SIGKILL");
      till = await spawnTill(runs, { port });
    }
    const { answered, unrun, unknown } = await outcomes;
    await till.end("SIGTERM");

    expect(unrun.filter((order) => runs.has(`look ${order}`))).toEqual([]);
    expect(answered.filter((order) => runs.get(`look ${order}`) !== 1)).toEqual([]);
    expect(unknown.filter((order) => (runs.get(`look ${order}`) ?? 0) > 1)).toEqual([]);
    for (const orders of [answered, unrun, unknown]) expect(orders.length).toBeGreaterThan(0);
  }, 120_000);

  it("is in the types of the codes that settle it", () => {
    expectTypeOf<Extract<SystemFailure, { readonly mayHaveRun: false }>["code"]>().toEqualTypeOf<UnrunCode>();
    expectTypeOf<Extract<SystemFailure, { readonly mayHaveRun: true }>["code"]>().toEqualTypeOf<RunCode>();
    const unrun: Readonly<Record<UnrunCode, true>> = {
      bad_input: true,
      overloaded: true,
      rate_limited: true,
      too_large: true,
      unauthorized: true,
      not_found: true,
    };
    expect(systemCodes.slice(0, firstOpenCode).sort()).toEqual(Object.keys(unrun).sort());
  });
});

it("an idempotent call that was lost is asked for again while the server cannot say whether it ran", async () => {
  let claims = 0;
  const first = await startTill({ charge: () => new Promise(() => undefined) }, { drainMs: 0 });
  const second = await startTill(
    {},
    {
      answers: {
        claim() {
          if (++claims < 3) throw new Error("the store is away");
          return { answer: '{"ok":true,"value":"paid"}' };
        },
        keep: () => undefined,
        release: () => undefined,
      },
    },
  );
  const proxy = await startCuttingProxy(first.port);
  const till = connectTill(proxy.url, { transports: ["websocket"] });
  onTestFinished(() => till.close());
  await till.whenConnected();
  const charge = till.call.charge({ order: 1 }, { timeoutMs: 20_000 });
  // Behind the charge: it has left, and arrived.
  await till.call.look({ order: 2 });
  proxy.forwardTo(second.port);
  proxy.cut();
  expect(await charge).toBe("paid");
  expect(claims).toBe(3);
});
