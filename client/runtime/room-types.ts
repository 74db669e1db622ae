import type { SystemFailure, WireError } from "../../contracts/wire/index.js";
import type { CallWithoutInput, Observable } from "./client-types.js";

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
