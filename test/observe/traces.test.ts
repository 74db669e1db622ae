import Fastify from "fastify";
import type { Server } from "socket.io";
import { io as connectIo } from "socket.io-client";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  type ChannelClient,
  connectChannel,
  outgoingCall,
  outgoingEvent,
  presentAuth,
  type SystemFailure,
  openTelemetry as traceClient,
} from "wirepact/client";
import { openTelemetry as traceServer } from "wirepact/server";
import { z } from "zod";
import { zodCheck } from "../client/lobby.js";
import { connectTill, startTill, type TillHandlers } from "../faults/till.js";
import { arenaPlugin, implementArena } from "../server/arena.js";
import { openRaw } from "../server/raw-client.js";
import { defaultHandlers, happens, startArena, until } from "../server/start-arena.js";
import { api, awaitSpans, endOf, placeOf, takeSpans } from "./tracing.js";

beforeEach(() => void takeSpans());

interface Setup {
  readonly handlers?: TillHandlers;
  readonly observers?: readonly ReturnType<typeof traceServer>[];
  readonly isTraced?: boolean;
}

/** A till and a client of it that has heard the server's hello, and every frame that the server gets. */
async function startTraced({
  handlers = { look: () => "seen" },
  observers = [traceServer(api)],
  isTraced = true,
}: Setup) {
  const { app, port } = await startTill(handlers, { observers });
  const frames: unknown[] = [];
  const { engine } = serverOf(app);
  engine.on(
    "connection",
    (socket: { on(event: string, listener: (packet: { data: unknown }) => void): void }) =>
      socket.on("packet", ({ data }) => frames.push(data)),
  );
  const client = connectTill(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    ...(isTraced && { trace: traceClient(api) }),
  });
  onTestFinished(() => client.close());
  await client.whenConnected();
  // The hello comes ahead of the first answer.
  await client.call.look({ order: 0 }).catch(() => undefined);
  frames.length = 0;
  takeSpans();
  return { app, port, client, frames };
}

function serverOf(app: object): Server {
  // The decoration is typed by generated code only.
  const { sockets } = app as {
    readonly sockets: { readonly till: { readonly namespace: { server: Server } } };
  };
  return sockets.till.namespace.server;
}

describe("a call", () => {
  test("is one trace of two spans, the server's within the client's", async () => {
    const { client, frames } = await startTraced({});
    await client.call.look({ order: 1 });
    const { "client till/look": outer = [], "server till/look": inner = [], ...rest } = takeSpans();
    expect(rest).toEqual({});
    expect([outer.length, inner.length]).toEqual([1, 1]);
    const { traceId, spanId } = placeOf(outer[0]);
    expect(placeOf(inner[0])).toMatchObject({ traceId, parentId: spanId, links: [] });
    expect(placeOf(outer[0]).parentId).toBeUndefined();
    expect(inner[0]?.attributes).toEqual({
      "rpc.system": "wirepact",
      "rpc.service": "till",
      "rpc.method": "look",
    });
    // Alone in its tick it has the plain form.
    expect(frames).toEqual([`2/till,1["look",{"order":1},{"traceparent":"00-${traceId}-${spanId}-01"}]`]);
  });

  test("in a batch is so too, each in its own trace, and within the span that is active where it is made", async () => {
    const { client, frames } = await startTraced({});
    const outside = api.trace.getTracer("test").startSpan("page");
    const within = api.trace.setSpan(api.context.active(), outside);
    await Promise.all([
      client.call.look({ order: 1 }),
      api.context.with(within, () => client.call.look({ order: 2 })),
      client.call.look({ order: 3 }, { signal: new AbortController().signal }),
    ]);
    outside.end();
    expect(frames.some((frame) => String(frame).startsWith('2/till,["$",['))).toBe(true);
    const { "client till/look": outer = [], "server till/look": inner = [] } = takeSpans();
    expect(outer).toHaveLength(3);
    const outerIds = outer.map((span) => placeOf(span).spanId).sort();
    expect(inner.map((span) => placeOf(span).parentId).sort()).toEqual(outerIds);
    expect(new Set(inner.map((span) => placeOf(span).traceId)).size).toBe(3);
    expect(outer.map((span) => placeOf(span).parentId)).toContain(outside.spanContext().spanId);
  });

  test("runs its handler within its span, whatever it awaits", async () => {
    const { client } = await startTraced({
      handlers: {
        look: async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          api.trace.getTracer("test").startSpan("query").end();
          return "seen";
        },
      },
    });
    await client.call.look({ order: 1 });
    const { "internal query": [query] = [], "server till/look": [inner] = [] } = takeSpans();
    expect(placeOf(query).parentId).toBe(placeOf(inner).spanId);
  });

  test("that is repeated goes under one name, and runs within the first span", async () => {
    const { client } = await startTraced({ handlers: { look: () => "", charge: () => "paid" } });
    await client.call.charge({ order: 1 });
    const { "client till/charge": [outer] = [], "server till/charge": [inner] = [], ...rest } = takeSpans();
    expect(rest).toEqual({});
    expect(placeOf(inner)).toMatchObject({
      traceId: placeOf(outer).traceId,
      parentId: placeOf(outer).spanId,
    });
  });

  test("that fails says its code, and counts as the server's fault only where it is", async () => {
    const { client } = await startTraced({
      handlers: {
        charge: (_input, { error }) => {
          throw error.Declined({ why: "empty" });
        },
        look: ({ order }, { signal }) => {
          if (order === 1) throw new Error("boom");
          return new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason));
          });
        },
      },
    });
    await client.call.charge.safe({ order: 1 });
    expect(await endsOf("charge")).toEqual({
      client: { code: "Declined", hasFailed: true },
      server: { code: "Declined", hasFailed: false },
    });
    await client.call.look.safe({ order: 1 });
    expect(await endsOf("look")).toEqual({
      client: { code: "internal", hasFailed: true },
      server: { code: "internal", hasFailed: true },
    });
    await client.call.look.safe({ order: 2 }, { timeoutMs: 20 });
    expect(await endsOf("look")).toEqual({
      client: { code: "timeout", hasFailed: true },
      server: { code: "aborted", hasFailed: false },
    });
    const lost = client.call.look.safe({ order: 3 });
    await until(() => client.state.value.status === "connected");
    client.close();
    await lost;
    expect((await awaitSpans(["client till/look"]))["client till/look"]?.map(endOf)).toEqual([
      { code: "disconnected", hasFailed: true },
    ]);
    expect(await client.call.look.safe({ order: 4 })).toMatchObject({ error: { code: "disconnected" } });
    expect((await awaitSpans(["client till/look"]))["client till/look"]?.map(endOf)).toEqual([
      { code: "disconnected", hasFailed: true },
    ]);
  });

  test("begins a trace of its own that links to the client's, where the server says so", async () => {
    const { client } = await startTraced({ observers: [traceServer(api, { clients: "link" })] });
    await client.call.look({ order: 1 });
    const { "client till/look": [outer] = [], "server till/look": [inner] = [] } = takeSpans();
    expect(placeOf(inner)).toMatchObject({ parentId: undefined, links: [placeOf(outer).spanId] });
    expect(placeOf(inner).traceId).not.toBe(placeOf(outer).traceId);
  });

  /** How both spans of a call have ended. */
  async function endsOf(member: string) {
    const names = [`client till/${member}`, `server till/${member}`];
    const spans = await awaitSpans(names);
    const [client, server] = names.map((name) => endOf(spans[name]?.[0]));
    return { client, server };
  }
});

test("an event begins a trace of its own that links to the client's", async () => {
  const arena = await startArena({ options: { observers: [traceServer(api)] } });
  const client = await arena.join("Ada");
  const [traceId, spanId] = ["1".repeat(32), "2".repeat(16)];
  client.emit("shout", { text: "hi" }, { traceparent: `00-${traceId}-${spanId}-01` });
  client.emit("shout", { text: "hi" }, { cancelId: 1 });
  client.emit("shout", { text: "hi" }, { traceparent: "" }, 1);
  await client.emitWithAck("ping");
  const { "consumer arena/shout": spans = [] } = takeSpans();
  expect(spans.map(placeOf)).toMatchObject([{ parentId: undefined, links: [spanId] }]);
  expect(placeOf(spans[0]).traceId).not.toBe(traceId);
});

test("an event that a client sends has a span, and says where its trace goes on", async () => {
  const app = Fastify();
  await app.register(arenaPlugin, {
    channels: { arena: implementArena(defaultHandlers) },
    observers: [traceServer(api)],
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  const client = connectChannel<ShoutClient>(
    {
      name: "arena",
      path: "/arena",
      fingerprint: "x",
      auth: presentAuth(open),
      call: { ping: outgoingCall({}) },
      emit: { shout: outgoingEvent(open) },
    },
    url,
    { auth: { name: "Ada" }, trace: traceClient(api) },
  );
  onTestFinished(() => client.close());
  await client.call.ping();
  takeSpans();
  client.emit.shout({ text: "hi" });
  await client.call.ping();
  const spans = takeSpans();
  const [sent, taken] = [spans["producer arena/shout"]?.[0], spans["consumer arena/shout"]?.[0]];
  expect(placeOf(taken).links).toEqual([placeOf(sent).spanId]);
  // A call without an input has `null` in the payload's place.
  expect(placeOf(spans["server arena/ping"]?.[0]).parentId).toBe(
    placeOf(spans["client arena/ping"]?.[0]).spanId,
  );
});

const open = zodCheck(z.unknown());

interface ShoutClient extends ChannelClient<SystemFailure> {
  readonly call: { ping(): Promise<void> };
  readonly emit: { shout(payload: { text: string }): void };
}

describe("nothing is sent", () => {
  test("to plain clients, nor to generated ones by a server that does not trace", async () => {
    const traced = await startTill({ look: () => "seen" }, { observers: [traceServer(api)] });
    const plain = await openRaw(`http://127.0.0.1:${traced.port}`);
    plain.send("40/till,{}");
    await plain.next();
    plain.send('42/till,1["look",{"order":1}]');
    expect(await plain.next()).toBe('43/till,1[{"ok":true,"value":"seen"}]');

    const hello = async (port: number) => {
      const client = await openRaw(`http://127.0.0.1:${port}`);
      client.send('40/till,{"$wirepact":{"protocol":1,"contract":"x","batches":true}}');
      await client.next();
      return client.next();
    };
    expect(await hello(traced.port)).toBe('42/till,["$hello",{"protocol":1,"traces":true}]');
    const untraced = await startTill({ look: () => "seen" }, { observers: [{ begin: () => undefined }] });
    expect(await hello(untraced.port)).toBe('42/till,["$hello",{"protocol":1}]');
  });

  test("by a client whose server does not trace, nor by one that does not trace itself", async () => {
    const one = await startTraced({ observers: [] });
    await one.client.call.look({ order: 1 });
    expect(one.frames).toEqual(['2/till,1["look",{"order":1}]']);
    expect(takeSpans()["client till/look"]).toHaveLength(1);
    const other = await startTraced({ isTraced: false });
    await other.client.call.look({ order: 1 });
    expect(other.frames).toEqual(['2/till,1["look",{"order":1}]']);
    expect(placeOf(takeSpans()["server till/look"]?.[0]).parentId).toBeUndefined();
  });

  test("ahead of the hello of a connection, the next one among them", async () => {
    const { client, app, frames } = await startTraced({});
    // The transport goes, and the client comes back.
    for (const { conn } of serverOf(app).of("/till").sockets.values()) conn.close();
    await until(() => client.state.value.status === "reconnecting");
    await client.call.look({ order: 1 }, { signal: new AbortController().signal });
    expect(frames.filter((frame) => String(frame).includes("look"))).toEqual([
      '2/till,1["look",{"order":1},{"cancelId":1}]',
    ]);
  });
});

test.each([
  ["no traceparent", { traceparent: "junk" }],
  ["no text", { traceparent: 7 }],
  ["none that there may be", { traceparent: `00-${"0".repeat(32)}-${"1".repeat(16)}-01` }],
  ["too much", { traceparent: "x".repeat(10_000), more: true }],
])("what is %s begins a trace of its own, and the call runs", async (_what, mark) => {
  const { port } = await startTill({ look: () => "seen" }, { observers: [traceServer(api)] });
  const client = connectIo(`http://127.0.0.1:${port}/till`, { forceNew: true, transports: ["websocket"] });
  onTestFinished(() => {
    client.close();
  });
  await happens(client, "connect");
  expect(await client.emitWithAck("look", { order: 1 }, mark)).toEqual({ ok: true, value: "seen" });
  expect(placeOf(takeSpans()["server till/look"]?.[0])).toMatchObject({ parentId: undefined, links: [] });
});
