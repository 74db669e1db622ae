import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync, RegisterOptions } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ServerOptions } from "socket.io";
import { type ChannelDefinition, defaultTimeoutMs } from "../../contracts/wire/index.js";
import { admitClients } from "./admit-client.js";
import { startBackground } from "./background.js";
import { Channel } from "./channel.js";
import { ChannelFamily, type ParameterisedDefinition } from "./channel-family.js";
import { ChannelSockets } from "./channel-sockets.js";
import { checkImplementations } from "./check-implementations.js";
import { checkMiddleware } from "./check-middleware.js";
import { serveClient } from "./client-bundle/serve-client.js";
import type { AppStart } from "./hooks.js";
import { NamespaceLimit } from "./limit-namespaces.js";
import { memoryAnswers } from "./memory-answers.js";
import { enginePath, mountEngine } from "./mount-engine.js";
import { corsOf, originPolicy } from "./origin-policy.js";
import { flushAll } from "./outbox.js";
import { refuseOtherNamespaces } from "./refuse-other-namespaces.js";
import { checkReplay } from "./replay/check-replay.js";
import { memoryReplay } from "./replay/memory-replay.js";
import type { ChannelImplementation, SocketServerOptions } from "./server-types.js";
import { checkInternals } from "./socket-internals.js";

/** What the plugin is registered with: each channel's handlers, wirepact's options, and Socket.IO's. */
export interface SocketsPluginOptions extends SocketServerOptions {
  readonly channels: Readonly<Record<string, ChannelImplementation<string>>>;
  onStart?(start: AppStart<object>): void | Promise<void>;
}

/** Milliseconds that the app waits at its close for `disconnect` handlers. */
const farewellMs = 2_000;
/** Namespaces with parameters: tabs of one page, projects of one person. */
const defaultMaxNamespaces = 100;
/** Milliseconds that Socket.IO keeps what a lost connection had, where it is not told otherwise. */
const defaultRecoveryMs = 120_000;

/** Streams that one client may have open on a channel where the options do not say. */
const defaultMaxStreams = 64;

/**
 * Makes the Fastify plugin of the given channels; generated code calls it and gives it its types. The plugin decorates
 * `app.sockets`, serves Socket.IO below the prefix of the app that it is registered on, and ends with the app.
 *
 * Registering rejects with an error whose `code` is one of {@link StartupErrorCode} when a channel or handler is
 * missing.
 */
export function socketsPlugin<Options extends SocketsPluginOptions>(
  definitions: readonly ChannelDefinition[],
): FastifyPluginAsync<Options> {
  const plugin: FastifyPluginAsync<Options> = async (app, options) => {
    await start(app, definitions, options);
    if (options.client) await serveClient(app, options.client, enginePath(app.prefix, options.path));
  };
  return fastifyPlugin(plugin, { fastify: "5.x", name: "wirepact" });
}

async function start(
  app: FastifyInstance,
  definitions: readonly ChannelDefinition[],
  options: SocketsPluginOptions,
): Promise<void> {
  checkInternals();
  const handlers = checkImplementations(definitions, options.channels);
  checkReplay(definitions, options);
  const log = app.log.child({ plugin: "wirepact" });
  const engine = mountEngine(app, { ...socketOptions(options), ...corsOf(options) }, originPolicy(options));
  engine.io.engine.on("connection_error", ({ code, message }: { code: number; message: string }) => {
    log.debug({ code, reason: message }, "handshake refused by Engine.IO");
  });
  const answers = options.answers ?? memoryAnswers();
  const replayStore = options.replayStore ?? memoryReplay();
  const limit = new NamespaceLimit(options.maxNamespacesPerConnection ?? defaultMaxNamespaces);
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
      log: app.log.child({ channel: definition.name }),
      connectTimeoutMs: options.connectTimeoutMs ?? defaultTimeoutMs,
      hooks: options,
      maxStreams: options.maxStreams ?? defaultMaxStreams,
      recoversConnections: options.connectionStateRecovery !== undefined,
      // Recovery numbers each event behind its arguments, and another parser has frames of its own.
      writesBatches: options.connectionStateRecovery === undefined && options.parser === undefined,
      requestOf: engine.requestOf,
      answers,
      replayStore,
    };
    if (hasParams(definition)) {
      return new ChannelFamily({ ...common, definition, io: engine.io, keptMs: keptMs(options), limit });
    }
    const channel = new Channel({ ...common, definition, namespace: engine.io.of(definition.path) });
    admitClients(channel);
    return channel;
  });
  refuseOtherNamespaces(engine.io, log, {
    paths: new Set(definitions.map(({ path }) => path)),
    families: channels.filter((channel) => channel instanceof ChannelFamily),
  });

  const sockets = Object.freeze(
    Object.fromEntries(channels.map((channel) => [channel.definition.name, socketsOf(channel)])),
  );
  app.decorate("sockets", sockets);
  const stopBackground = runOnStart(app, options, { sockets, log });
  const replays = channels.flatMap((channel) =>
    channel instanceof Channel && channel.replay ? [channel.replay] : [],
  );
  // Before Fastify stops listening: with `onClose` the server would wait for WebSockets that wait for the server.
  app.addHook("preClose", async () => {
    await stopBackground?.();
    flushAll();
    for (const channel of channels) channel.closePresence();
    await engine.close();
    await farewells(channels);
    await Promise.all(replays.map((replay) => replay.close()));
  });
  await Promise.all(replays.map((replay) => replay.open()));
}

function hasParams(definition: ChannelDefinition): definition is ParameterisedDefinition {
  return definition.params !== undefined;
}

/** Where connections are recovered, what they had is kept by their namespace. */
function keptMs({ connectionStateRecovery: recovery }: SocketsPluginOptions): number {
  return recovery === undefined ? 0 : (recovery.maxDisconnectionDuration ?? defaultRecoveryMs);
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

function runOnStart(
  app: FastifyInstance,
  { onStart, onError }: SocketsPluginOptions,
  { sockets, log }: { readonly sockets: object; readonly log: FastifyBaseLogger },
): (() => Promise<void>) | undefined {
  if (onStart === undefined) return undefined;
  const scene = {
    log,
    name: "onStart",
    place: "onStart",
    clientId: undefined,
    onError: onError === undefined ? [] : [onError],
  };
  return startBackground(app, { onStart, sockets, scene });
}

/** What is left for Socket.IO: neither our options nor those that Fastify adds for every plugin. */
function socketOptions(options: SocketsPluginOptions): Partial<ServerOptions> {
  const {
    channels: _channels,
    connectTimeoutMs: _connectTimeoutMs,
    origins: _origins,
    cookiesWithoutOrigin: _cookiesWithoutOrigin,
    client: _client,
    answers: _answers,
    replayStore: _replayStore,
    use: _use,
    maxNamespacesPerConnection: _maxNamespacesPerConnection,
    onError: _onError,
    onUnknown: _onUnknown,
    onStart: _onStart,
    maxStreams: _maxStreams,
    prefix: _prefix,
    logLevel: _logLevel,
    logSerializers: _logSerializers,
    ...rest
  } = options as SocketsPluginOptions & RegisterOptions;
  return rest;
}

/** `disconnect` handlers may write to what the app closes next. */
async function farewells(channels: readonly (Channel | ChannelFamily)[]): Promise<void> {
  const pending = channels.flatMap((channel) => [...channel.farewells]);
  if (pending.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, farewellMs);
  });
  await Promise.race([Promise.all(pending), deadline]);
  clearTimeout(timer);
}
