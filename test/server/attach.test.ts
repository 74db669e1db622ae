import type { EventEmitter } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { Server } from "socket.io";
import { io as connectIo, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { type AttachedSockets, type SocketsAttachOptions, socketsAttachment } from "wirepact/server";
import { connectChat } from "../../client/generated/chat.js";
import { channelHandlers } from "../../server/channels.js";
import { attachSockets } from "../../server/generated/sockets.js";
import { startCuttingProxy } from "../faults/cutting-proxy.js";
import { type FeedSockets, feedDefinition } from "../faults/feed.js";
import { connectFeed } from "../faults/start-feed.js";
import { type ArenaHandlers, type ArenaSockets, arenaDefinition, implementArena } from "./arena.js";
import { defaultHandlers, happens, type LogLine, type Player, until } from "./start-arena.js";
import { type OrgContext, type OrgParams, type OrgSockets, orgDefinition } from "./start-org.js";

/** A server as its owner had it, with events of their own. */
interface OwnEvents {
  salute: (name: string, answer: (text: string) => void) => void;
}

const attachArena = socketsAttachment<SocketsAttachOptions, { readonly arena: ArenaSockets }>([
  arenaDefinition,
]);

interface Hall {
  readonly io: Server<OwnEvents>;
  readonly attached: AttachedSockets<{ readonly arena: ArenaSockets }>;
  readonly log: readonly LogLine[];
  readonly open: (namespace: string, auth?: object) => Socket;
}

/** A Socket.IO server without Fastify, to which the arena is attached. */
async function startHall(handlers: Partial<ArenaHandlers<Player>> = {}): Promise<Hall> {
  const log: LogLine[] = [];
  const http = createServer();
  const io = new Server<OwnEvents>(http);
  const logging = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  const attached = attachArena(io, {
    channels: { arena: implementArena({ ...defaultHandlers, ...handlers }) },
    log: logging.log,
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  const { port } = http.address() as AddressInfo;
  const open: Hall["open"] = (namespace, auth = { name: "ada" }) => {
    const socket = connectIo(`http://127.0.0.1:${port}${namespace}`, {
      forceNew: true,
      transports: ["websocket"],
      reconnection: false,
      auth,
    });
    onTestFinished(() => {
      socket.close();
    });
    return socket;
  };
  return { io, attached, log, open };
}

describe("channels on a Socket.IO server that is there already", () => {
  test("answer calls and validate them", async () => {
    const { open } = await startHall();
    const socket = open("/arena");
    expect(await socket.emitWithAck("add", { a: 1, b: 2 })).toEqual({ ok: true, value: { sum: 3 } });
    expect(await socket.emitWithAck("add", { a: "1" })).toMatchObject({
      ok: false,
      error: { code: "bad_input" },
    });
  });

  test("refuse whom the contract or `connect` refuses", async () => {
    const { open } = await startHall({
      connect: ({ refuse }) => {
        throw refuse.NameTaken({ name: "ada" });
      },
    });
    const [taken] = await happens(open("/arena"), "connect_error");
    expect(taken).toMatchObject({ data: { code: "NameTaken", data: { name: "ada" } } });
    const [nameless] = await happens(open("/arena", {}), "connect_error");
    expect(nameless).toMatchObject({ data: { code: "bad_input" } });
  });

  test("are sent to from outside of handlers", async () => {
    const { attached, open } = await startHall();
    const socket = open("/arena");
    await happens(socket, "connect");
    const heard = happens(socket, "heard");
    attached.sockets.arena.all.emit.heard({ text: "hi" });
    expect(await heard).toEqual([{ text: "hi" }]);
  });

  test("know the request that the client came with, which is none of Fastify's", async () => {
    const { log, open } = await startHall({
      connect: ({ handshake }) => {
        const { headers, query, address, cookies, raw } = handshake;
        expect({ query, cookies, url: raw.url }).toEqual({
          query: {},
          cookies: {},
          url: expect.stringContaining("/socket.io/"),
        });
        expect(address).toContain("127.0.0.1");
        expect(headers).toBe(raw.headers);
        return { name: handshake.request.id };
      },
    });
    const [refusal] = await happens(open("/arena"), "connect_error");
    expect(refusal).toMatchObject({ data: { code: "internal" } });
    expect(log.find(({ msg }) => msg === "handler failed")).toMatchObject({
      err: { message: expect.stringContaining("Use `handshake.raw`") },
    });
  });

  test("leave the server's other namespaces as they were", async () => {
    const { io, open } = await startHall();
    io.of("/own").on("connection", (socket) =>
      socket.on("salute", (name, answer) => answer(`hello ${name}`)),
    );
    io.on("connection", (socket) => socket.on("salute", (name, answer) => answer(`root ${name}`)));
    expect(await open("/own").emitWithAck("salute", "ada")).toBe("hello ada");
    expect(await open("/").emitWithAck("salute", "ada")).toBe("root ada");
  });

  test("leave events outside of the contract to listeners of the owner's", async () => {
    const { io, log, open } = await startHall();
    io.of("/arena").on("connection", (socket) =>
      socket.on("salute", (name, answer) => answer(`hello ${name}`)),
    );
    const socket = open("/arena");
    expect(await socket.emitWithAck("salute", "ada")).toBe("hello ada");
    expect(await socket.emitWithAck("add", { a: 1, b: 2 })).toEqual({ ok: true, value: { sum: 3 } });
    expect(log.filter(({ member }) => member === "salute")).toEqual([]);
  });

  test("log an event that nobody knows at level info once", async () => {
    const { log, open } = await startHall();
    const socket = open("/arena");
    socket.emit("stranger", 1);
    socket.emit("stranger", 2);
    await socket.emitWithAck("add", { a: 1, b: 2 });
    const lines = log.filter(({ member }) => member === "stranger");
    expect(lines.map(({ level }) => level)).toEqual([30, 20]);
  });

  test("run a call with more arguments than the contract has for nobody, and cut no other namespace's", async () => {
    const { io, open } = await startHall();
    const many = Array.from({ length: 1_500 }, (_, index) => index);
    const taken = new Promise<unknown[]>((resolve) => {
      // What no type of the owner's says.
      io.of("/own").on("connection", (socket) => socket.onAny((...values: unknown[]) => resolve(values)));
    });
    open("/own").emit("many", ...many);
    expect(await taken).toEqual(["many", ...many]);
    const reply = await open("/arena")
      .timeout(5_000)
      .emitWithAck("add", ...many.slice(0, 900));
    expect(reply).toMatchObject({ ok: false, error: { code: "bad_input" } });
  });

  test("replay what was sent while a client was away", async () => {
    const http = createServer();
    const io = new Server(http);
    const attach = socketsAttachment<SocketsAttachOptions, { readonly feed: FeedSockets }>([
      feedDefinition(),
    ]);
    const handlers = { join: () => undefined };
    const { sockets } = attach(io, {
      channels: { feed: { channel: "feed", handlers } },
      log: Fastify({ logger: false }).log,
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => io.close());
    const client = connectFeed(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    const heard: number[] = [];
    client.on.posted((n) => heard.push(n));
    await client.whenConnected();
    sockets.feed.all.emit.posted(1);
    await until(() => heard.length === 1);

    for (const socket of io.of("/feed").sockets.values()) socket.conn.close();
    await until(() => io.of("/feed").sockets.size === 0);
    sockets.feed.all.emit.posted(2);
    await until(() => heard.length === 2);
    sockets.feed.all.emit.posted(3);
    await until(() => heard.length === 3);
    expect(heard).toEqual([1, 2, 3]);
  });

  test("have parameters in their path, apart from one another and from the owner's namespaces", async () => {
    const http = createServer();
    const io = new Server(http);
    io.of(/^\/own-\d+$/).on("connection", (socket) => {
      socket.on("salute", (name: string, answer) => answer(`Hi ${name}`));
    });
    const left: string[] = [];
    const attach = socketsAttachment<
      SocketsAttachOptions,
      { readonly org: (params: OrgParams) => OrgSockets }
    >([orgDefinition]);
    const attached = attach(io, {
      channels: {
        org: {
          channel: "org",
          handlers: {
            connect: ({ params }: { readonly params: OrgParams }) => params.floor,
            disconnect: (_reason: string, { params }: OrgContext) => left.push(params.orgId),
            sit: (desk: string, { rooms }: OrgContext) => rooms.desk(desk).join(),
            where: ({ params, session }: OrgContext) => ({ ...params, floor: Number(session) * 10 }),
          },
        },
      },
      log: Fastify({ logger: false }).log,
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => io.close());
    const { port } = http.address() as AddressInfo;
    const open = (path: string) => {
      const socket = connectIo(`http://127.0.0.1:${port}${path}`, {
        forceNew: true,
        transports: ["websocket"],
      });
      onTestFinished(() => void socket.close());
      return socket;
    };
    const [a, b] = [open("/org/a/floor/1"), open("/org/b/floor/2")];
    expect(await a.emitWithAck("where")).toEqual({ ok: true, value: { orgId: "a", floor: 10 } });
    expect(await b.emitWithAck("where")).toEqual({ ok: true, value: { orgId: "b", floor: 20 } });
    expect(await open("/own-5").emitWithAck("salute", "Bo")).toBe("Hi Bo");
    const [wrong] = await happens(open("/org/a/floor/no"), "connect_error");
    expect(wrong).toMatchObject({ message: "Invalid namespace" });
    const [none] = await happens(open("/nowhere"), "connect_error");
    expect(none).toMatchObject({ message: "Invalid namespace" });

    const heard: string[] = [];
    a.on("rang", (text: string) => heard.push(`a ${text}`));
    b.on("rang", (text: string) => heard.push(`b ${text}`));
    for (const socket of [a, b]) await socket.emitWithAck("sit", "window");
    attached.sockets.org({ orgId: "a", floor: 1 }).all.emit.rang("all");
    attached.sockets.org({ orgId: "b", floor: 2 }).to.desk("window").emit.rang("desk");
    attached.sockets.org({ orgId: "c", floor: 2 }).all.emit.rang("nobody");
    await until(() => heard.length === 2);
    expect(heard.sort()).toEqual(["a all", "b desk"]);

    a.close();
    await until(() => left.length === 1);
    expect([...io._nsps.keys()]).not.toContain("/org/a/floor/1");
    await attached.close();
    expect(left).toEqual(["a", "b"]);
    await until(() => b.disconnected);
  });

  test("end with `close`, which waits for `disconnect` handlers", async () => {
    const ended: string[] = [];
    const { io, attached, open } = await startHall({
      disconnect: async (_reason, { session }) => {
        await new Promise((resolve) => setImmediate(resolve));
        ended.push(session.name);
      },
    });
    const socket = open("/arena");
    await happens(socket, "connect");
    await until(() => io.of("/arena").sockets.size === 1);
    await attached.close();
    expect(ended).toEqual(["ada"]);
    await until(() => !socket.connected);
  });
});

test("generated clients and an attached server speak in batches", async () => {
  const http = createServer();
  const io = new Server(http);
  attachSockets(io, {
    channels: channelHandlers(60_000),
    log: Fastify().log,
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => io.close());
  const frames: string[] = [];
  io.engine.on("connection", (connection: EventEmitter) => {
    connection.on("packet", ({ data }: { data?: unknown }) => frames.push(String(data)));
  });
  const { port } = http.address() as AddressInfo;
  const chat = connectChat(`http://127.0.0.1:${port}`, { auth: { name: "Ada" } });
  onTestFinished(() => chat.close());
  await chat.call.join({ conversation: "lobby" });
  const texts = ["one", "two", "three", "four"];
  const posts = texts.map((text) => chat.call.postMessage({ conversation: "lobby", text }));
  expect((await Promise.all(posts)).map(({ text }) => text)).toEqual(texts);
  expect(frames.filter((frame) => frame.startsWith('2/chat,["$",'))).not.toEqual([]);
});

describe("an attached server that drains", () => {
  async function startChat() {
    const http = createServer();
    const io = new Server(http);
    const attached = attachSockets(io, {
      channels: channelHandlers(60_000),
      log: Fastify().log,
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => io.close());
    return { io, attached, port: (http.address() as AddressInfo).port };
  }

  test("sends its clients to another one, and takes no new ones", async () => {
    const [one, other] = [await startChat(), await startChat()];
    expect(one.attached.sockets).toMatchObject({ isReady: true, isDraining: false });
    const proxy = await startCuttingProxy(one.port);
    const chat = connectChat(proxy.url, { auth: { name: "Ada" }, transports: ["websocket"] });
    onTestFinished(() => chat.close());
    await chat.whenConnected();
    const moved = new Promise<unknown>((resolve) => {
      chat.state.subscribe((state) => {
        if (state.status !== "reconnecting") return;
        proxy.forwardTo(other.port);
        resolve(state.reason);
      });
    });
    const drained = one.attached.drain();
    expect(one.attached.sockets).toMatchObject({ isReady: false, isDraining: true });
    expect(await moved).toBe("draining");
    await drained;
    expect((await fetch(`http://127.0.0.1:${one.port}/socket.io/?EIO=4&transport=polling`)).status).toBe(503);
    await one.io.close();
    await one.attached.close();
    await chat.whenConnected();
    await chat.call.join({ conversation: "lobby" });
    expect(other.io.of("/chat").sockets.size).toBe(1);
  });

  test("cuts whoever does not leave, so that Socket.IO's clients come back", async () => {
    const { io, attached } = await startHall();
    const { port } = io.httpServer.address() as AddressInfo;
    const socket = connectIo(`http://127.0.0.1:${port}/arena`, {
      forceNew: true,
      transports: ["websocket"],
      auth: { name: "ada" },
    });
    onTestFinished(() => {
      socket.close();
    });
    await happens(socket, "connect");
    const gone = happens(socket, "disconnect");
    await attached.drain();
    expect((await gone)[0]).toBe("transport close");
    expect(socket.active).toBe(true);
  });
});

test("attaching the same channel to a server twice is refused", async () => {
  const { io } = await startHall();
  const options = { channels: { arena: implementArena(defaultHandlers) }, log: Fastify().log };
  expect(() => attachArena(io, options)).toThrow(
    expect.objectContaining({ code: "WP_CHANNEL_TWICE", message: expect.stringContaining("`/arena`") }),
  );
});

test("attaching refuses what is no server of the Socket.IO that is installed here", () => {
  const { log } = Fastify();
  const options = { channels: { arena: implementArena(defaultHandlers) }, log };
  const lookalike = { engine: {}, of: () => ({}) };
  expect(() => attachArena(lookalike, options)).toThrow(
    expect.objectContaining({ code: "WP_OTHER_SOCKET_IO", message: expect.stringContaining("npm dedupe") }),
  );
});
