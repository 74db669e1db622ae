import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** What the page may load and reach: its own files and its own server, no inline code, no `eval`. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * Serves the built pages, the chat at `/` and the whiteboard at `/whiteboard/`.
 *
 * @param folder - Absolute path of the folder that holds `index.html`.
 */
export async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders(response) {
      response.setHeader("content-security-policy", contentSecurityPolicy);
      response.setHeader("x-content-type-options", "nosniff");
      response.setHeader("referrer-policy", "no-referrer");
    },
  });
}
