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
  /** The Socket.IO namespace. */
  readonly path: string;
  readonly auth?: PayloadModel;
  readonly errors: readonly ErrorModel[];
  readonly rooms: readonly RoomModel[];
  readonly clientToServer: readonly MemberModel[];
  readonly serverToClient: readonly MemberModel[];
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
}

/** A call or an event, in the contract's order. */
export type MemberModel = CallModel | EventModel;

export interface CallModel extends Sourced {
  readonly kind: "call";
  readonly name: string;
  readonly input?: PayloadModel;
  readonly output?: PayloadModel;
  readonly errors: readonly ErrorModel[];
  readonly timeoutMs?: number;
  readonly isIdempotent?: true;
}

export interface EventModel extends Sourced {
  readonly kind: "event";
  readonly name: string;
  readonly payload?: PayloadModel;
  /** How long the event is kept for clients that are away. */
  readonly replay?: { readonly keepMs: number; readonly keepCount: number };
}
