// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6102af436fe42afe

import {
  type AppStart,
  type AttachOptions,
  type ChannelImplementation,
  type SocketServerOptions,
  type SocketsState,
  socketsAttachment,
  socketsPlugin,
} from "wirepact/server";
import { vaultDefinition } from "./vault.definition.js";
import type { VaultSocketsOf } from "./vault.js";

/** `app.sockets`: every channel's emitters, for routes and jobs, and whether the server is ready. */
export interface Sockets extends SocketsState {
  readonly vault: VaultSocketsOf;
}

/** Options of {@link sockets}: the handlers, and each of Socket.IO's server options. */
export interface SocketsOptions extends SocketServerOptions {
  /** The handlers of every channel, from its `implement…` function. */
  readonly channels: {
    readonly vault: ChannelImplementation<"vault">;
  };
  /** Runs once the app is ready, for loops in the background; the app's close stops and awaits it. */
  onStart?(start: AppStart<Sockets>): void | Promise<void>;
}

/** Options of {@link attachSockets}: the handlers, a logger, and wirepact's own. */
export interface SocketsAttachOptions extends AttachOptions {
  /** The handlers of every channel, from its `implement…` function. */
  readonly channels: {
    readonly vault: ChannelImplementation<"vault">;
  };
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
export const sockets = socketsPlugin<SocketsOptions>([vaultDefinition]);

/**
 * Serves every channel on a Socket.IO server that is there already: `attachSockets(io, { channels: { … }, log })`.
 * Its other namespaces, and other events on the channels' own, stay as they are. Call it once, before clients come.
 */
export const attachSockets = socketsAttachment<SocketsAttachOptions, Sockets>([vaultDefinition]);
