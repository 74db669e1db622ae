import { describe, expect, it, onTestFinished } from "vitest";
import { until } from "../server/start-arena.js";
import { type Runs, spawnTill } from "./spawn-till.js";
import { connectTill } from "./till.js";

const blockedMs = 2_000;

describe("a process whose event loop is held up for two seconds", () => {
  it("as the server answers late, and its callers give up at their deadlines, not later", async () => {
    const runs: Runs = new Map();
    const till = await spawnTill(runs);
    const { call, close } = connectTill(`http://127.0.0.1:${till.port}`, { transports: ["websocket"] });
    onTestFinished(close);
    await call.look({ order: 1 });
    const blocking = call.look({ order: -blockedMs }, { timeoutMs: 30_000 });
    const patient = [2, 3].map((order) => call.charge({ order }, { timeoutMs: 30_000 }));
    const startedAtMs = performance.now();
    const hasty = await call.look.safe({ order: 4 }, { timeoutMs: 500 });
    expect(performance.now() - startedAtMs).toBeLessThan(blockedMs);
    expect(hasty).toMatchObject({ error: { code: "timeout", mayHaveRun: true } });
    expect(await blocking).toBe(`look ${-blockedMs}`);
    expect(await Promise.all(patient)).toEqual(["charge 2", "charge 3"]);
    await till.end("SIGTERM");
    expect([...runs.values()].every((times) => times === 1)).toBe(true);
    // It came too late to be answered, and ran, as its caller was told to expect.
    expect(runs.get("look 4")).toBe(1);
  }, 60_000);

  it("as the client is answered all the same, where the deadline has not passed meanwhile", async () => {
    const runs: Runs = new Map();
    const till = await spawnTill(runs);
    const { call, close } = connectTill(`http://127.0.0.1:${till.port}`, { transports: ["websocket"] });
    onTestFinished(close);
    await call.look({ order: 1 });
    const patient = call.look({ order: 2 }, { timeoutMs: 30_000 });
    const hasty = call.look.safe({ order: 3 }, { timeoutMs: 500 });
    await sent();
    block();
    expect(await patient).toBe("look 2");
    const result = await hasty;
    if (!result.ok) expect(result.error).toMatchObject({ code: "timeout", mayHaveRun: true });
    await till.end("SIGTERM");
    expect([...runs.values()].every((times) => times === 1)).toBe(true);
  }, 60_000);

  it("as the client loses a connection whose heartbeat is shorter, and comes back", async () => {
    const runs: Runs = new Map();
    const till = await spawnTill(runs, { pingInterval: 300, pingTimeout: 300 });
    const { call, close, state } = connectTill(`http://127.0.0.1:${till.port}`, {
      transports: ["websocket"],
    });
    onTestFinished(close);
    await call.look({ order: 1 });
    const states: string[] = [];
    state.subscribe(({ status }) => states.push(status));
    const charge = call.charge({ order: 2 }, { timeoutMs: 30_000 });
    await sent();
    block();
    expect(await charge).toBe("charge 2");
    await until(() => states.length >= 2);
    expect(await call.look({ order: 3 }, { timeoutMs: 30_000 })).toBe("look 3");
    await till.end("SIGTERM");
    expect(runs.get("charge 2")).toBe(1);
    expect(states.slice(0, 2)).toEqual(["reconnecting", "connected"]);
  }, 60_000);
});

/** What was called has left: it does so at the end of the tick. */
function sent(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

function block(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, blockedMs);
}
