// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d6f4e8bd29d7b95e

import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  incomingEvent,
  int,
  named,
  number,
  type On,
  object,
  payloadCheck,
  presentAuth,
  type SystemFailure,
  string,
  withDefault,
} from "wirepact/client";
import { checkTeamId, type TeamId } from "./schemas.js";

/**
 * What a client presents to `board`.
 *
 * @see [contract/board.ts:7](../contract/board.ts#L7)
 */
export interface BoardAuth {
  token: string;
  seat?: number | undefined;
}

/**
 * Data of `board`'s error `WrongTeam`.
 *
 * @see [contract/board.ts:11](../contract/board.ts#L11)
 */
export interface BoardWrongTeam {
  team: TeamId;
}

/**
 * The payload of `board.moved`.
 *
 * @see [contract/board.ts:20](../contract/board.ts#L20)
 */
export interface MovedPayload {
  row: number;
  column: number;
}

/** What the server may refuse a connection to `board` with: narrow by `code`. */
export type BoardRefusal =
  | SystemFailure
  | DeclaredFailure<"Full", undefined>
  | DeclaredFailure<"WrongTeam", BoardWrongTeam>;

/** Events of the server on `board`. */
export interface BoardListeners {
  /** @see [contract/board.ts:20](../contract/board.ts#L20) */
  readonly moved: On<MovedPayload>;
}

/**
 * The client of `board`.
 *
 * @see [contract/board.ts:6](../contract/board.ts#L6)
 */
export interface BoardClient extends ChannelClient<BoardRefusal> {
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: BoardListeners;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<BoardAuth, void, BoardRefusal>;
}

/** Options of {@link connectBoard}; `board` asks for `auth`. */
export interface BoardOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: BoardAuth | (() => BoardAuth | Promise<BoardAuth>);
}

/**
 * Connects to `board`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectBoard(url: string, options: BoardOptions): BoardClient {
  return connectChannel<BoardClient>(boardDefinition, url, options);
}

/** `board` as the runtime sees it. */
const boardDefinition: ClientDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "4b469cc0d5eba89e",
  auth: presentAuth(payloadCheck(() => object({ token: string(), seat: withDefault(1, number(int)) }))),
  errors: { Full: undefined, WrongTeam: payloadCheck(() => object({ team: named(checkTeamId) })) },
  on: {
    moved: incomingEvent(payloadCheck(() => object({ row: number(int), column: number(int) }))),
  },
};
