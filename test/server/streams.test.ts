import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import {
  type ChannelDefinition,
  fromContract,
  type SocketServerOptions,
  socketsPlugin,
  type WireError,
} from "wirepact/server";
import { z } from "zod";
import { openRaw, type RawClient } from "./raw-client.js";
import { until } from "./start-arena.js";
import { streamTable } from "./stream-table.js";

const number = fromContract(z.number());
const ofClient = {
  kind: "stream",
  input: undefined,
  serverItem: undefined,
  clientItem: number,
  result: number,
  errors: {},
} as const;

const definition: ChannelDefinition = {
  name: "tank",
  path: "/tank",
  fingerprint: "0123456789abcdef",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    drops: {
      kind: "stream",
      input: fromContract(z.object({ count: z.number() })),
      serverItem: fromContract(z.string()),
      clientItem: undefined,
      result: number,
      errors: { Dry: fromContract(z.object({ since: z.number() })) },
    },
    fill: ofClient,
    hold: ofClient,
    torrent: { ...ofClient, clientItem: undefined, serverItem: fromContract(z.string()) },
    flood: { ...ofClient, clientItem: undefined, serverItem: number },
    stuck: { ...ofClient, clientItem: undefined, serverItem: number },
  },
  serverToClient: {},
};

let held: AsyncIterator<number> | undefined;
let isTorrentOver = false;

const handlers = {
  async *drops({ count }: { count: number }, context: { error: { Dry(data: object): WireError } }) {
    if (count === 13) throw context.error.Dry({ since: 2020 });
    for (let drop = 0; drop < count; drop++) yield `drop ${drop}`;
    return count;
  },
  async fill(items: AsyncIterable<number>) {
    let sum = 0;
    for await (const item of items) sum += item;
    return sum;
  },
  hold(items: AsyncIterableIterator<number>) {
    held = items;
    return new Promise(() => undefined);
  },
  *flood() {
    for (;;) yield 1;
  },
  *torrent() {
    try {
      for (;;) yield "x".repeat(1_000_000);
    } finally {
      isTorrentOver = true;
    }
  },
  async *stuck() {
    await new Promise(() => undefined);
    yield 1;
  },
};

/** Starts a server; gives what opens connections to it. */
async function startTank(options: SocketServerOptions = {}): Promise<() => Promise<RawClient>> {
  const app = Fastify();
  await app.register(socketsPlugin([definition]), {
    channels: { tank: { channel: "tank", handlers } },
    maxStreams: 4,
    ...options,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  return () => openRaw(url);
}

/** A client of a server of its own that has joined. */
async function joinTank(options?: SocketServerOptions): Promise<RawClient> {
  return join(await startTank(options));
}

async function join(open: () => Promise<RawClient>): Promise<RawClient> {
  const client = await open();
  client.send("40/tank,");
  await client.next();
  return client;
}

test.each(streamTable)("$claim", async ({ exchange }) => {
  const client = await (await startTank())();
  for (const [who, frame] of exchange) {
    if (who === "client") client.send(frame);
    else expect(await client.next()).toMatch(pattern(frame));
  }
  // Whatever else the server had to say would have come before the answer to this.
  client.send("40/nowhere,");
  expect(await client.next()).toMatch(/^44\/nowhere,/);
});

function pattern(frame: string): RegExp {
  const parts = frame.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s");
}

test("what was sent beyond the credit is not kept for the handler", async () => {
  const client = await joinTank();
  client.send('42/tank,0["hold",[0,0]]');
  for (let item = 0; item < 1_000; item++) client.send(`42/tank,["$item",[0,${item}]]`);
  await until(() => client.frames.some((frame) => frame.includes("overloaded")));

  await expect(held?.next()).rejects.toMatchObject({ code: "overloaded" });
  expect(await held?.next()).toEqual({ done: true, value: undefined });
});

test("a handler that never waits does not keep the server from others, whatever the client grants", async () => {
  const client = await joinTank();
  client.send('42/tank,0["flood",[0,128]]');
  for (let grant = 0; grant < 20; grant++) {
    await until(() => client.frames.length === 1 + 128 * (grant + 1));
    client.send('42/tank,["$credit",[0,128]]');
  }
  client.send('42/tank,["$leave",0]');
  await until(() => client.frames.at(-1)?.includes("aborted") === true);
});

test("a handler is asked for no more than the network takes, whatever the client grants", async () => {
  const open = await startTank();
  const [client, other] = [await join(open), await join(open)];
  isTorrentOver = false;
  client.send('42/tank,0["torrent",[0,1]]');
  client.pause();
  // It takes in nothing and grants on, until more is granted than may be at any time: none of it was used.
  let grants = 0;
  while (!isTorrentOver && grants < 500) {
    client.send('42/tank,["$credit",[0,1]]');
    other.send(`42/tank,${grants}["drops",[${grants++},1,{"count":0}]]`);
    await other.next();
  }

  expect(isTorrentOver).toBe(true);
});

test("nothing of a stream is kept for a connection that may be recovered", async () => {
  const client = await joinTank({ connectionStateRecovery: { maxDisconnectionDuration: 60_000 } });
  client.send('42/tank,0["drops",[7,9,{"count":2}]]');

  // Socket.IO puts a number behind the arguments of what it keeps.
  expect(await client.next()).toBe('42/tank,["$item",[7,"drop 0"]]');
  expect(await client.next()).toBe('42/tank,["$item",[7,"drop 1"]]');
  expect(await client.next()).toBe('43/tank,0[{"ok":true,"value":2}]');
});

test("thousands of streams are refused at once, and the connection lives on", async () => {
  const client = await joinTank({ limits: { perSecond: false } });
  for (let id = 0; id < 3_000; id++) client.send(`42/tank,${id}["stuck",[${id},9]]`);
  await until(() => client.frames.length === 1 + 2_996);

  expect(client.frames.slice(1).every((frame) => frame.includes('"code":"overloaded"'))).toBe(true);
  client.send('42/tank,["$leave",0]');
  await until(() => client.frames.at(-1)?.includes("aborted") === true);
});
