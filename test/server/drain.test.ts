import { get } from "node:http";
import Fastify from "fastify";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SocketsState } from "wirepact/server";
import { startCuttingProxy } from "../faults/cutting-proxy.js";
import { connectTill, startTill, type TillContext, tillDefinition } from "../faults/till.js";
import { openRaw } from "./raw-client.js";
import { happens, startArena, until } from "./start-arena.js";

/** A handler that ends when it is told to, and what it was called with. */
function heldHandler() {
  const runs: { readonly order: number; readonly signal: AbortSignal; finish(receipt: string): void }[] = [];
  const handle = ({ order }: { order: number }, { signal }: TillContext) =>
    new Promise<string>((resolve) => runs.push({ order, signal, finish: resolve }));
  return { handle, runs };
}

/** What `app.sockets` says of the server; typed by generated code only. */
function stateOf(app: object): SocketsState {
  return (app as { readonly sockets: SocketsState }).sockets;
}

const transports = ["websocket", "polling"] as const;

describe.each(transports)("closing an app, over %s", (transport) => {
  it("lets calls in flight end, and moves the client to another process", async () => {
    const { handle, runs } = heldHandler();
    const first = await startTill({ look: handle, charge: handle });
    const second = await startTill({ look: ({ order }) => `second ${order}` });
    const proxy = await startCuttingProxy(first.port);
    const till = connectTill(proxy.url, { transports: [transport] });
    onTestFinished(() => till.close());
    const states: unknown[] = [];
    till.state.subscribe((state) => {
      states.push(state);
      if (state.status === "reconnecting") proxy.forwardTo(second.port);
    });
    await till.whenConnected();
    const calls = [till.call.look({ order: 1 }), till.call.charge({ order: 2 })];
    await until(() => runs.length === 2);

    const closed = first.app.close();
    await until(() => stateOf(first.app).isDraining);
    // The client has been told: what it calls now waits for the other process.
    const [look, charge] = runs;
    look?.finish("first 1");
    expect(await calls[0]).toBe("first 1");
    const later = till.call.look({ order: 3 });
    charge?.finish("first 2");
    expect(await calls[1]).toBe("first 2");
    expect(await later).toBe("second 3");
    await closed;
    expect(runs).toHaveLength(2);
    expect(states).toMatchObject([
      { status: "connected" },
      { status: "reconnecting", reason: "draining" },
      { status: "connected" },
    ]);
  });
});

describe("closing an app", () => {
  it("is immediate without clients, and with clients for which nothing is under way", async () => {
    const startedAtMs = performance.now();
    await (await startTill({})).app.close();
    const { app, port } = await startTill({});
    const till = connectTill(`http://127.0.0.1:${port}`);
    onTestFinished(() => till.close());
    expect(await till.call.look({ order: 1 })).toBe("order 1");
    await app.close();
    // Less than what a silent client is waited for.
    expect(performance.now() - startedAtMs).toBeLessThan(1_000);
  });

  it("refuses new connections with 503, and goes on to answer all else", async () => {
    const { handle, runs } = heldHandler();
    const app = Fastify();
    app.get("/ready", (_request, reply) => reply.code(stateOf(app).isReady ? 200 : 503).send());
    const till = await startTill({ look: handle }, { app });
    expect(stateOf(till.app)).toMatchObject({ isReady: true, isDraining: false });
    const url = `http://127.0.0.1:${till.port}`;
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    const client = connectTill(url);
    onTestFinished(() => client.close());
    const call = client.call.look({ order: 1 });
    await until(() => runs.length === 1);

    const closed = till.app.close();
    await until(() => stateOf(till.app).isDraining);
    expect(stateOf(till.app)).toMatchObject({ isReady: false, isDraining: true });
    const polling = await fetch(`${url}/socket.io/?EIO=4&transport=polling`);
    expect([polling.status, polling.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await polling.json()).toMatchObject({ code: "overloaded", retryAfterMs: 1_000 });
    expect(await upgrade(`${url}/socket.io/?EIO=4&transport=websocket`)).toEqual([503, "1"]);
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    runs[0]?.finish("done");
    expect(await call).toBe("done");
    await closed;
  });

  it("runs no call that comes when its client was told to move, and says when to come again", async () => {
    const { handle, runs } = heldHandler();
    const { app, port } = await startTill({ look: handle });
    const raw = await openRaw(`http://127.0.0.1:${port}`);
    raw.send('40/till,{"$wirepact":{"protocol":1,"contract":"f1"}}');
    await raw.next();
    raw.send('42/till,1["look",{"order":1}]');
    await until(() => runs.length === 1);
    const closed = app.close();
    expect(await raw.next()).toMatch(/^42\/till,\["\$move",\{"code":"draining","withinMs":\d+\}\]$/);
    raw.send('42/till,2["look",{"order":2}]');
    expect(await raw.next()).toMatch(
      /^43\/till,2\[\{"ok":false,"error":\{"code":"overloaded",.*"retryAfterMs":1000\}\}\]$/,
    );
    raw.send('42/till,3["$once",["0123456789abcdef",0,0,"charge",{"order":3}]]');
    expect(await raw.next()).toMatch(/^43\/till,3\[\{"ok":false,"error":\{"code":"overloaded",/);
    runs[0]?.finish("done");
    expect(await raw.next()).toBe('43/till,1[{"ok":true,"value":"done"}]');
    // Nothing is under way: it is not waited for, though it does not leave.
    await closed;
    expect(runs).toHaveLength(1);
  });

  it("aborts what still runs when the time is up", async () => {
    const { handle, runs } = heldHandler();
    const { app, port } = await startTill({ look: handle, charge: handle }, { drainMs: 100 });
    const till = connectTill(`http://127.0.0.1:${port}`);
    onTestFinished(() => till.close());
    const look = till.call.look.safe({ order: 1 });
    const charge = till.call.charge.safe({ order: 2 });
    await until(() => runs.length === 2);
    await app.close();
    for (const { signal } of runs) expect(signal.reason).toMatchObject({ code: "disconnected" });
    expect(await look).toMatchObject({ ok: false, error: { code: "disconnected", mayHaveRun: true } });
    till.close();
    expect(await charge).toMatchObject({ ok: false, error: { code: "disconnected", mayHaveRun: true } });
  });

  it("waits for idempotent calls whose clients are gone, and remembers their answers", async () => {
    const { handle, runs } = heldHandler();
    const kept: string[] = [];
    const answers = {
      claim: () => "claimed" as const,
      async keep(_call: unknown, answer: string) {
        await new Promise((resolve) => setImmediate(resolve));
        kept.push(answer);
      },
      release: () => undefined,
    };
    const { app, port } = await startTill({ charge: handle }, { answers });
    const till = connectTill(`http://127.0.0.1:${port}`);
    const charge = till.call.charge.safe({ order: 1 });
    await until(() => runs.length === 1);
    till.close();
    await charge;
    const closed = app.close();
    await until(() => stateOf(app).isDraining);
    runs[0]?.finish("paid");
    await closed;
    expect(kept).toEqual(['{"ok":true,"value":"paid"}']);
  });

  it("ends at once where the options give it no time", async () => {
    const { handle, runs } = heldHandler();
    const { app, port } = await startTill({ look: handle }, { drainMs: 0 });
    const till = connectTill(`http://127.0.0.1:${port}`);
    onTestFinished(() => till.close());
    const look = till.call.look.safe({ order: 1 });
    await until(() => runs.length === 1);
    await app.close();
    expect(runs[0]?.signal.aborted).toBe(true);
    expect(await look).toMatchObject({ ok: false, error: { code: "disconnected", mayHaveRun: true } });
  });

  it("lets plain Socket.IO clients finish as well, and has them come back by themselves", async () => {
    let finish: (text: string) => void = () => {};
    const arena = await startArena({
      handlers: {
        slow: () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
      },
    });
    const ada = await arena.join("Ada", {
      reconnection: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
    });
    const slow = ada.emitWithAck("slow", { ms: 1 });
    await ada.emitWithAck("ping");
    const gone = happens(ada, "disconnect");
    const closed = arena.app.close();
    await until(() => stateOf(arena.app).isDraining);
    finish("done");
    expect(await slow).toEqual({ ok: true, value: "done" });
    expect((await gone)[0]).toBe("transport close");
    await closed;
    const back = happens(ada, "connect");
    await startArena({ port: arena.port });
    await back;
  });

  it("moves every channel of a shared connection when its own calls have ended", async () => {
    const { handle, runs } = heldHandler();
    const definitions = [tillDefinition, { ...tillDefinition, name: "other", path: "/other" }];
    const one = await startTill({ look: handle }, { definitions });
    const other = await startTill({ look: ({ order }) => `other ${order}` }, { definitions });
    const proxy = await startCuttingProxy(one.port);
    const [busy, idle] = [connectTill(proxy.url), connectTill(proxy.url, {}, "/other")];
    onTestFinished(() => {
      busy.close();
      idle.close();
    });
    await Promise.all([busy.whenConnected(), idle.whenConnected()]);
    const call = busy.call.look({ order: 1 });
    await until(() => runs.length === 1);
    idle.state.subscribe(({ status }) => {
      if (status === "reconnecting") proxy.forwardTo(other.port);
    });
    const closed = one.app.close();
    await until(() => idle.state.value.status === "reconnecting");
    expect(busy.state.value.status).toBe("connected");
    await idle.whenConnected();
    expect(await idle.call.look({ order: 2 })).toBe("other 2");
    runs[0]?.finish("one 1");
    expect(await call).toBe("one 1");
    await closed;
    await busy.whenConnected();
    expect(await busy.call.look({ order: 3 })).toBe("other 3");
  });

  it("moves the clients in batches", async () => {
    const { app, port } = await startTill({});
    const movedAtMs: number[] = [];
    const tills = Array.from({ length: 120 }, () =>
      connectTill(`http://127.0.0.1:${port}`, { transports: ["websocket"] }),
    );
    onTestFinished(() => {
      for (const till of tills) till.close();
    });
    for (const till of tills) {
      till.state.subscribe(({ status }) => {
        if (status === "reconnecting" && movedAtMs.length < tills.length) movedAtMs.push(performance.now());
      });
    }
    await Promise.all(tills.map((till) => till.whenConnected()));
    await app.close();
    // Three batches, a tenth of a second between two.
    expect((movedAtMs.at(-1) ?? 0) - (movedAtMs[0] ?? 0)).toBeGreaterThanOrEqual(150);
  });
});

/** Status and `Retry-After` of what an upgrade is answered with. */
function upgrade(url: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const headers = {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    };
    const request = get(url, { headers });
    request.on("response", (response) => {
      response.resume();
      resolve([response.statusCode, response.headers["retry-after"]]);
    });
    request.on("upgrade", () => reject(new Error("was upgraded")));
    request.on("error", reject);
  });
}
