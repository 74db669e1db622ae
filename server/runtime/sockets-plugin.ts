import type { EventEmitter } from "node:events";
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync, RegisterOptions } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ServerOptions } from "socket.io";
import { type ChannelDefinition, defaultTimeoutMs, longestDelayMs } from "../../contracts/wire/index.js";
import { startBackground } from "./background.js";
import { boundPackets } from "./bound-packets.js";
import { ChannelFamily } from "./channel-family.js";
import { serveClient } from "./client-bundle/serve-client.js";
import { refuseHandshakes } from "./drain/refuse-handshakes.js";
import { handshakeRequest } from "./handshake-request.js";
import type { AppStart } from "./hooks.js";
import { declaredBinary } from "./limits/declared-binary.js";
import { Limits } from "./limits/limits.js";
import { joinProcesses, withoutLinks } from "./links/join-processes.js";
import { isServedWorker, takeConnections } from "./links/served-worker.js";
import { enginePath, mountEngine } from "./mount-engine.js";
import { handshakeCode } from "./observe/closed-names.js";
import { farewells, openChannels } from "./open-channels.js";
import { corsOf, originPolicy } from "./origin-policy.js";
import { flushAll } from "./outbox.js";
import { refuseOtherNamespaces } from "./refuse-other-namespaces.js";
import type { ChannelImplementation, SocketServerOptions } from "./server-types.js";
import { checkInternals } from "./socket-internals.js";

/** What the plugin is registered with: each channel's handlers, wirepact's options, and Socket.IO's. */
export interface SocketsPluginOptions extends SocketServerOptions {
  readonly channels: Readonly<Record<string, ChannelImplementation<string>>>;
  onStart?(start: AppStart<object>): void | Promise<void>;
}

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
  const log = app.log.child({ plugin: "wirepact" });
  const limits = new Limits(options.limits === undefined ? {} : options.limits, log);
  limits.closeIdle();
  const { adapter, link, stores } = joinProcesses(definitions, options, log, options.transports);
  app.addHook("onClose", () => link?.close());
  await link?.connect();
  const ofEngine = {
    ...connectTimeoutOf(options, limits),
    ...socketOptions(options),
    ...corsOf(options),
    ...(adapter && { adapter }),
  };
  const engine = mountEngine(app, ofEngine, {
    originRefusal: originPolicy(options),
    addresses: limits.addresses,
  });
  if (isServedWorker()) takeConnections(engine.io, app.server);
  boundPackets(engine.io, {
    wantsBinary: options.limits?.binary === false ? undefined : declaredBinary(definitions, engine.io),
  });
  const { channels, sockets, drain, replays, watch } = openChannels(definitions, {
    io: engine.io,
    options: { ...withoutLinks(options), ...stores, ...(adapter && { adapter }) },
    limits,
    log: app.log,
    handshakeOf: ({ request }) => handshakeRequest(engine.requestOf(request)),
  });
  engine.io.engine.on("connection_error", ({ code, message }: { code: number; message: string }) => {
    watch?.refusedClient(undefined, handshakeCode);
    log.debug({ code, reason: message }, "handshake refused by Engine.IO");
  });
  engine.io.engine.on("connection", (transport: EngineSocket) => {
    limits.outgoing?.watch(transport);
    limits.addresses?.enter(transport, engine.requestOf(transport.request));
  });
  refuseOtherNamespaces(engine.io, log, {
    paths: new Set(definitions.map(({ path }) => path)),
    families: channels.filter((channel) => channel instanceof ChannelFamily),
    watch,
  });

  app.decorate("sockets", sockets);
  const stopBackground = runOnStart(app, options, { sockets, log });
  const empty = async () => {
    drain.begin();
    refuseHandshakes(engine.io);
    await stopBackground?.();
    await drain.run(channels);
  };
  // Hooks run the last one first, and what is added here comes behind Fastify's own, ahead of which it takes requests: those of
  // clients that poll, and those of whoever asks whether it is ready.
  app.addHook("onReady", async () => {
    app.addHook("onClose", empty);
  });
  // Before Fastify stops listening: with `onClose` the server would wait for WebSockets that wait for the server.
  app.addHook("preClose", async () => {
    // Where the app was closed before it was ready.
    if (!drain.isDraining) await empty();
    flushAll();
    for (const channel of channels) channel.closePresence();
    await engine.close();
    await farewells(channels);
    await Promise.all(replays.map((replay) => replay.close()));
    watch?.close();
  });
  await Promise.all([...replays.map((replay) => replay.open()), link?.settle()]);
  for (const channel of channels) channel.greet();
  drain.open();
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

/** What Engine.IO says of a connection. */
interface EngineSocket extends EventEmitter {
  readonly request: object;
}

/** Socket.IO closes who is in no namespace by then, and takes who is being let in for none: `connect` has its own time. */
function connectTimeoutOf(options: SocketsPluginOptions, { joinWithinMs }: Limits): Partial<ServerOptions> {
  const connectTimeout = joinWithinMs + (options.connectTimeoutMs ?? defaultTimeoutMs);
  return connectTimeout === Number.POSITIVE_INFINITY
    ? {}
    : { connectTimeout: Math.min(connectTimeout, longestDelayMs) };
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
    limits: _limits,
    onError: _onError,
    onUnknown: _onUnknown,
    onRateLimited: _onRateLimited,
    observers: _observers,
    onStart: _onStart,
    maxStreams: _maxStreams,
    drainMs: _drainMs,
    adapter: _adapter,
    redis: _redis,
    sticky: _sticky,
    prefix: _prefix,
    logLevel: _logLevel,
    logSerializers: _logSerializers,
    ...rest
  } = options as SocketsPluginOptions & RegisterOptions;
  return rest;
}
