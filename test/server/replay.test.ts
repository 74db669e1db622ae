import { Adapter } from "socket.io-adapter";
import { io } from "socket.io-client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Namespace } from "wirepact/server";
import { waitOptions } from "../client/plain-server.js";
import { type Feed, type FeedClient, type FeedContext, serveFeed } from "../faults/feed.js";
import { connectFeed, startFeed } from "../faults/start-feed.js";
import { happens, recordEvents } from "./start-arena.js";

/** What a client hears of what is replayed, in order. */
function record(client: FeedClient): unknown[] {
  const heard: unknown[] = [];
  client.on.posted((n) => heard.push(n));
  client.on.cleared(() => heard.push("cleared"));
  client.on.drawn((drawn) => heard.push([...drawn]));
  client.on.posted.gap(({ reason }) => heard.push(`posted ${reason}`));
  client.on.drawn.gap(({ reason }) => heard.push(`drawn ${reason}`));
  return heard;
}

/** A feed on which everybody is announced, and what cuts all of its connections. */
async function start(
  setup: Parameters<typeof startFeed>[1] = {},
  handlers: Parameters<typeof startFeed>[0] = {},
) {
  const comers: FeedContext[] = [];
  const feed = await startFeed(
    {
      ...handlers,
      connected(context) {
        comers.push(context);
        return handlers.connected?.(context);
      },
    },
    setup,
  );
  const url = `http://127.0.0.1:${feed.port}`;
  return { ...feed, url, comers };
}

/** Loses a client's connection, does something while it is away, and waits until it is back. */
async function whileAway(client: FeedClient, { app }: Feed, act: () => void): Promise<void> {
  await client.whenConnected();
  const lost = new Promise<void>((resolve) => {
    const stop = client.state.subscribe(({ status }) => {
      if (status !== "reconnecting") return;
      stop();
      resolve();
    });
  });
  cut(app);
  await lost;
  act();
  await client.whenConnected();
}

function cut(app: Feed["app"]): void {
  // The decoration is typed by generated code only.
  const { sockets } = app as unknown as {
    readonly sockets: { readonly feed: { readonly namespace: Namespace } };
  };
  for (const socket of sockets.feed.namespace.sockets.values()) socket.conn.close();
}

const soon = (check: () => void) => vi.waitFor(check, waitOptions);

describe("a replayed event", () => {
  it("reaches whoever was away, in order, in rooms and for all, and what is live comes behind", async () => {
    const feed = await start();
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.call.join("news");
    feed.sockets.all.emit.posted(1);
    await soon(() => expect(heard).toEqual([1]));
    await whileAway(client, feed, () => {
      feed.sockets.all.emit.posted(2);
      feed.sockets.to.topic("news").emit.cleared();
      feed.sockets.to.topic("sports").emit.posted(-1);
      feed.sockets.except.topic("news").emit.posted(-2);
      feed.sockets.all.emit.drawn(new Uint8Array([7, 8]));
      feed.sockets.all.emit.said(-3);
      feed.sockets.all.volatile.emit.posted(-4);
      feed.sockets.all.emit.posted(3);
    });
    feed.sockets.all.emit.posted(4);
    await soon(() => expect(heard).toEqual([1, 2, "cleared", [7, 8], 3, 4]));
  });

  it("reaches a client that heard nothing before, and one that is lost again before it has heard anything", async () => {
    const feed = await start();
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.call.join("news");
    await whileAway(client, feed, () => feed.sockets.to.topic("news").emit.posted(1));
    cut(feed.app);
    await soon(() => expect(heard).toEqual([1]));
    await whileAway(client, feed, () => feed.sockets.to.topic("news").emit.posted(2));
    await soon(() => expect(heard).toEqual([1, 2]));
  });

  it("finds the client in its rooms again, before `connected` runs and after `connect` has let it in", async () => {
    const order: string[] = [];
    const feed = await start(
      {},
      {
        connect: () => void order.push("connect"),
        connected: ({ rooms }) => void order.push(`connected ${rooms.topic("news").joined}`),
      },
    );
    const client = connectFeed(feed.url);
    await client.call.join("news");
    await whileAway(client, feed, () => undefined);
    await soon(() => expect(order).toEqual(["connect", "connected false", "connect", "connected true"]));
  });

  it("does not reach a client that `connect` refuses when it comes back", async () => {
    let isOpen = true;
    const feed = await start(
      {},
      {
        connect({ refuse }) {
          if (!isOpen) throw refuse.unauthorized();
        },
      },
    );
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.whenConnected();
    isOpen = false;
    feed.sockets.all.emit.posted(1);
    await soon(() => expect(heard).toEqual([1]));
    cut(feed.app);
    feed.sockets.all.emit.posted(2);
    await soon(() => expect(client.state.value).toMatchObject({ status: "refused" }));
    expect(heard).toEqual([1]);
  });

  it("does not come back to its sender, nor to a room from before it was joined", async () => {
    const feed = await start();
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.whenConnected();
    feed.sockets.to.topic("news").emit.posted(-1);
    await client.call.join("news");
    const [context] = feed.comers;
    await whileAway(client, feed, () => {
      context?.others.emit.posted(-2);
      context?.others.to.topic("news").emit.posted(-3);
      context?.emit.posted(1);
      feed.sockets.to.topic("news").emit.posted(2);
    });
    await soon(() => expect(heard).toEqual([1, 2]));
  });

  it("says that something is missing where more was sent than is kept, and sends the rest", async () => {
    const feed = await start({ limits: { keepMs: 60_000, keepCount: 3 } });
    const client = connectFeed(feed.url);
    const heard = record(client);
    await whileAway(client, feed, () => {
      for (const n of [1, 2, 3, 4]) feed.sockets.all.emit.posted(n);
    });
    await soon(() => expect(heard).toEqual(["posted trimmed", 2, 3, 4]));
  });

  it("is not missing to whom it was not for, however much of it there was", async () => {
    const feed = await start({ limits: { keepMs: 60_000, keepCount: 8 } });
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.call.join("news");
    for (let n = 0; n < 100; n++) feed.sockets.to.topic("sports").emit.posted(-n);
    // What was sent before the answer has arrived before it.
    await client.call.join("news");
    await whileAway(client, feed, () => feed.sockets.to.topic("news").emit.posted(1));
    await soon(() => expect(heard).toEqual([1]));
  });

  it("is not there for whoever was not there yet, whatever offset it presents", async () => {
    const feed = await start();
    feed.sockets.all.emit.posted(-1);
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.whenConnected();
    const { token } = await new Promise<{ readonly token: string }>((resolve) => {
      const plain = io(`${feed.url}/feed`, {
        forceNew: true,
        transports: ["websocket"],
        auth: { $wirepact: { protocol: 1, contract: "f1", replay: {} } },
      });
      plain.once("$replay", (notice) => {
        resolve(notice);
        plain.io.engine.close();
      });
      onTestFinished(() => {
        plain.close();
      });
    });
    const back = io(`${feed.url}/feed`, {
      forceNew: true,
      transports: ["websocket"],
      auth: { $wirepact: { protocol: 1, contract: "f1", replay: { token, offset: -5 } } },
    });
    onTestFinished(() => {
      back.close();
    });
    const events = recordEvents(back);
    feed.sockets.all.emit.posted(1);
    await soon(() => expect(events).toContainEqual(["$replay", { token, offset: expect.any(Number) }]));
    await soon(() => expect(events.filter(([name]) => name === "$at")).toEqual([["$at", 2, "posted", 1]]));
    expect(heard).not.toContain(-1);
  });

  it("says that all may be missing where the server does not know the client any more", async () => {
    const first = await start();
    const client = connectFeed(first.url);
    const heard = record(client);
    first.sockets.all.emit.posted(1);
    await client.whenConnected();
    first.sockets.all.emit.posted(2);
    await soon(() => expect(heard).toContain(2));
    await first.app.close();
    const second = await start({ port: first.port });
    await soon(() => expect(heard).toEqual(expect.arrayContaining(["posted forgotten", "drawn forgotten"])));
    second.sockets.all.emit.posted(3);
    await soon(() => expect(heard.at(-1)).toBe(3));
  });

  it("begins anew for a client that was closed", async () => {
    const feed = await start();
    const client = connectFeed(feed.url);
    const heard = record(client);
    await client.call.join("news");
    client.close();
    feed.sockets.all.emit.posted(-1);
    client.connect();
    await client.whenConnected();
    feed.sockets.to.topic("news").emit.posted(-2);
    feed.sockets.all.emit.posted(1);
    await soon(() => expect(heard).toEqual([1]));
  });

  it("is a plain event to plain clients, which nothing is replayed to", async () => {
    const feed = await start();
    const generated = connectFeed(feed.url);
    const heard = record(generated);
    await generated.whenConnected();
    const plain = io(`${feed.url}/feed`, { forceNew: true, transports: ["websocket"] });
    onTestFinished(() => {
      plain.close();
    });
    const events = recordEvents(plain);
    await happens(plain, "connect");
    feed.sockets.all.emit.posted(1);
    feed.sockets.all.emit.cleared();
    await soon(() => expect(events).toEqual([["posted", 1], ["cleared"]]));
    await soon(() => expect(heard).toEqual([1, "cleared"]));
  });

  it.each([
    ["processes that have no log in common", { adapter: Adapter }, "WP_REPLAY_STORE"],
    ["connection state recovery", { connectionStateRecovery: {} }, "WP_REPLAY_RECOVERY"],
  ])("does not go with %s", async (_what, options, code) => {
    await expect(serveFeed({}, options)).rejects.toMatchObject({ code });
  });

  it("is nobody's who knows no token, or has a wrong one", async () => {
    const feed = await start();
    const client = connectFeed(feed.url);
    await client.call.join("news");
    feed.sockets.all.emit.posted(1);
    const join = async (replay: object) => {
      const auth = { $wirepact: { protocol: 1, contract: "f1", replay } };
      const socket = io(`${feed.url}/feed`, { forceNew: true, transports: ["websocket"], auth });
      onTestFinished(() => {
        socket.close();
      });
      const events = recordEvents(socket);
      await soon(() => expect(events.at(-1)).toMatchObject(["$replay", { token: expect.any(String) }]));
      return events;
    };
    expect(await join({ offset: 0 })).toHaveLength(1);
    expect(await join({ token: "guessed", offset: 0 })).toEqual([
      ["$replay", { gap: { reason: "forgotten", events: ["posted", "cleared", "drawn"] } }],
      ["$replay", { token: expect.any(String), offset: 1 }],
    ]);
  });
});
