// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3b387445258fcfaa

import {
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  incomingEvent,
  int,
  type JoinableRoom,
  joinedRoom,
  max,
  min,
  number,
  type On,
  object,
  payloadCheck,
  presentAuth,
  type SystemFailure,
  string,
  trim,
} from "wirepact/client";

/**
 * What a client presents to `hall`.
 *
 * @see [contract/hall.ts:5](../contract/hall.ts#L5)
 */
export interface HallAuth {
  name: string;
}

/**
 * The key of a `table` room of `hall`.
 *
 * @see [contract/hall.ts:8](../contract/hall.ts#L8)
 */
export interface TableKey {
  floor: number;
  name: string;
}

/**
 * Data of `hall.table`'s error `Full`.
 *
 * @see [contract/hall.ts:12](../contract/hall.ts#L12)
 */
export interface TableFull {
  seats: number;
}

/** What joining `hall.rooms.table` may fail with: narrow by `code`. */
export type TableJoinFailure =
  | SystemFailure
  | DeclaredFailure<"Full", TableFull>
  | DeclaredFailure<"Reserved", undefined>;

/** Events of the server on `hall`. */
export interface HallListeners {
  /** @see [contract/hall.ts:19](../contract/hall.ts#L19) */
  readonly served: On<string>;
}

/** Rooms of `hall` that a client may join. */
export interface HallRooms {
  /**
   * A table, for as many as it seats.
   *
   * @see [contract/hall.ts:8](../contract/hall.ts#L8)
   */
  readonly table: (key: TableKey) => JoinableRoom<TableJoinFailure>;
  /** @see [contract/hall.ts:16](../contract/hall.ts#L16) */
  readonly corner: (key: string) => JoinableRoom<SystemFailure>;
}

/**
 * The client of `hall`.
 *
 * @see [contract/hall.ts:4](../contract/hall.ts#L4)
 */
export interface HallClient extends ChannelClient<SystemFailure> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: HallListeners;
  /** Rooms, to join and to leave. */
  readonly rooms: HallRooms;
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
  fingerprint: "c00663b261ef5868",
  auth: presentAuth(payloadCheck(() => object({ name: string(min(1)) }))),
  on: {
    served: incomingEvent(payloadCheck(() => string())),
  },
  rooms: {
    table: joinedRoom({
      key: payloadCheck(() => object({ floor: number(int), name: string(trim, max(20)) })),
      errors: { Full: payloadCheck(() => object({ seats: number(int) })), Reserved: undefined },
    }),
    corner: joinedRoom({ key: payloadCheck(() => string()) }),
  },
};
