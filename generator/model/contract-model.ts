import type { Docs, Place } from "./place.js";
import type { NamedSchema, SchemaModel } from "./schema-model.js";

/**
 * Everything that the generator knows of a project's contracts, as readonly JSON. `wirepact generate
 * --print-model` prints it.
 */
export interface ContractModel {
  /** Sorted by export name. */
  readonly channels: readonly ChannelModel[];
  /** Named schemas that channels use, sorted by id. */
  readonly schemas: readonly NamedSchema[];
}

/** What contract source says of a named thing. */
interface Sourced {
  readonly place: Place;
  readonly docs?: Docs;
}

/** One channel. */
export interface ChannelModel extends Sourced {
  /** Name of the export: the stem of every emitted name. That of a default export comes from its file. */
  readonly name: string;
  /** Where the file exports it under another name than `name`. */
  readonly exportedAs?: "default";
  /** The Socket.IO namespace; a part `:name` stands for a parameter. */
  readonly path: string;
  /** The path's parameters, an object; absent where it has none. */
  readonly params?: PayloadModel;
  readonly auth?: PayloadModel;
  /** Roles that clients may have; absent where the contract knows none. */
  readonly roles?: RolesModel;
  readonly errors: readonly ErrorModel[];
  readonly rooms: readonly RoomModel[];
  readonly clientToServer: readonly MemberModel[];
  readonly serverToClient: readonly MemberModel[];
}

/** Roles, as a channel has them, or any one of which something requires. */
export interface RolesModel {
  readonly names: readonly string[];
  readonly place: Place;
}

/** Who writes the payloads of a direction. */
export type Direction = "clientToServer" | "serverToClient";

/** A payload: its schema, and where it stands. Absent where the contract has none. */
export interface PayloadModel {
  readonly schema: SchemaModel;
  readonly place: Place;
}

/** A declared error. `data` is absent where it carries none. */
export interface ErrorModel extends Sourced {
  readonly name: string;
  readonly data?: PayloadModel;
}

/** A family of rooms. */
export interface RoomModel extends Sourced {
  readonly name: string;
  readonly key: PayloadModel;
  /** Absent where the server's code alone takes clients in. */
  readonly join?: "client";
  /** What a client that wants to join may be refused with; absent where none can. */
  readonly errors?: readonly ErrorModel[];
  /** What each client in a room tells the others of itself. */
  readonly presence?: PayloadModel;
  readonly requires?: RolesModel;
}

/** A call, an event or a stream, in the contract's order. */
export type MemberModel = CallModel | EventModel | StreamModel;

export interface CallModel extends Sourced {
  readonly kind: "call";
  readonly name: string;
  readonly input?: PayloadModel;
  /** `input` is the tuple of the call's arguments. */
  readonly takesArguments?: true;
  readonly output?: PayloadModel;
  readonly errors: readonly ErrorModel[];
  readonly timeoutMs?: number;
  /** The acknowledgement is the output itself, each item of a tuple on its own. */
  readonly reply?: "plain";
  readonly isIdempotent?: true;
  readonly requires?: RolesModel;
  readonly limits?: LimitsModel;
}

/** What a client may send of a member; `burst` is there where `perSecond` is. */
export interface LimitsModel {
  readonly perSecond?: number;
  readonly burst?: number;
  readonly maxBytes?: number;
  readonly maxInFlight?: number;
}

/** What becomes of an event that cannot leave at once. */
export interface DeliveryModel {
  readonly mode: "volatile" | "latest";
  /** The payload's field of which each value has a latest of its own; absent where there is but one. */
  readonly key?: string;
  readonly place: Place;
}

export interface EventModel extends Sourced {
  readonly kind: "event";
  readonly name: string;
  readonly payload?: PayloadModel;
  /** `payload` is the tuple of the event's arguments. */
  readonly takesArguments?: true;
  /** How long the event is kept for clients that are away. */
  readonly replay?: { readonly keepMs: number; readonly keepCount: number };
  readonly delivery?: DeliveryModel;
  readonly requires?: RolesModel;
  readonly limits?: LimitsModel;
}

/** Always of a client's: the server opens none. */
export interface StreamModel extends Sourced {
  readonly kind: "stream";
  readonly name: string;
  readonly input?: PayloadModel;
  /** Absent in an upload. */
  readonly serverItem?: PayloadModel;
  /** Absent in a download. */
  readonly clientItem?: PayloadModel;
  readonly result?: PayloadModel;
  readonly errors: readonly ErrorModel[];
  readonly timeoutMs?: number;
  readonly requires?: RolesModel;
  readonly limits?: LimitsModel;
}
