import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import type { DefaultEventsMap, Namespace } from "socket.io";
import type {
  CallDefinition,
  ChannelDefinition,
  EventDefinition,
  MemberDefinition,
} from "../../contracts/wire/index.js";
import type { AnswerStore } from "./answer-store.js";
import { type ChannelGroups, channelGroups } from "./channel-groups.js";
import type { Handlers } from "./check-implementations.js";
import type { Connection } from "./connection.js";
import { declaredErrors } from "./declared-errors.js";
import type { IdempotentCall } from "./idempotent-call.js";
import { type ChannelReplay, channelReplay } from "./replay/channel-replay.js";
import type { ReplayStore } from "./replay/replay-store.js";
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
export interface ClientToServerMember extends Member {
  readonly definition: MemberDefinition;
}

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
  readonly namespace: Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, unknown>;
  /** Child of `app.log` that names the channel. */
  readonly log: FastifyBaseLogger;
  readonly connectTimeoutMs: number;
  /** Whether Socket.IO's connection state recovery is on. */
  readonly recoversConnections: boolean;
  /** Whether clients that read batches are sent them. */
  readonly writesBatches: boolean;
  /** Fastify's request of a handshake, by Node's. */
  readonly requestOf: (request: object) => FastifyRequest | undefined;
  /** Remembers the answers of idempotent calls. */
  readonly answers: AnswerStore;
  /** Where events wait for clients that are away. */
  readonly replayStore: ReplayStore;
}

/** One channel while the server runs. */
export class Channel {
  readonly definition: ChannelDefinition;
  readonly namespace: ChannelOptions["namespace"];
  readonly log: FastifyBaseLogger;
  readonly connectTimeoutMs: number;
  readonly recoversConnections: boolean;
  readonly writesBatches: boolean;
  /** The namespace in a frame: `/chat,`, or nothing for Socket.IO's default one. */
  readonly address: string;
  readonly requestOf: ChannelOptions["requestOf"];
  readonly answers: AnswerStore;
  /** There where the channel has events that are replayed. */
  readonly replay: ChannelReplay | undefined;
  /** Idempotent calls that this process has begun and not answered. */
  readonly onceRunning = new Map<string, IdempotentCall>();
  /** What clients may send, by name. A Map, so that no name means anything else: `__proto__` is not in it. */
  readonly members: ReadonlyMap<string, ClientToServerMember>;
  readonly connect: Member | undefined;
  readonly connected: Member | undefined;
  readonly disconnect: Member | undefined;
  readonly groups: ChannelGroups;
  /** Everyone on the channel. */
  readonly all: Target;
  /** Clients that are connected to this process, by id. */
  readonly connections = new Map<string, Connection>();
  /** `disconnect` handlers that are at it: the app waits for them when it closes. */
  readonly farewells = new Set<Promise<void>>();

  constructor(options: ChannelOptions) {
    const { definition, handlers } = options;
    this.definition = definition;
    this.namespace = options.namespace;
    this.log = options.log;
    this.connectTimeoutMs = options.connectTimeoutMs;
    this.recoversConnections = options.recoversConnections;
    this.writesBatches = options.writesBatches;
    this.address = definition.path === "/" ? "" : `${definition.path},`;
    this.requestOf = options.requestOf;
    this.answers = options.answers;
    this.members = new Map(
      Object.entries(definition.clientToServer).map(([name, member]) => {
        const errors = member.kind === "call" ? member.errors : {};
        return [name, { ...bindHandler(definition.name, name, handlers, errors), definition: member }];
      }),
    );
    const lifeCycle = (name: string) =>
      handlers[name] === undefined ? undefined : bindHandler(definition.name, name, handlers, {});
    this.connect = lifeCycle("connect");
    this.connected = lifeCycle("connected");
    this.disconnect = lifeCycle("disconnect");
    this.replay = channelReplay(this, options.replayStore);
    this.groups = channelGroups(this);
    // Nobody is taken out, hence everyone: the way to an operator of Socket.IO's that all else starts from.
    this.all = new Target(this, options.namespace.except([]));
  }
}

function bindHandler(
  channel: string,
  name: string,
  handlers: Handlers,
  errors: Parameters<typeof declaredErrors>[1],
): Member {
  const place = `${channel}.${name}`;
  return {
    name,
    place,
    errors: declaredErrors(place, errors),
    // Called as a method, so that `this` in a handler is what the handlers were given as.
    handle: (...values) => handlers[name]?.(...values),
  };
}
