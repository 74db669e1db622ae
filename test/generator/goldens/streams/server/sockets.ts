// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5d805e547b636ed9

import {
  type AppStart,
  type ChannelImplementation,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { studioDefinition } from "./studio.definition.js";
import type { StudioSockets } from "./studio.js";

/** `app.sockets`: every channel's emitters, for routes and jobs. */
export interface Sockets {
  readonly studio: StudioSockets;
}

/** Options of {@link sockets}: the handlers, and each of Socket.IO's server options. */
export interface SocketsOptions extends SocketServerOptions {
  /** The handlers of every channel, from its `implement…` function. */
  readonly channels: {
    readonly studio: ChannelImplementation<"studio">;
  };
  /** Runs once the app is ready, for loops in the background; the app's close stops and awaits it. */
  onStart?(start: AppStart<Sockets>): void | Promise<void>;
}

declare module "fastify" {
  interface FastifyInstance {
    /** What the server may send, from anywhere. */
    readonly sockets: Sockets;
  }
}

/**
 * Mounts every channel on a Fastify app: `await app.register(sockets, { channels: { … } })`. Register it once;
 * it decorates the app with `app.sockets` and closes with it.
 */
export const sockets = socketsPlugin<SocketsOptions>([studioDefinition]);
