// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bfb3e114c1334ec1

import {
  boolean,
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  date,
  givenRoom,
  incomingEvent,
  int,
  type JoinablePresenceRoom,
  type JoinableRoom,
  joinedRoom,
  max,
  min,
  named,
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
  withDefault,
} from "wirepact/client";
import { type CornerName, checkCornerName, checkTask, type Task } from "./schemas.js";

/**
 * What a client presents to `hall`.
 *
 * @see [contract/hall.ts:10](../contract/hall.ts#L10)
 */
export interface HallAuth {
  name: string;
}

/**
 * The key of a `table` room of `hall`.
 *
 * @see [contract/hall.ts:13](../contract/hall.ts#L13)
 */
export interface TableKey {
  floor: number;
  name: string;
}

/**
 * Data of `hall.table`'s error `Full`.
 *
 * @see [contract/hall.ts:17](../contract/hall.ts#L17)
 */
export interface TableFull {
  seats: number;
}

/**
 * What is told of who is in `hall.table`.
 *
 * @see [contract/hall.ts:20](../contract/hall.ts#L20)
 */
export interface TablePresence {
  mood: string;
  since: Date;
}

/**
 * What who is in `hall.table` tells.
 *
 * @see [contract/hall.ts:20](../contract/hall.ts#L20)
 */
export interface TablePresenceInit {
  mood?: string | undefined;
  since: Date;
}

/** What joining `hall.rooms.table` may fail with: narrow by `code`. */
export type TableJoinFailure =
  | SystemFailure
  | DeclaredFailure<"Full", TableFull>
  | DeclaredFailure<"Reserved", undefined>;

/** Events of the server on `hall`. */
export interface HallListeners {
  /** @see [contract/hall.ts:26](../contract/hall.ts#L26) */
  readonly served: On<string>;
}

/** Rooms of `hall`, by family and key. */
export interface HallRooms {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:13](../contract/hall.ts#L13)
   */
  readonly table: (key: TableKey) => JoinablePresenceRoom<TableJoinFailure, TablePresence, TablePresenceInit>;
  /** @see [contract/hall.ts:22](../contract/hall.ts#L22) */
  readonly corner: (key: CornerName) => JoinableRoom<SystemFailure>;
  /**
   * Those who work here, with what they do.
   *
   * @see [contract/hall.ts:24](../contract/hall.ts#L24)
   */
  readonly staff: (key: boolean) => PresenceRoom<Task, Task>;
}

/**
 * The client of `hall`.
 *
 * @see [contract/hall.ts:9](../contract/hall.ts#L9)
 */
export interface HallClient extends ChannelClient<SystemFailure> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: HallListeners;
  /** Rooms: to join and to leave, and who is there. */
  readonly rooms: HallRooms;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<HallAuth, void, SystemFailure>;
}

/** Options of {@link connectHall}; `hall` asks for `auth`. */
export interface HallOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: HallAuth | (() => HallAuth | Promise<HallAuth>);
}

/**
 * Connects to `hall`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectHall(url: string, options: HallOptions): HallClient {
  return connectChannel<HallClient>(hallDefinition, url, options);
}

/** `hall` as the runtime sees it. */
const hallDefinition: ClientDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "13f707aa00b1e46b",
  auth: presentAuth(payloadCheck(() => object({ name: string(min(1)) }))),
  on: {
    served: incomingEvent(payloadCheck(() => string())),
  },
  rooms: {
    table: joinedRoom({
      key: payloadCheck(() => object({ floor: number(int), name: string(trim, max(20)) })),
      errors: { Full: payloadCheck(() => object({ seats: number(int) })), Reserved: undefined },
      presence: roomPresence(
        payloadCheck(() => object({ mood: withDefault("calm", string(max(20))), since: date() })),
      ),
    }),
    corner: joinedRoom({ key: payloadCheck(() => named(checkCornerName)) }),
    staff: givenRoom({
      key: payloadCheck(() => boolean),
      presence: roomPresence(payloadCheck(() => named(checkTask))),
    }),
  },
};
