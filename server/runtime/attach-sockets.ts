import type { FastifyBaseLogger } from "fastify";
import { Server } from "socket.io";
import type { ChannelDefinition } from "../../contracts/wire/index.js";
import { boundPackets } from "./bound-packets.js";
import { ChannelFamily } from "./channel-family.js";
import { refuseHandshakes } from "./drain/refuse-handshakes.js";
import { plainHandshake } from "./handshake-request.js";
import { declaredBinary } from "./limits/declared-binary.js";
import { Limits } from "./limits/limits.js";
import { joinProcesses, withoutLinks } from "./links/join-processes.js";
import { farewells, openChannels } from "./open-channels.js";
import { flushAll } from "./outbox.js";
import type { ChannelImplementation, OriginOptions, WirepactOptions } from "./server-types.js";
import { checkInternals } from "./socket-internals.js";
import { StartupError } from "./startup-error.js";

/**
 * Options of the generated `attachSockets` besides `channels`. Which pages may connect, and what is served beside the
 * sockets, is the affair of the server's owner: Socket.IO's `allowRequest` is where an `Origin` is looked at.
 */
export interface AttachOptions extends Omit<WirepactOptions, keyof OriginOptions | "client"> {
  /** Where it is logged what goes wrong: `app.log`, or a logger of pino's. */
  readonly log: FastifyBaseLogger;
}

/** What channels are attached with: each channel's handlers, and wirepact's options. */
export interface SocketsAttachOptions extends AttachOptions {
  readonly channels: Readonly<Record<string, ChannelImplementation<string>>>;
}

/** A server of Socket.IO's, whatever events its owner has typed it with. */
export interface ForeignServer {
  readonly engine: object;
  of(path: string): object;
}

/** Channels on a Socket.IO server that belongs to somebody else. */
export interface AttachedSockets<Sockets> {
  /** What the server may send, from anywhere. */
  readonly sockets: Sockets;
  /**
   * Answers new connections of the server with 503, asks clients of the channels to move to another process, lets their calls
   * end for `drainMs` at most, and cuts their connections then. To be called ahead of `io.close()`. Never rejects.
   */
  drain(): Promise<void>;
  /**
   * Ends the channels for their clients and settles when the `disconnect` handlers are done, after two seconds at most.
   * To be called behind `io.close()`, which keeps new clients away; the server itself stays its owner's.
   */
  close(): Promise<void>;
}

/**
 * Makes the function that attaches the given channels to a Socket.IO server; generated code calls it and gives it its
 * types. The returned function is called before the server takes its first client, and throws an error whose `code` is
 * one of {@link StartupErrorCode}.
 */
export function socketsAttachment<Options extends SocketsAttachOptions, Sockets>(
  definitions: readonly ChannelDefinition[],
): (io: ForeignServer, options: Options) => AttachedSockets<Sockets> {
  return (io, options) => {
    checkInternals();
    if (!(io instanceof Server)) {
      throw new StartupError(
        "WP_OTHER_SOCKET_IO",
        "This is no server of the `socket.io` that wirepact uses. Make it with `new Server(…)` of socket.io 4.8, and run `npm dedupe` if that is installed twice.",
      );
    }
    const limits = new Limits(options.limits === undefined ? {} : options.limits, options.log);
    const { adapter, link, stores } = joinProcesses(definitions, options, options.log, io._opts.transports);
    // The namespaces that are there get theirs, as those to come do.
    if (adapter !== undefined) io.adapter(adapter);
    const { channels, sockets, drain, replays, watch } = openChannels(definitions, {
      io,
      options: { ...withoutLinks(options), ...stores, ...(adapter && { adapter }) },
      limits,
      log: options.log,
      handshakeOf: plainHandshake,
    });
    link?.connect().catch((error: unknown) => {
      options.log.error({ err: error }, "other processes cannot be reached yet");
    });
    Promise.all(replays.map((replay) => replay.open())).then(
      () => drain.open(),
      (error: unknown) => {
        options.log.error({ err: error }, "events cannot be kept for clients that are away");
      },
    );
    void link?.settle().then(() => {
      for (const channel of channels) channel.greet();
    });
    const families = channels.filter((channel) => channel instanceof ChannelFamily);
    if (families.length > 0) io.of((name, _auth, next) => next(null, opens(families, name)));
    boundPackets(io, {
      paths: new Set(definitions.map(({ path }) => path)),
      wantsBinary: options.limits?.binary === false ? undefined : declaredBinary(definitions, io),
    });
    return {
      // The generated interface and the definitions come from one contract.
      sockets: sockets as Sockets,
      drain: () => {
        if (!drain.isDraining) refuseHandshakes(io);
        return drain.run(channels);
      },
      close: async () => {
        drain.end(channels);
        flushAll();
        for (const channel of channels) channel.dismiss();
        await farewells(channels);
        await Promise.all(replays.map((replay) => replay.close()));
        link?.close();
        watch?.close();
      },
    };
  };
}

/** Opens the namespace where a channel's parameters lead to it; the owner's own are asked for all others. */
function opens(families: readonly ChannelFamily[], name: string): boolean {
  return families.some((family) => family.open(name) === true);
}
