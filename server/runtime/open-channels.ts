import type { FastifyBaseLogger } from "fastify";
import type { Namespace, Server, Socket } from "socket.io";
import { type ChannelDefinition, defaultTimeoutMs } from "../../contracts/wire/index.js";
import { admitClients } from "./admit-client.js";
import { Channel } from "./channel.js";
import { ChannelSockets } from "./channel-sockets.js";
import { checkImplementations } from "./check-implementations.js";
import type { ChannelImplementation, HandshakeRequest, WirepactOptions } from "./server-types.js";
import { StartupError } from "./startup-error.js";

/** What channels are opened with. */
export interface OpenChannelsOptions {
  readonly io: Server;
  readonly options: Pick<WirepactOptions, "connectTimeoutMs"> & {
    readonly channels: Readonly<Record<string, ChannelImplementation<string>>>;
  };
  readonly log: FastifyBaseLogger;
  /** The HTTP request that a client came with. */
  readonly handshakeOf: (socket: Socket) => HandshakeRequest;
}

/** Channels that take clients, and what sends on them from outside of handlers, by their names. */
export interface OpenChannels {
  readonly channels: readonly Channel[];
  readonly sockets: object;
}

/** Milliseconds that a close waits for `disconnect` handlers. */
const farewellMs = 2_000;

/** Namespaces that are served: a second channel would take each client's events from the first. */
const served = new WeakSet<Namespace>();

/** Opens each channel on its namespace. Throws a {@link StartupError} for what is missing or too much. */
export function openChannels(
  definitions: readonly ChannelDefinition[],
  { io, options, log, handshakeOf }: OpenChannelsOptions,
): OpenChannels {
  const handlers = checkImplementations(definitions, options.channels);
  const { connectionStateRecovery, parser } = io._opts;
  const twice = definitions.find(({ path }) => served.has(io.of(path)));
  if (twice !== undefined) {
    throw new StartupError(
      "WP_CHANNEL_TWICE",
      `\`${twice.path}\` of this Socket.IO server has a channel already. Call \`attachSockets\` once for each server.`,
    );
  }
  const channels = definitions.map((definition) => {
    const namespace = io.of(definition.path);
    served.add(namespace);
    const channel = new Channel({
      definition,
      // checkImplementations gives handlers for each definition.
      handlers: handlers.get(definition.name) ?? {},
      namespace,
      log: log.child({ channel: definition.name }),
      connectTimeoutMs: options.connectTimeoutMs ?? defaultTimeoutMs,
      recoversConnections: connectionStateRecovery !== undefined,
      // Recovery numbers each event behind its arguments, and another parser has frames of its own.
      writesBatches: connectionStateRecovery === undefined && parser === undefined,
      handshakeOf,
    });
    admitClients(channel);
    return channel;
  });
  const sockets = Object.freeze(
    Object.fromEntries(channels.map((channel) => [channel.definition.name, new ChannelSockets(channel)])),
  );
  return { channels, sockets };
}

/** Waits for `disconnect` handlers, which may write to what the application closes next. */
export async function farewells(channels: readonly Channel[]): Promise<void> {
  const pending = channels.flatMap((channel) => [...channel.farewells]);
  if (pending.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, farewellMs);
  });
  await Promise.race([Promise.all(pending), deadline]);
  clearTimeout(timer);
}
