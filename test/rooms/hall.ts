// A channel whose rooms clients join, written as the generator emits both of its sides.
import type { FastifyPluginAsync } from "fastify";
import {
  boolean,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  givenRoom,
  incomingEvent,
  int,
  type JoinablePresenceRoom,
  type JoinableRoom,
  joinedRoom,
  max,
  number,
  type On,
  object,
  type PresenceRoom,
  payloadCheck,
  presentAuth,
  roomPresence,
  type SystemFailure,
  string,
  trim,
} from "wirepact/client";
import {
  type ChannelDefinition,
  type ChannelImplementation,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type JoinablePresenceHandlers,
  type JoinableRoomHandlers,
  type Namespace,
  type PresenceHandle,
  type PresenceHandlers,
  type PresenceMembership,
  type Refusals,
  type RoomHandle,
  type RoomMembership,
  type SocketServerOptions,
  payloadCheck as serverCheck,
  socketsPlugin,
  type TargetBase,
} from "wirepact/server";

export interface TableKey {
  floor: number;
  name: string;
}
export interface Mood {
  mood: string;
}
export interface HallTarget extends TargetBase<HallTarget> {
  readonly emit: { readonly served: Emit<string> };
  readonly to: HallTargets;
}
export interface HallTargets {
  readonly table: (key: TableKey) => HallTarget;
  readonly corner: (key: string) => HallTarget;
}
export interface HallContext<Session> extends ConnectionContext<{ name: string }, Session> {
  readonly rooms: {
    readonly table: (key: TableKey) => PresenceMembership<Session, TableKey, Mood, Mood>;
    readonly corner: (key: string) => RoomMembership<Session, string>;
    readonly staff: (key: boolean) => PresenceMembership<Session, boolean, string, string>;
  };
}
export interface TableJoinContext<Session> extends HallContext<Session> {
  readonly error: { readonly Full: DeclaredError<{ seats: number }> };
}
export interface HallHandlers<Session> {
  connect?(request: ConnectionRequest<{ name: string }, Refusals>): Session;
  connected?(context: HallContext<Session>): void | Promise<void>;
  readonly rooms: {
    readonly table: JoinablePresenceHandlers<TableKey, HallContext<Session>, TableJoinContext<Session>>;
    readonly corner: JoinableRoomHandlers<string, HallContext<Session>>;
    readonly staff?: PresenceHandlers<boolean, HallContext<Session>>;
  };
}
export interface HallSockets {
  readonly to: HallTargets;
  readonly rooms: {
    readonly table: (key: TableKey) => PresenceHandle<unknown, TableKey, Mood>;
    readonly corner: (key: string) => RoomHandle<unknown, string>;
    readonly staff: (key: boolean) => PresenceHandle<unknown, boolean, string>;
  };
  readonly namespace: Namespace;
}

export interface HallClient extends ChannelClient<SystemFailure> {
  readonly on: { readonly served: On<string> };
  readonly rooms: {
    readonly table: (
      key: TableKey,
    ) => JoinablePresenceRoom<SystemFailure | DeclaredFailure<"Full", { seats: number }>, Mood, Mood>;
    readonly corner: (key: string) => JoinableRoom<SystemFailure>;
    readonly staff: (key: boolean) => PresenceRoom<string, string>;
  };
}

const name = () => string(trim, max(20));
const tableKey = () => object({ floor: number(int), name: name() });
const seats = () => object({ seats: number(int) });
const mood = () => object({ mood: string() });
const auth = () => object({ name: string() });
const own = { name: "hall", path: "/hall", fingerprint: "0123456789abcdef" };

export const hallDefinition: ChannelDefinition = {
  ...own,
  auth: serverCheck(auth),
  errors: {},
  rooms: {
    table: {
      key: serverCheck(tableKey),
      fields: ["floor", "name"],
      join: "client",
      errors: { Full: serverCheck(seats) },
      presence: serverCheck(mood),
    },
    corner: { key: serverCheck(() => string()), join: "client", errors: {} },
    staff: { key: serverCheck(() => boolean), presence: serverCheck(() => string()) },
  },
  clientToServer: {},
  serverToClient: { served: { kind: "event", payload: serverCheck(() => string()) } },
};

const hallClientDefinition: ClientDefinition = {
  ...own,
  auth: presentAuth(payloadCheck(auth)),
  on: { served: incomingEvent(payloadCheck(() => string())) },
  rooms: {
    table: joinedRoom({
      key: payloadCheck(tableKey),
      errors: { Full: payloadCheck(seats) },
      presence: roomPresence(payloadCheck(mood)),
    }),
    corner: joinedRoom({ key: payloadCheck(() => string()) }),
    staff: givenRoom({
      key: payloadCheck(() => boolean),
      presence: roomPresence(payloadCheck(() => string())),
    }),
  },
};

export function implementHall<Session>(
  handlers: HallHandlers<Session>,
): ChannelImplementation<"hall", Session> {
  return { channel: "hall", handlers };
}

export interface HallOptions extends SocketServerOptions {
  readonly channels: { readonly hall: ChannelImplementation<"hall"> };
}

export const hallPlugin: FastifyPluginAsync<HallOptions> = socketsPlugin<HallOptions>([hallDefinition]);

export function connectHall(
  url: string,
  options: ConnectOptions & { readonly auth: { readonly name: string } },
): HallClient {
  return connectChannel<HallClient>(hallClientDefinition, url, {
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
    ...options,
  });
}
