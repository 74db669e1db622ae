import type { FastifyRequest } from "fastify";
import type { HandshakeRequest } from "./server-types.js";

/** Query parameters of Engine.IO's, which say nothing of the client. */
const transportParameters: ReadonlySet<string> = new Set(["EIO", "transport", "t", "sid", "b64", "j"]);

/** The HTTP request of a handshake as `connect` sees it. */
export function handshakeRequest(request: FastifyRequest): HandshakeRequest {
  return {
    headers: request.headers,
    query: readQuery(request.query),
    address: request.ip,
    cookies: readCookies(request),
    request,
  };
}

function readQuery(query: unknown): HandshakeRequest["query"] {
  if (typeof query !== "object" || query === null) return {};
  // What Fastify's querystring parser makes of text is text, or lists of it.
  const entries = Object.entries(query) as [string, string | string[]][];
  return Object.fromEntries(entries.filter(([name]) => !transportParameters.has(name)));
}

/** Typed by @fastify/cookie only where it is installed, so looked for rather than named. */
function readCookies(request: FastifyRequest): HandshakeRequest["cookies"] {
  const { cookies } = request as { readonly cookies?: unknown };
  if (typeof cookies !== "object" || cookies === null) return {};
  return cookies as HandshakeRequest["cookies"];
}
