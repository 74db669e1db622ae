// A channel with one member for each thing that the runtime has to get right, written as the generator emits them.
import type { FastifyPluginAsync } from "fastify";
import { call, channel, event, room } from "wirepact/contract";
import {
  type AppStart,
  type Call,
  type CallDefinition,
  type CallWithoutInput,
  type ChannelDefinition,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type DeclaredErrorWithoutData,
  type Emit,
  type EmitWithoutPayload,
  type Failure,
  fromContract,
  type GroupCall,
  type GroupCallWithoutInput,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RoomHandle,
  type RoomHandlers,
  type RoomMembership,
  type RunsIn,
  type SessionOf,
  type SocketServerOptions,
  socketsPlugin,
  type TargetBase,
} from "wirepact/server";
import { z } from "zod";

const tree: z.ZodType<Tree> = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});

export interface Tree {
  name: string;
  children: Tree[];
}

const arenaContract = channel("/arena", {
  auth: z.object({ name: z.string().min(1) }),
  errors: { NameTaken: z.object({ name: z.string() }) },
  rooms: {
    team: room(z.object({ id: z.string().max(64), size: z.int() })),
    court: room(z.string()),
  },
  clientToServer: {
    add: call({ input: z.object({ a: z.number(), b: z.number() }), output: z.object({ sum: z.number() }) }),
    ping: call(),
    echo: call({ input: z.unknown(), output: z.unknown() }),
    greet: call({ input: z.string().optional(), output: z.string() }),
    plant: call({ input: tree, output: tree }),
    slow: call({ input: z.object({ ms: z.number() }), output: z.string(), timeoutMs: 150 }),
    fail: call({
      input: z.object({ how: z.string() }),
      output: z.string(),
      errors: { Full: z.object({ seats: z.int() }), Shut: z.void() },
    }),
    defect: call({
      input: z.string().refine(() => {
        throw new Error("the author's own check");
      }),
    }),
    join: call({ input: z.object({ id: z.string(), size: z.int() }) }),
    shout: event(z.object({ text: z.string() })),
    wave: event(),
  },
  serverToClient: {
    heard: event(z.object({ text: z.string() })),
    waved: event(),
    anything: event(z.unknown()),
    confirm: call({
      input: z.object({ question: z.string() }),
      output: z.boolean(),
      errors: { Busy: z.object({ untilMs: z.number() }) },
      timeoutMs: 200,
    }),
    poke: call(),
  },
});

const { clientToServer, serverToClient } = arenaContract;

export interface ArenaEvents {
  readonly heard: Emit<{ text: string }>;
  readonly waved: EmitWithoutPayload;
  readonly anything: Emit<unknown>;
}
export interface ArenaCalls {
  readonly confirm: Call<{ question: string }, boolean>;
  readonly poke: CallWithoutInput<void>;
}
export interface ArenaGroupCalls {
  readonly confirm: GroupCall<{ question: string }, boolean>;
  readonly poke: GroupCallWithoutInput<void>;
}
export interface TeamKey {
  id: string;
  size: number;
}
export interface ArenaRoomTargets {
  readonly team: (key: TeamKey) => ArenaTarget;
  readonly court: (key: string) => ArenaTarget;
}
export interface ArenaTarget extends TargetBase<ArenaTarget> {
  readonly emit: ArenaEvents;
  readonly call: ArenaGroupCalls;
  readonly to: ArenaRoomTargets;
  readonly except: ArenaRoomTargets;
}
export interface ArenaPeer {
  readonly id: string;
  readonly emit: ArenaEvents;
  readonly call: ArenaCalls;
  readonly volatile: { readonly emit: ArenaEvents };
  disconnect(reason?: string): void;
}
export interface ArenaMemberships<Session> {
  readonly team: (key: TeamKey) => RoomMembership<Session, TeamKey>;
  readonly court: (key: string) => RoomMembership<Session, string>;
}
export interface ArenaContext<Session> extends ConnectionContext<{ name: string }, Session> {
  readonly emit: ArenaEvents;
  readonly call: ArenaCalls;
  readonly volatile: { readonly emit: ArenaEvents };
  readonly to: ArenaRoomTargets;
  readonly except: ArenaRoomTargets;
  readonly others: ArenaTarget;
  readonly all: ArenaTarget;
  readonly rooms: ArenaMemberships<Session>;
}
export interface FailContext<Session> extends ArenaContext<Session> {
  readonly error: {
    readonly Full: DeclaredError<{ seats: number }>;
    readonly Shut: DeclaredErrorWithoutData;
  };
}
export interface ArenaRefusals extends Refusals {
  readonly NameTaken: DeclaredError<{ name: string }>;
}
type Awaitable<Value> = Value | Promise<Value>;
export interface ArenaAdditions {
  readonly add: unknown;
  readonly ping: unknown;
  readonly echo: unknown;
  readonly greet: unknown;
  readonly plant: unknown;
  readonly slow: unknown;
  readonly fail: unknown;
  readonly defect: unknown;
  readonly join: unknown;
  readonly shout: unknown;
  readonly wave: unknown;
}
export interface ArenaHandlers<Session, Additions extends ArenaAdditions = ArenaAdditions> {
  connect?(request: ConnectionRequest<{ name: string }, ArenaRefusals>): Awaitable<Session>;
  connected?(context: ArenaContext<Session>): Awaitable<void>;
  disconnect?(reason: string, context: ArenaContext<Session>): Awaitable<void>;
  readonly rooms?: {
    readonly team?: RoomHandlers<TeamKey, ArenaContext<Session>>;
    readonly court?: RoomHandlers<string, ArenaContext<Session>>;
  };
  onError?(failure: Failure): Awaitable<void>;
  add(
    input: { a: number; b: number },
    context: ArenaContext<Session> & Additions["add"],
  ): Awaitable<{ sum: number }>;
  ping(context: ArenaContext<Session> & Additions["ping"]): Awaitable<void>;
  echo(input: unknown, context: ArenaContext<Session> & Additions["echo"]): Awaitable<unknown>;
  greet(input: string | undefined, context: ArenaContext<Session> & Additions["greet"]): Awaitable<string>;
  plant(input: Tree, context: ArenaContext<Session> & Additions["plant"]): Awaitable<Tree>;
  slow(input: { ms: number }, context: ArenaContext<Session> & Additions["slow"]): Awaitable<string>;
  fail(input: { how: string }, context: FailContext<Session> & Additions["fail"]): Awaitable<string>;
  defect(input: string, context: ArenaContext<Session> & Additions["defect"]): Awaitable<void>;
  join(input: TeamKey, context: ArenaContext<Session> & Additions["join"]): Awaitable<void>;
  shout(input: { text: string }, context: ArenaContext<Session> & Additions["shout"]): Awaitable<void>;
  wave(context: ArenaContext<Session> & Additions["wave"]): Awaitable<void>;
}
export interface ArenaRooms<Session> {
  readonly team: (key: TeamKey) => RoomHandle<Session, TeamKey>;
  readonly court: (key: string) => RoomHandle<Session, string>;
}
export interface ArenaSockets<Session = unknown> {
  readonly all: ArenaTarget;
  readonly to: ArenaRoomTargets;
  readonly except: ArenaRoomTargets;
  client(id: string): ArenaPeer;
  readonly rooms: ArenaRooms<Session>;
  withSession<Session>(handlers: ChannelImplementation<"arena", Session>): ArenaSockets<Session>;
  readonly namespace: Namespace;
}

export interface ImplementArena<Needed, Additions extends ArenaAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: ArenaHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"arena", Session>;
  with<Context, Added, Member extends keyof ArenaAdditions = keyof ArenaAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<ArenaContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementArena<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

export const implementArena: ImplementArena<unknown, ArenaAdditions> = implementChannel("arena");

const opaque = { isOpaque: true };

export const arenaDefinition: ChannelDefinition = {
  name: "arena",
  path: "/arena",
  fingerprint: "0123456789abcdef",
  auth: fromContract(arenaContract.auth),
  errors: { NameTaken: fromContract(arenaContract.errors.NameTaken) },
  rooms: {
    team: { key: fromContract(arenaContract.rooms.team.key), fields: ["id", "size"] },
    court: { key: fromContract(arenaContract.rooms.court.key) },
  },
  clientToServer: {
    add: callOf(clientToServer.add),
    ping: callOf(clientToServer.ping),
    echo: {
      kind: "call",
      input: fromContract(clientToServer.echo.input, opaque),
      output: fromContract(clientToServer.echo.output, opaque),
      errors: {},
    },
    greet: callOf(clientToServer.greet),
    plant: callOf(clientToServer.plant),
    slow: { ...callOf(clientToServer.slow), timeoutMs: 150 },
    fail: {
      ...callOf(clientToServer.fail),
      errors: { Full: fromContract(clientToServer.fail.errors.Full), Shut: undefined },
    },
    defect: callOf(clientToServer.defect),
    join: callOf(clientToServer.join),
    shout: { kind: "event", payload: fromContract(clientToServer.shout.payload) },
    wave: { kind: "event", payload: undefined },
  },
  serverToClient: {
    heard: { kind: "event", payload: fromContract(serverToClient.heard.payload) },
    waved: { kind: "event", payload: undefined },
    anything: { kind: "event", payload: fromContract(serverToClient.anything.payload, opaque) },
    confirm: {
      ...callOf(serverToClient.confirm),
      errors: { Busy: fromContract(serverToClient.confirm.errors.Busy) },
      timeoutMs: 200,
    },
    poke: callOf(serverToClient.poke),
  },
};

function callOf({ input, output }: { readonly input?: unknown; readonly output?: unknown }): CallDefinition {
  return {
    kind: "call",
    input: input === undefined ? undefined : fromContract(input),
    output: output === undefined ? undefined : fromContract(output),
    errors: {},
  };
}

export interface ArenaOptions extends SocketServerOptions {
  readonly channels: { readonly arena: ChannelImplementation<"arena"> };
  onStart?(start: AppStart<{ readonly arena: ArenaSockets }>): void | Promise<void>;
}

export const arenaPlugin: FastifyPluginAsync<ArenaOptions> = socketsPlugin<ArenaOptions>([arenaDefinition]);
