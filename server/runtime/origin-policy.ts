import type { FastifyRequest } from "fastify";
import type { ServerOptions } from "socket.io";
import type { OriginOptions } from "./server-types.js";
import { StartupError } from "./startup-error.js";

/** Why a handshake is refused; undefined where it may go on. */
export type OriginPolicy = (request: FastifyRequest) => string | undefined;

type Cors = NonNullable<Exclude<ServerOptions["cors"], (...values: never[]) => unknown>>;
type Allowed = NonNullable<OriginOptions["origins"]>;

/**
 * Which pages may connect. The browser's same-origin policy does not hold for WebSockets: a page of any site may open one,
 * with the cookies of the server's site, so the server has to look at who asks.
 *
 * @throws {@link StartupError} `WP_ANY_ORIGIN_WITH_CREDENTIALS`.
 */
export function originPolicy({
  origins,
  cookiesWithoutOrigin = "refuse",
  cors,
}: OriginOptions & Pick<Partial<ServerOptions>, "cors">): OriginPolicy {
  // Functions are asked by Socket.IO for its headers alone, which bind no WebSocket: `origins` has to name the pages then.
  const own: Cors = typeof cors === "object" ? cors : {};
  const allowed = origins ?? listOf(own.origin);
  if (allowed === "*" && own.credentials === true) {
    throw new StartupError(
      "WP_ANY_ORIGIN_WITH_CREDENTIALS",
      'Every page of every site could act with the cookies of its visitors: name the sites in `origins` instead of "*", or leave `cors.credentials` out.',
    );
  }
  return (request) => {
    const { origin, cookie } = request.headers;
    if (origin === undefined) {
      const isSafe = cookiesWithoutOrigin === "allow" || cookie === undefined || isOwnPage(request);
      return isSafe
        ? undefined
        : "The request has cookies and no `Origin`: a foreign page could have sent it.";
    }
    if (allowed === "*" || isOwnHost(origin, request.host) || allowed.some((each) => matches(each, origin))) {
      return undefined;
    }
    return `The origin \`${origin.slice(0, 200)}\` is neither this host's nor one of the option \`origins\`.`;
  };
}

/** Socket.IO's CORS headers for the pages that may connect, unless the user has set them. */
export function corsOf({ origins, cors }: OriginOptions & Pick<Partial<ServerOptions>, "cors">): object {
  if (origins === undefined || cors !== undefined) return {};
  return { cors: origins === "*" ? { origin: "*" } : { origin: [...origins], credentials: true } };
}

/** What the `cors` package takes as its origin. */
function listOf(origin: Cors["origin"]): Allowed {
  const list = Array.isArray(origin) ? origin : [origin];
  if (list.includes("*") || list.includes(true)) return "*";
  return list.filter((each) => typeof each === "string" || each instanceof RegExp);
}

function matches(allowed: string | RegExp, origin: string): boolean {
  if (typeof allowed === "string") return allowed === origin;
  // A pattern with the flag `g` would go on from where it last matched.
  return new RegExp(allowed.source, allowed.flags.replace(/[gy]/g, "")).test(origin);
}

/** By host and port: what is in front of the server may speak TLS for it. */
function isOwnHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** Browsers send no `Origin` when a page polls its own host, but say so otherwise. */
function isOwnPage({ headers }: FastifyRequest): boolean {
  return headers["sec-fetch-site"] === "same-origin";
}
