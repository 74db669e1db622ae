import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { StartupError } from "../startup-error.js";
import { bundleClient } from "./bundle-client.js";
import type { ClientBundleOptions } from "./client-bundle-options.js";
import { findClientEntry } from "./find-client-entry.js";

/**
 * Bundles the client once and serves it, with its source map where there is one. Browsers ask each time whether it has
 * changed (`no-cache` with an ETag), because its URL stays the same when it does.
 *
 * @param enginePath - Socket.IO's path on this server.
 */
export async function serveClient(
  app: FastifyInstance,
  options: ClientBundleOptions,
  enginePath: string,
): Promise<void> {
  const { path = "/sockets/client.js", minify = process.env.NODE_ENV === "production" } = options;
  if (!/^\/(?:[\w.~-]+\/)*[\w.~-]+\.m?js$/.test(path)) {
    throw new StartupError(
      "WP_CLIENT_PATH",
      `\`client.path\`: \`${path}\` is no path like \`/sockets/client.js\`. Begin it with a slash, end it with \`.js\`.`,
    );
  }
  const entry = await findClientEntry(options.from, enginePath);
  const { code, sourceMap } = await bundleClient(entry, path.slice(path.lastIndexOf("/") + 1), minify);
  serve(app, path, code, "text/javascript; charset=utf-8");
  if (sourceMap !== undefined) serve(app, `${path}.map`, sourceMap, "application/json; charset=utf-8");
}

function serve(app: FastifyInstance, url: string, contents: Uint8Array, type: string): void {
  const body = Buffer.from(contents);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  app.get(url, (request, reply) => {
    reply.header("etag", tag).header("cache-control", "no-cache");
    if (hasTag(request.headers["if-none-match"], tag)) return reply.code(304).send();
    return reply.type(type).header("x-content-type-options", "nosniff").send(body);
  });
}

/** Whether the client has it already; a proxy that compresses makes the tag a weak one (`W/`). */
function hasTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((each) => ["*", tag].includes(each.trim().replace(/^W\//, "")));
}
