import type { FastifyBaseLogger } from "fastify";
import type { Namespace, Server, Socket } from "socket.io";
import { type ChannelDefinition, defaultTimeoutMs } from "../../contracts/wire/index.js";
import { admitClients } from "./admit-client.js";
import { Channel } from "./channel.js";
import { ChannelFamily, type ParameterisedDefinition } from "./channel-family.js";
import { ChannelSockets } from "./channel-sockets.js";
import { checkImplementations } from "./check-implementations.js";
import { checkMiddleware } from "./check-middleware.js";
import { Drain, type SocketsState } from "./drain/drain.js";
import type { Limits } from "./limits/limits.js";
import { memoryAnswers } from "./memory-answers.js";
import { readServerState } from "./observe/server-state.js";
import { Watch } from "./observe/watch.js";
import type { ChannelReplay } from "./replay/channel-replay.js";
import { checkReplay } from "./replay/check-replay.js";
import { memoryReplay } from "./replay/memory-replay.js";
import type {
  ChannelImplementation,
  HandshakeRequest,
  OriginOptions,
  WirepactOptions,
} from "./server-types.js";
import { StartupError } from "./startup-error.js";

/** Options of channels, whoever owns the server. */
export interface ChannelsOptions extends Omit<WirepactOptions, keyof OriginOptions | "client"> {
  readonly channels: Readonly<Record<string, ChannelImplementation<string>>>;
}

/** What channels are opened with. */
export interface OpenChannelsOptions {
  readonly io: Server;
  readonly options: ChannelsOptions;
  readonly log: FastifyBaseLogger;
  readonly limits: Limits;
  /** The HTTP request that a client came with. */
  readonly handshakeOf: (socket: Socket) => HandshakeRequest;
}

/** Channels that take clients, and what sends on them from outside of handlers, by their names. */
export interface OpenChannels {
  readonly channels: readonly (Channel | ChannelFamily)[];
  readonly sockets: object;
  readonly drain: Drain;
  /** Where events are kept for clients that are away; opened ahead of the first client, closed behind the last one. */
  readonly replays: readonly ChannelReplay[];
  /** The app's observers, where it has any; closed with the app. */
  readonly watch: Watch | undefined;
}

/** Milliseconds that a close waits for `disconnect` handlers. */
const farewellMs = 2_000;
/** Milliseconds that Socket.IO keeps what a lost connection had, where it is not told otherwise. */
const defaultRecoveryMs = 120_000;

/** Streams that one client may have open on a channel where the options do not say. */
const defaultMaxStreams = 64;

/** Namespaces that are served: a second channel would take each client's events from the first. */
const served = new WeakSet<Namespace>();

/**
 * Opens each channel on its namespace; those with parameters are opened as clients ask for them. Throws a
 * {@link StartupError} for what is missing or too much.
 */
export function openChannels(
  definitions: readonly ChannelDefinition[],
  { io, options, log, limits, handshakeOf }: OpenChannelsOptions,
): OpenChannels {
  const handlers = checkImplementations(definitions, options.channels);
  const { connectionStateRecovery: recovery, parser } = io._opts;
  const { adapter } = io._opts;
  checkReplay(definitions, {
    ...options,
    ...(adapter && { adapter }),
    ...(recovery && { connectionStateRecovery: recovery }),
  });
  const answers = options.answers ?? memoryAnswers();
  const replayStore = options.replayStore ?? memoryReplay();
  const drain = new Drain(log.child({ plugin: "wirepact" }), options.drainMs);
  const { observers = [] } = options;
  const watch = observers.length === 0 ? undefined : new Watch(observers, log.child({ plugin: "wirepact" }));
  // Where connections are recovered, what they had is kept by their namespace.
  const keptMs = recovery === undefined ? 0 : (recovery.maxDisconnectionDuration ?? defaultRecoveryMs);
  const channels = definitions.map((definition) => {
    const middleware = [
      ...(options.use ?? []).map((each) => ({ middleware: each, members: [] })),
      ...(options.channels[definition.name]?.middleware ?? []),
    ];
    checkMiddleware(definition, middleware);
    const common = {
      // checkImplementations gives handlers for each definition.
      handlers: handlers.get(definition.name) ?? {},
      middleware,
      log: log.child({ channel: definition.name }),
      connectTimeoutMs: options.connectTimeoutMs ?? defaultTimeoutMs,
      hooks: options,
      watch,
      maxStreams: options.maxStreams ?? defaultMaxStreams,
      onExpiry: options.onExpiry ?? "end",
      limits,
      recoversConnections: recovery !== undefined,
      // Recovery numbers each event behind its arguments, and another parser has frames of its own.
      writesBatches: recovery === undefined && parser === undefined,
      handshakeOf,
      answers,
      replayStore,
      drain,
    };
    if (hasParams(definition)) return new ChannelFamily({ ...common, definition, io, keptMs });
    const channel = new Channel({ ...common, definition, namespace: claim(io, definition.path) });
    admitClients(channel);
    return channel;
  });
  const sockets = Object.freeze({
    ...Object.fromEntries(channels.map((channel) => [channel.definition.name, socketsOf(channel)])),
    get isReady() {
      return drain.isReady;
    },
    get isDraining() {
      return drain.isDraining;
    },
  } satisfies SocketsState);
  const replays = channels.flatMap((channel) =>
    channel instanceof Channel && channel.replay ? [channel.replay] : [],
  );
  watch?.open(() => readServerState(io, channels));
  return { channels, sockets, drain, replays, watch };
}

function hasParams(definition: ChannelDefinition): definition is ParameterisedDefinition {
  return definition.params !== undefined;
}

function claim(io: Server, path: string): Namespace {
  const namespace = io.of(path);
  if (served.has(namespace)) {
    throw new StartupError(
      "WP_CHANNEL_TWICE",
      `\`${path}\` of this Socket.IO server has a channel already. Call \`attachSockets\` once for each server.`,
    );
  }
  served.add(namespace);
  return namespace;
}

/** A channel's own part of `app.sockets`, or what gives it for parameters. */
function socketsOf(channel: Channel | ChannelFamily): unknown {
  if (channel instanceof Channel) return new ChannelSockets(() => channel);
  return (params: unknown) => {
    // Wrong parameters are told at once.
    channel.channelOf(params);
    return new ChannelSockets(() => channel.channelOf(params));
  };
}

/** Waits for `disconnect` handlers and kept answers, which may be written to what the application closes next. */
export async function farewells(channels: OpenChannels["channels"]): Promise<void> {
  const pending = channels.flatMap((channel) => [...channel.farewells]);
  if (pending.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, farewellMs);
  });
  await Promise.race([Promise.all(pending), deadline]);
  clearTimeout(timer);
}
