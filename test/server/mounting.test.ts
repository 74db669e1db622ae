import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { io as connectIo, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { type ArenaOptions, arenaPlugin, implementArena } from "./arena.js";
import { openRaw } from "./raw-client.js";
import { happens, startArena, until } from "./start-arena.js";

const transports = ["websocket", "polling"] as const;

describe.each(transports)("over %s", (transport) => {
  test("users' hooks run for the handshake and may refuse it with an answer of their own", async () => {
    let runs = 0;
    const arena = await startArena({
      prepare: (app) =>
        app.addHook("onRequest", async (request, reply) => {
          runs++;
          await new Promise((resolve) => setTimeout(resolve, 5));
          if (request.headers["x-ticket"] !== "7") await reply.code(401).send({ message: "no ticket" });
        }),
    });
    const refused = arena.open("Ada", { transports: [transport] });
    const [error] = await happens(refused, "connect_error");
    expect(error).toBeInstanceOf(Error);
    expect(runs).toBe(1);
    const ada = await arena.join("Ada", { transports: [transport], extraHeaders: { "x-ticket": "7" } });
    expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
    if (transport === "websocket") expect(runs).toBe(2);
  });

  test("both servers that Fastify opens for `localhost` take clients", async () => {
    const app = await register();
    await app.listen({ port: 0, host: "localhost" });
    // Listening on TCP, so these are addresses and no paths of sockets.
    for (const { address, family, port } of app.addresses() as AddressInfo[]) {
      const host = family === "IPv6" ? `[${address}]` : address;
      const client = connect(`http://${host}:${port}/arena`, { transports: [transport] });
      await happens(client, "connect");
      expect(await client.emitWithAck("ping")).toEqual({ ok: true });
    }
  });

  test("the engine lives below the prefix of the plugin's parent", async () => {
    const app = Fastify();
    onTestFinished(() => app.close());
    await app.register(async (scope) => void (await scope.register(arenaPlugin, options())), {
      prefix: "/v1",
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const client = connect(`${url}/arena`, { transports: [transport], path: "/v1/socket.io" });
    await happens(client, "connect");
  });

  test.each([
    ["/live", "/live"],
    ["/live/", "/live"],
    ["live", "/live"],
    ["/deep/er", "/deep/er"],
  ])("the path %s is served at %s", async (path, served) => {
    const arena = await startArena({ options: { path } });
    const client = await arena.join("Ada", { transports: [transport], path: served });
    expect(client.connected).toBe(true);
  });

  test("a path without a slash at its end is served where Socket.IO is told so", async () => {
    const arena = await startArena({ options: { path: "/live", addTrailingSlash: false } });
    const client = await arena.join("Ada", {
      transports: [transport],
      path: "/live",
      addTrailingSlash: false,
    });
    expect(client.connected).toBe(true);
  });

  test("closing the app ends at once, waits for farewells, and clients come back to its successor", async () => {
    const order: string[] = [];
    const arena = await startArena({
      prepare: (app) => app.addHook("onClose", async () => void order.push("app closed")),
      handlers: {
        disconnect: async (reason) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          order.push(reason);
        },
      },
    });
    const ada = await arena.join("Ada", {
      transports: [transport],
      reconnection: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
    });
    const gone = happens(ada, "disconnect");
    const startedAtMs = performance.now();
    await arena.app.close();
    expect(performance.now() - startedAtMs).toBeLessThan(2_000);
    expect(order).toEqual(["server shutting down", "app closed"]);
    const [reason] = await gone;
    expect(["transport close", "transport error"]).toContain(reason);
    const back = happens(ada, "connect");
    await startArena({ port: arena.port });
    await back;
    expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
  });

  test("closing the app aborts the signals of handlers that are at it", async () => {
    let signal: AbortSignal | undefined;
    const arena = await startArena({
      options: { drainMs: 50 },
      handlers: {
        slow: (_input, context) => {
          signal = context.signal;
          return new Promise(() => undefined);
        },
      },
    });
    const ada = await arena.join("Ada", { transports: [transport] });
    ada.emit("slow", { ms: 1 }, () => undefined);
    await until(() => signal !== undefined);
    await arena.app.close();
    expect(signal?.reason).toMatchObject({ code: "disconnected" });
  });

  test("Socket.IO's `cors` option and headers that hooks set reach the client", async () => {
    const arena = await startArena({
      options: { cors: { origin: "https://a.example", credentials: true } },
      prepare: (app) =>
        app.addHook("onRequest", async (_request, reply) => void reply.header("x-frame-options", "DENY")),
    });
    const answer = await fetch(`${arena.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: "https://a.example" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://a.example");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
    const preflight = await fetch(`${arena.url}/socket.io/?EIO=4&transport=polling`, {
      method: "OPTIONS",
      headers: { origin: "https://a.example", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://a.example");
  });
});

test("a WebSocket client that never answers the close frame does not hold the app", async () => {
  const arena = await startArena();
  const raw = await openRaw(arena.url);
  raw.send('40/arena,{"name":"Ada"}');
  await raw.next();
  // A peer that is there and reads nothing more.
  raw.pause();
  const startedAtMs = performance.now();
  await arena.app.close();
  expect(performance.now() - startedAtMs).toBeLessThan(5_000);
});

test("an upgrade that a hook refuses gets the hook's answer", async () => {
  const arena = await startArena({
    prepare: (app) => app.addHook("onRequest", async (_request, reply) => reply.code(401).send("no ticket")),
  });
  const answer = await upgradeAnswer(arena.url, "/socket.io/?EIO=4&transport=websocket");
  expect(answer).toEqual({ status: 401, body: "no ticket" });
});

test("an upgrade for a path that nobody serves is answered like a plain request", async () => {
  const arena = await startArena();
  expect(await upgradeAnswer(arena.url, "/elsewhere")).toMatchObject({ status: 404 });
});

test("other listeners of `upgrade` keep their paths and never see ours", async () => {
  const seen: string[] = [];
  let echo: WebSocketServer | undefined;
  const arena = await startArena({
    prepare: (app) => {
      // Answers every upgrade that is not its own with an error, as `ws` does with a path.
      echo = new WebSocketServer({ server: app.server, path: "/echo" });
      app.server.on("upgrade", (request) => seen.push(request.url ?? ""));
      onTestFinished(() => {
        echo?.close();
      });
      echo.on("connection", (socket) => socket.on("message", (data) => socket.send(`echo ${data}`)));
    },
  });
  const ada = await arena.join("Ada");
  expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
  const other = new WebSocket(`${arena.url.replace("http", "ws")}/echo`);
  onTestFinished(() => other.terminate());
  await happens(other, "open");
  other.send("x");
  expect(String((await happens(other, "message"))[0])).toBe("echo x");
  expect(seen).toEqual(["/echo"]);
  other.terminate();
});

test("a plugin that routes every upgrade through Fastify handles ours once", async () => {
  let runs = 0;
  const arena = await startArena({
    prepare: (app) => {
      app.addHook("onRequest", async () => void runs++);
      const every = new WebSocketServer({ noServer: true });
      app.server.on("upgrade", (request, socket, head) => {
        every.handleUpgrade(request, socket, head, (websocket) => websocket.close());
      });
    },
  });
  const ada = await arena.join("Ada");
  expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
  expect(runs).toBe(1);
});

test("requests that are none of Engine.IO's are answered and end nothing", async () => {
  const arena = await startArena();
  const status = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${arena.url}${path}`, init);
    // Read to its end, else the connection stays busy.
    await answer.text();
    return answer.status;
  };
  expect(await status("/socket.io/")).toBe(400);
  expect(await status("/socket.io/?EIO=4&transport=polling&sid=__proto__")).toBe(400);
  expect(await status("/socket.io/?EIO=4&transport=constructor")).toBe(400);
  expect(await status("/socket.io/?EIO=3&transport=polling")).toBe(400);
  expect(await status("/socket.io/?EIO=4&transport=polling", { method: "POST", body: "x" })).toBe(400);
  expect(await status("/socket.io/?EIO=4&transport=polling", { method: "DELETE" })).toBe(404);
  expect(await status("/socket.io")).toBe(404);
  expect(await status("/socket.io/socket.io.js")).toBe(200);
  const ada = await arena.join("Ada");
  expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
});

test("`app.inject` on the engine's path is answered", async () => {
  const arena = await startArena();
  expect((await arena.app.inject("/socket.io/")).statusCode).toBe(400);
  const handshake = await arena.app.inject("/socket.io/?EIO=4&transport=polling");
  expect(handshake.statusCode).toBe(200);
  expect(handshake.body).toMatch(/^0\{"sid":/);
});

test("the app is ready and closes without ever listening", async () => {
  const app = await register();
  await app.ready();
  await app.close();
});

test("two apps in one process do not know of each other", async () => {
  const [first, second] = [await startArena(), await startArena()];
  const ada = await first.join("Ada");
  const grace = await second.join("Grace");
  let heard = 0;
  grace.on("heard", () => heard++);
  first.sockets.all.emit.heard({ text: "x" });
  await ada.emitWithAck("ping");
  await grace.emitWithAck("ping");
  expect(heard).toBe(0);
});

test("a namespace that a user opens beside the channels is theirs", async () => {
  const arena = await startArena();
  const { server } = arena.sockets.namespace;
  server.of("/").on("connection", (socket) => socket.on("own", (acknowledge) => acknowledge("yes")));
  const client = connect(arena.url, {});
  expect(await client.emitWithAck("own")).toBe("yes");
});

function options(): ArenaOptions {
  const handler = () => undefined as never;
  const names = ["add", "ping", "echo", "greet", "plant", "slow", "fail", "defect", "join", "shout", "wave"];
  // Every handler there is, none of which is looked at here.
  const handlers = Object.fromEntries(names.map((name) => [name, handler])) as never;
  return { channels: { arena: implementArena(handlers) } };
}

async function register(): Promise<FastifyInstance> {
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(arenaPlugin, options());
  return app;
}

function connect(url: string, extra: NonNullable<Parameters<typeof connectIo>[1]>): Socket {
  const client = connectIo(url, { forceNew: true, auth: { name: "Ada" }, reconnection: false, ...extra });
  onTestFinished(() => {
    client.close();
  });
  return client;
}

function upgradeAnswer(url: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      },
    });
    request.on("response", async (response) => {
      let body = "";
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, body });
    });
    request.on("upgrade", () => reject(new Error("was upgraded")));
    request.on("error", reject);
    request.end();
  });
}
