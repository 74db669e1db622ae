import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { channelHandlers } from "./channels.js";
import { sockets } from "./generated/sockets.js";
import { servePage } from "./serve-page.js";

/** Brings the types of `app.sockets` to whoever imports the app. */
export type { Sockets } from "./generated/sockets.js";

/** What {@link buildApp} takes. */
export interface AppOptions {
  /** Fastify's `logger` option; default: no log. */
  readonly logger?: FastifyServerOptions["logger"];
  /** Absolute path of the built page's folder; without it no page is served. */
  readonly pageFolder?: string;
  /** Milliseconds of silence after which a person is asked whether they are still there; default ten minutes. */
  readonly idleAfterMs?: number;
}

/** The server of chat and whiteboard, ready to listen. Each one has its own people, conversations and boards. */
export async function buildApp(options: AppOptions = {}): Promise<FastifyInstance> {
  const { logger = false, pageFolder, idleAfterMs = 10 * 60_000 } = options;
  const app = Fastify({ logger });
  await app.register(sockets, {
    channels: channelHandlers(idleAfterMs),
    // Who drops off the network without a word is gone within fifteen seconds, and the name is free again.
    pingInterval: 10_000,
    pingTimeout: 5_000,
  });
  if (pageFolder !== undefined) await servePage(app, pageFolder);
  return app;
}
