import type { FastifyRequest } from "fastify";
import type { Socket } from "socket.io";
import type { HandshakeRequest } from "./server-types.js";

/** Query parameters of Engine.IO's, which say nothing of the client. */
const transportParameters: ReadonlySet<string> = new Set(["EIO", "transport", "t", "sid", "b64", "j"]);

/** The HTTP request of a handshake that came through Fastify, as `connect` sees it. */
export function handshakeRequest(request: FastifyRequest | undefined): HandshakeRequest {
  if (request === undefined) throw new Error("The handshake did not come through Fastify.");
  return {
    headers: request.headers,
    query: readQuery(request.query),
    address: request.ip,
    cookies: readCookies(request),
    raw: request.raw,
    request,
  };
}

/** The same of one that came to a server of Socket.IO's own. */
export function plainHandshake({ handshake, request }: Socket): HandshakeRequest {
  return {
    headers: handshake.headers,
    query: readQuery(handshake.query),
    address: handshake.address,
    cookies: readCookies(request),
    raw: request,
    get request(): never {
      throw new Error(
        "There is no request of Fastify's: this channel is attached to a Socket.IO server. Use `handshake.raw`.",
      );
    },
  };
}

function readQuery(query: unknown): HandshakeRequest["query"] {
  if (typeof query !== "object" || query === null) return {};
  // What Fastify's querystring parser makes of text is text, or lists of it.
  const entries = Object.entries(query) as [string, string | string[]][];
  return Object.fromEntries(entries.filter(([name]) => !transportParameters.has(name)));
}

/** Typed by @fastify/cookie only where it is installed, so looked for rather than named. */
function readCookies(request: object): HandshakeRequest["cookies"] {
  const { cookies } = request as { readonly cookies?: unknown };
  if (typeof cookies !== "object" || cookies === null) return {};
  return cookies as HandshakeRequest["cookies"];
}
