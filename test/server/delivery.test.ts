import Fastify from "fastify";
import { io as connectIo, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromContract, type LimitOptions, socketsPlugin } from "wirepact/server";
import { z } from "zod";
import { openRaw } from "./raw-client.js";
import { happens, until } from "./start-arena.js";

interface FeedEvents {
  readonly pointed: (x: number) => void;
  readonly priced: (price: { share: string; cents: number }) => void;
  readonly turned: (on: boolean) => void;
  readonly said: (text: string) => void;
}
interface FeedContext {
  readonly id: string;
  readonly emit: FeedEvents;
}
interface FeedSockets {
  readonly all: { readonly emit: FeedEvents };
  client(id: string): { readonly emit: FeedEvents };
}

/** A server of one channel whose events are delivered in each of the ways. */
async function startFeed(path = "/feed", limits: LimitOptions = {}) {
  const contexts: FeedContext[] = [];
  const app = Fastify();
  const plugin = socketsPlugin([
    {
      name: "feed",
      path,
      fingerprint: "0123456789abcdef",
      auth: undefined,
      errors: {},
      rooms: {},
      clientToServer: {},
      serverToClient: {
        pointed: { kind: "event", payload: fromContract(z.number()), volatile: true },
        priced: {
          kind: "event",
          payload: fromContract(z.object({ share: z.string(), cents: z.number() })),
          latest: "share",
        },
        turned: { kind: "event", payload: fromContract(z.boolean()), latest: true },
        said: { kind: "event", payload: fromContract(z.string()) },
      },
    },
  ]);
  const handlers = { connected: (context: FeedContext) => void contexts.push(context) };
  await app.register(plugin, {
    channels: { feed: { channel: "feed", handlers } },
    limits,
    perMessageDeflate: false,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  // The decoration is typed by generated code only, which the tests write by hand.
  const { sockets } = app as unknown as { readonly sockets: { readonly feed: FeedSockets } };
  return { url, feed: sockets.feed, contexts };
}

async function join(url: string, transport: "polling" | "websocket"): Promise<Socket> {
  const socket = connectIo(`${url}/feed`, { forceNew: true, transports: [transport], reconnection: false });
  onTestFinished(() => {
    socket.close();
  });
  await happens(socket, "connect");
  return socket;
}

/** What a client hears until somebody says `done`. */
function hearAll(socket: Socket): Promise<unknown[][]> {
  const heard: unknown[][] = [];
  return new Promise((resolve) => {
    socket.onAny((...values: unknown[]) => {
      heard.push(values);
      if (values[1] === "done") resolve(heard);
    });
  });
}

const waysToSend: readonly (readonly [string, (feed: FeedSockets, context: FeedContext) => FeedEvents])[] = [
  ["a broadcast", (feed) => feed.all.emit],
  ["a handler's client", (_feed, context) => context.emit],
  ["a client by its id", (feed, context) => feed.client(context.id).emit],
];

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  describe.each(waysToSend)("to %s", (_way, choose) => {
    test("of the latest that wait, the newest of each key arrives, and nothing that is ordered is lost", async () => {
      const { url, feed, contexts } = await startFeed();
      const heard = hearAll(await join(url, transport));
      await until(() => contexts.length === 1);
      const emit = choose(feed, contexts[0] as FeedContext);
      emit.said("in the way");
      for (const cents of [1, 2, 3]) {
        emit.priced({ share: "a", cents });
        emit.said(`ordered ${cents}`);
        emit.priced({ share: "b", cents: cents * 10 });
        emit.turned(cents === 3);
      }
      emit.said("done");
      expect(await heard).toEqual([
        ["said", "in the way"],
        ["priced", { share: "a", cents: 3 }],
        ["said", "ordered 1"],
        ["priced", { share: "b", cents: 30 }],
        ["turned", true],
        ["said", "ordered 2"],
        ["said", "ordered 3"],
        ["said", "done"],
      ]);
    });

    test("what is volatile is dropped while the transport is not ready, and arrives when it is", async () => {
      const { url, feed, contexts } = await startFeed();
      const client = await join(url, transport);
      const heard = hearAll(client);
      await until(() => contexts.length === 1);
      const emit = choose(feed, contexts[0] as FeedContext);
      emit.said("in the way");
      for (const x of [1, 2, 3]) emit.pointed(x);
      const arrived = happens(client, "pointed");
      const again = setInterval(() => emit.pointed(4), 5);
      await arrived;
      clearInterval(again);
      emit.said("done");
      const [first, ...others] = await heard;
      expect(first).toEqual(["said", "in the way"]);
      expect(new Set(others.map(([, x]) => x))).toEqual(new Set([4, "done"]));
    });
  });

  test("a latest that has left is not replaced: the next one is sent besides", async () => {
    const { url, feed } = await startFeed();
    const client = await join(url, transport);
    for (const cents of [1, 2, 3]) {
      const heard = happens(client, "priced");
      feed.all.emit.priced({ share: "a", cents });
      expect(await heard).toEqual([{ share: "a", cents }]);
    }
  });
});

test("a client that stops reading has the newest waiting for it, however many there were", async () => {
  const { url, feed } = await startFeed("/", { outgoing: false });
  const client = await openRaw(url);
  client.send("40");
  await client.next();
  client.pause();
  const before = "x".repeat(500_000);
  for (let round = 0; round < 40; round++) {
    feed.all.emit.said(before);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let cents = 1; cents <= 20_000; cents++) {
    feed.all.emit.priced({ share: cents % 2 === 0 ? "even" : "odd", cents });
    if (cents % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  feed.all.emit.said("done");
  client.resume();
  await until(() => client.frames.at(-1) === '42["said","done"]');
  expect(client.frames.filter((frame) => frame.startsWith('42["said"'))).toHaveLength(41);
  expect(client.frames.filter((frame) => frame.startsWith('42["priced"'))).toEqual([
    '42["priced",{"share":"odd","cents":19999}]',
    '42["priced",{"share":"even","cents":20000}]',
  ]);
});
