import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Server, type ServerOptions } from "socket.io";
import type { ErrorPayload } from "../../contracts/wire/index.js";
import { forwardUpgrades } from "./forward-upgrades.js";
import type { AddressLimit } from "./limits/address-limit.js";
import type { OriginPolicy } from "./origin-policy.js";
import { websocketEngine } from "./websocket-engine.js";

/** Milliseconds that clients have to answer the WebSocket's close frame before their connections are cut. */
const closeGraceMs = 500;

/** Who may connect. */
export interface EngineGuards {
  readonly originRefusal: OriginPolicy;
  readonly addresses: AddressLimit | undefined;
}

/** Socket.IO behind Fastify's routing. */
export interface MountedEngine {
  readonly io: Server;
  /** Fastify's request of a handshake, by Node's. */
  readonly requestOf: (request: object) => FastifyRequest | undefined;
  /** Ends every connection in a way that lets clients come back by themselves, and takes no new ones. */
  readonly close: () => Promise<void>;
}

/**
 * Mounts Socket.IO on a route of `app`. It is attached to a server that never listens, so that all of its own attaching
 * counts, and that server is handed what Fastify's router lets through: hooks, cookies and sessions work for the
 * handshake, and so does every server that Fastify listens with.
 *
 * @param guards - Look at every request that hooks have let through.
 */
export function mountEngine(
  app: FastifyInstance,
  options: Partial<ServerOptions>,
  { originRefusal, addresses }: EngineGuards,
): MountedEngine {
  const path = enginePath(app.prefix, options.path);
  const inner = createServer();
  const io = new Server(inner, { wsEngine: websocketEngine(), ...options, path });
  const requests = new WeakMap<object, FastifyRequest>();
  const upgraded = new Set<Duplex>();
  /** One function for all of them: there is one for each connection. */
  function forget(this: Duplex): void {
    upgraded.delete(this);
  }
  let isClosing = false;

  const root = options.addTrailingSlash === false ? path : `${path}/`;
  const upgrades = forwardUpgrades(app, (url) => url.startsWith(root));

  const forward = (request: FastifyRequest, reply: FastifyReply) => {
    if (isClosing) return reply.code(503).send();
    const refusal = originRefusal(request);
    if (refusal !== undefined) {
      request.log.debug({ origin: request.headers.origin }, "handshake refused for its origin");
      return reply.code(403).send({ code: "unauthorized", message: refusal } satisfies ErrorPayload);
    }
    const excess = addresses?.refuse(request);
    if (excess !== undefined) {
      return reply
        .code(429)
        .header("retry-after", Math.ceil((excess.retryAfterMs ?? 0) / 1_000))
        .send(excess);
    }
    reply.hijack();
    requests.set(request.raw, request);
    const upgrade = upgrades.take(request.raw);
    if (upgrade === undefined) {
      forwardRequest(inner, request.raw, reply);
      return reply;
    }
    const socket = upgrade.release();
    if (socket.destroyed) return reply;
    upgraded.add(socket);
    socket.once("close", forget);
    inner.emit("upgrade", request.raw, socket, upgrade.head);
    return reply;
  };

  app.register(async (scope) => {
    // Engine.IO reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    const route = {
      method: ["GET", "POST", "OPTIONS"],
      exposeHeadRoute: false,
      logLevel: "warn" as const,
      handler: forward,
    };
    const own = root.slice(app.prefix.length);
    scope.route({ ...route, url: own.endsWith("/") ? `${own}*` : `${own}/*` });
    if (!own.endsWith("/")) scope.route({ ...route, url: own });
  });

  return {
    io,
    requestOf: (request) => requests.get(request),
    close: async () => {
      isClosing = true;
      await io.close();
      upgrades.stop();
      // Not awaited: a server does not close before its connections, and most are gone by then.
      const timer = setTimeout(() => {
        for (const socket of upgraded) socket.destroy();
      }, closeGraceMs);
      timer.unref();
    },
  };
}

/** The URL path of the engine: Socket.IO's option below the prefix of the plugin's parent, without a slash at the end. */
export function enginePath(prefix: string, path = "/socket.io"): string {
  const own = path.startsWith("/") ? path : `/${path}`;
  return `${prefix.replace(/\/$/, "")}${own.replace(/\/$/, "")}`;
}

function forwardRequest(
  inner: ReturnType<typeof createServer>,
  raw: IncomingMessage,
  reply: FastifyReply,
): void {
  // The client went away while hooks were at it.
  if (reply.raw.destroyed) return;
  // What hooks have set (CORS, security headers) goes out with what Engine.IO answers.
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  inner.emit("request", raw, reply.raw);
}
