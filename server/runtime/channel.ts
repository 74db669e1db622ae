import type { FastifyBaseLogger } from "fastify";
import type { DefaultEventsMap, Namespace, Socket } from "socket.io";
import type {
  CallDefinition,
  ChannelDefinition,
  EventDefinition,
  MemberDefinition,
} from "../../contracts/wire/index.js";
import type { AnswerStore } from "./answer-store.js";
import { bindHandler } from "./bind-handler.js";
import { broadcastCheck } from "./bus/broadcast-check.js";
import type { BusGuard } from "./bus/bus-guard.js";
import { guardAdapter } from "./bus/guard-adapter.js";
import { type ChannelGroups, channelGroups } from "./channel-groups.js";
import type { Handlers } from "./check-implementations.js";
import type { Connection } from "./connection.js";
import { refusals } from "./declared-errors.js";
import type { Drain } from "./drain/drain.js";
import type { AppHooks } from "./hooks.js";
import type { IdempotentCall } from "./idempotent-call.js";
import type { Limits } from "./limits/limits.js";
import type { RoomRun } from "./middleware.js";
import { middlewareOf, type UsedMiddleware } from "./middleware-of.js";
import { observeHandler } from "./observe/observe-handler.js";
import type { ObservedMember } from "./observe/observer.js";
import type { Watch } from "./observe/watch.js";
import { ChannelPresence } from "./presence/channel-presence.js";
import { presenceCalls } from "./presence/presence-calls.js";
import type { PayloadSeat } from "./read-payload.js";
import { reauthenticateMember } from "./reauthenticate.js";
import { type ChannelReplay, channelReplay } from "./replay/channel-replay.js";
import type { ReplayStore } from "./replay/replay-store.js";
import type { OnError } from "./report-failure.js";
import { roomCalls } from "./room-calls.js";
import { type Family, roomFamilies } from "./room-families.js";
import type { HandshakeRequest, OnExpiry } from "./server-types.js";
import { joinBroadcastFrames } from "./socket-internals.js";
import { surroundHandler } from "./surround-handler.js";
import { Target } from "./target.js";

/** A handler with its name, bound to the object that it stands on. */
export interface Member {
  readonly name: string;
  /** Its name in messages: `chat.postMessage`. */
  readonly place: string;
  readonly errors: object;
  handle(...values: unknown[]): unknown;
}

/** A call or an event that clients send. */
export interface ClientToServerMember extends Member, PayloadSeat {
  readonly definition: MemberDefinition;
  /** Present for a call of wirepact's own about a family of rooms. */
  readonly ofRoom?: Pick<RoomRun, "kind" | "room">;
  /** What observers know it by, where there are any. */
  readonly observed?: ObservedMember;
}

/** One that has not been told how large its payloads may be. */
export type UnboundedMember = Omit<ClientToServerMember, "bounds">;

/** An event that the server sends. */
export interface ServerEvent {
  readonly name: string;
  readonly place: string;
  readonly definition: EventDefinition;
}

/** A call that the server makes. */
export interface ServerToClientCall {
  readonly name: string;
  readonly place: string;
  readonly definition: CallDefinition;
}

/** What a {@link Channel} is made of. */
export interface ChannelOptions {
  readonly definition: ChannelDefinition;
  readonly handlers: Handlers;
  /** What runs around them, the first outermost. */
  readonly middleware: readonly UsedMiddleware[];
  readonly namespace: Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, unknown>;
  /** The parameters in the namespace's name, where the path has any. */
  readonly params?: unknown;
  /** A channel of the same definition with other parameters: lends what does not hang on them. */
  readonly kin?: Channel | undefined;
  /** Child of `app.log` that names the channel. */
  readonly log: FastifyBaseLogger;
  readonly connectTimeoutMs: number;
  /** The app's. */
  readonly hooks: AppHooks;
  /** The app's observers, where it has any. */
  readonly watch: Watch | undefined;
  /** Streams that one client may have open. */
  readonly maxStreams: number;
  readonly onExpiry: OnExpiry;
  /** The app's. */
  readonly limits: Limits;
  /** Whether Socket.IO's connection state recovery is on. */
  readonly recoversConnections: boolean;
  /** Whether clients that read batches are sent them. */
  readonly writesBatches: boolean;
  /** The HTTP request that a client came with. */
  readonly handshakeOf: (socket: Socket) => HandshakeRequest;
  /** Remembers the answers of idempotent calls. */
  readonly answers: AnswerStore;
  /** Where events wait for clients that are away. */
  readonly replayStore: ReplayStore;
  /** The server's end. */
  readonly drain: Drain;
}

/** One channel while the server runs. */
export class Channel {
  readonly definition: ChannelDefinition;
  readonly handlers: Handlers;
  readonly namespace: ChannelOptions["namespace"];
  readonly params: unknown;
  /** There where an adapter of a kind that wirepact knows joins other processes. */
  readonly bus: BusGuard | undefined;
  readonly log: FastifyBaseLogger;
  readonly connectTimeoutMs: number;
  readonly maxStreams: number;
  readonly limits: Limits;
  readonly watch: Watch | undefined;
  readonly recoversConnections: boolean;
  readonly writesBatches: boolean;
  /** The namespace in a frame: `/chat,`, or nothing for Socket.IO's default one. */
  readonly address: string;
  readonly handshakeOf: ChannelOptions["handshakeOf"];
  readonly answers: AnswerStore;
  /** There where the channel has events that are replayed. */
  readonly replay: ChannelReplay | undefined;
  readonly drain: Drain;
  /** Idempotent calls that this process has begun and not answered. */
  readonly onceRunning = new Map<string, IdempotentCall>();
  /** What clients may send, by name. A Map, so that no name means anything else: `__proto__` is not in it. */
  readonly members: ReadonlyMap<string, ClientToServerMember>;
  /** Its `errors` are what it may refuse with. */
  readonly connect: Member | undefined;
  /** Gives the roles of a session; there where the contract has roles. */
  readonly roles: Member | undefined;
  /** What becomes of a session that ends, where `connect` does not say. */
  readonly onExpiry: OnExpiry;
  readonly connected: Member | undefined;
  readonly disconnect: Member | undefined;
  readonly families: ReadonlyMap<string, Family>;
  /** There where the contract has presence in a family of rooms. */
  readonly presence: ChannelPresence | undefined;
  /** Told of failures: the app's hook, then the channel's. */
  readonly onError: readonly OnError[];
  readonly onUnknown: AppHooks["onUnknown"];
  readonly onRateLimited: AppHooks["onRateLimited"];
  readonly groups: ChannelGroups;
  /** Events of which only the latest waits for a slow client. */
  readonly latestEvents: readonly ServerEvent[];
  /** Everyone on the channel. */
  readonly all: Target;
  /** Clients that are connected to this process, by id. */
  readonly connections = new Map<string, Connection>();
  /** `disconnect` handlers that are at it: the app waits for them when it closes. */
  readonly farewells: Set<Promise<void>>;

  constructor(options: ChannelOptions) {
    const { definition, handlers, kin } = options;
    this.definition = definition;
    this.handlers = handlers;
    this.namespace = options.namespace;
    this.bus = guardAdapter(options.namespace.adapter, options.namespace, options.log);
    if (this.bus !== undefined) this.bus.checkBroadcast = broadcastCheck(definition, options.limits);
    this.params = options.params;
    this.log = options.log;
    this.connectTimeoutMs = options.connectTimeoutMs;
    this.maxStreams = options.maxStreams;
    this.limits = options.limits;
    this.watch = options.watch;
    this.recoversConnections = options.recoversConnections;
    this.writesBatches = options.writesBatches;
    const { name } = options.namespace;
    this.address = name === "/" ? "" : `${name},`;
    this.handshakeOf = options.handshakeOf;
    this.families = kin?.families ?? roomFamilies(definition, handlers);
    this.members = kin?.members ?? bindMembers(options, this.families);
    this.farewells = kin?.farewells ?? new Set();
    const isPresence = Object.values(definition.rooms).some((room) => room.presence !== undefined);
    this.answers = options.answers;
    this.drain = options.drain;
    this.replay = channelReplay(this, options.replayStore);
    this.presence = isPresence ? new ChannelPresence(this) : undefined;
    const lifeCycle = (name: string) =>
      handlers[name] === undefined ? undefined : bindHandler(definition.name, name, handlers, {});
    const connect = lifeCycle("connect");
    this.connect = connect && { ...connect, errors: refusals(connect.place, definition.errors) };
    this.roles = definition.roles && lifeCycle("roles");
    this.onExpiry = options.onExpiry;
    this.connected = lifeCycle("connected");
    this.disconnect = lifeCycle("disconnect");
    const { onError, onUnknown, onRateLimited } = options.hooks;
    this.onError = [onError, handlers.onError?.bind(handlers)].filter((hook) => hook !== undefined);
    this.onUnknown = onUnknown;
    this.onRateLimited = onRateLimited;
    this.latestEvents = kin?.latestEvents ?? latestEvents(definition);
    this.groups = kin?.groups ?? channelGroups(definition);
    joinBroadcastFrames(options.namespace.adapter);
    // Nobody is taken out, hence everyone: the way to an operator of Socket.IO's that all else starts from.
    this.all = new Target(this, options.namespace.except([]));
  }

  listConnections(): readonly Connection[] {
    return [...this.connections.values()];
  }

  listOnceRunning(): readonly IdempotentCall[] {
    return [...this.onceRunning.values()];
  }

  /** Other processes are told at once that the clients of this one are gone. */
  closePresence(): void {
    this.presence?.close();
  }

  /** Other processes can be heard from now on, and are asked what they have told before. */
  greet(): void {
    this.presence?.greet();
  }

  /** Ends the channel for everybody on it. */
  dismiss(): void {
    this.closePresence();
    for (const connection of [...this.connections.values()]) connection.disconnect();
  }
}

function latestEvents({ name: channel, serverToClient }: ChannelDefinition): readonly ServerEvent[] {
  return Object.entries(serverToClient).flatMap(([name, definition]) =>
    definition.kind === "event" && definition.latest !== undefined
      ? [{ name, place: `${channel}.${name}`, definition }]
      : [],
  );
}

function bindMembers(
  { definition, handlers, middleware, connectTimeoutMs, limits, watch }: ChannelOptions,
  families: Channel["families"],
): Channel["members"] {
  const members = Object.entries(definition.clientToServer).map(
    ([name, member]): [string, UnboundedMember] => {
      const errors = member.kind === "event" ? {} : member.errors;
      const bound = { ...bindHandler(definition.name, name, handlers, errors), definition: member };
      return [name, surroundHandler(definition.name, bound, middlewareOf(name, middleware))];
    },
  );
  const ofRooms = [...roomCalls(definition.name, families), ...presenceCalls(definition.name, families)].map(
    ([name, member]): [string, UnboundedMember] => [
      name,
      surroundHandler(definition.name, member, middlewareOf(name, middleware)),
    ],
  );
  const all = [...members, ...reauthenticateMember(definition, connectTimeoutMs), ...ofRooms];
  const { maxBytes, maxDepth, maxNodes } = limits;
  return new Map(
    all.map(([name, bare]) => {
      const member = watch === undefined ? bare : observeHandler(definition.name, bare, watch);
      const own = member.definition.limits?.maxBytes;
      return [name, { ...member, bounds: { maxBytes: own ?? maxBytes, maxDepth, maxNodes } }];
    }),
  );
}
