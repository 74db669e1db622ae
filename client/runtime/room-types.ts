import type { Present, SystemFailure, WireError } from "../../contracts/wire/index.js";
import type { Call, CallWithoutInput, Observable } from "./client-types.js";

/** Where a client stands towards a room. `Failure` is the union of what joining may fail with. */
export type RoomState<Failure> =
  /** Outside, and not on its way. */
  | { readonly status: "left" }
  /** On its way: `join()` was called. */
  | { readonly status: "joining" }
  /** Inside: it joined, or the server took it in. */
  | { readonly status: "joined" }
  /** Was inside when the connection ended; joins again by itself as soon as there is another one. */
  | { readonly status: "rejoining" }
  /** Outside: `join()`, or joining again, failed. */
  | { readonly status: "refused"; readonly error: Failure };

/** A room as a client sees it. Every object of one key speaks of the same room. */
export interface RoomView {
  /** Follows what the server says; `left` as well while there is no connection: the server takes the client in again. */
  readonly state: Observable<RoomState<SystemFailure>>;
}

/** A room that the server alone takes clients into, and who is present there. */
export interface PresenceRoom<Data, Init> extends RoomView, RoomPresence<Data, Init> {}

/** A room that a client may join, and who is present there. */
export interface JoinablePresenceRoom<Failure, Data, Init>
  extends JoinableRoom<Failure>,
    RoomPresence<Data, Init> {}

/** Who is present in a room, seen from inside. `Init` is what may be written, `Data` what is read of it. */
export interface RoomPresence<Data, Init> {
  /**
   * Everybody in the room who has told something, each id once. Empty outside; after a loss of the connection what was
   * known stays in view until the client is inside again.
   */
  readonly presence: Observable<readonly Present<Data>[]>;
  /**
   * Tells everybody in the room of this client, until it leaves; told again by itself after a loss of the connection. Fails
   * as every call does, with `unauthorized` for a client that is not inside, `too_large` beyond 4,096 characters of JSON,
   * `overloaded` where 1,000 are present already.
   */
  readonly setPresence: Call<Init, void, SystemFailure>;
}

/** A room that a client may join. Every object of one key speaks of the same room. */
export interface JoinableRoom<Failure> {
  /**
   * Follows what the server says, whoever took the client in or out. A client that has joined is joined again by itself
   * after its connection was lost, and after `close()` and `connect()`, until it leaves.
   */
  readonly state: Observable<RoomState<Failure>>;
  /** Joins, if the server lets this client. Waits and fails as every call does. */
  readonly join: CallWithoutInput<void, Failure>;
  /** Leaves, from this moment on whatever the connection does; without a connection there is nobody to be told. */
  readonly leave: CallWithoutInput<void, SystemFailure>;
}

/** {@link RoomState} within the runtime. */
export type AnyRoomState = RoomState<WireError>;
