import type { MemberLimits } from "./member-limits.js";
import type { PayloadCheck } from "./validation.js";

/** What a client has to be to use something: any one of these roles; for the server alone. */
interface Guarded {
  readonly requires?: readonly string[];
}

/** A call as both runtimes see it; `undefined` stands for a payload that the contract does not have. */
export interface CallDefinition extends Guarded {
  readonly kind: "call";
  /** Of the payload, or of the list of arguments. */
  readonly input: PayloadCheck | undefined;
  readonly output: PayloadCheck | undefined;
  /** Data of each declared error, by the error's name. */
  readonly errors: Readonly<Record<string, PayloadCheck | undefined>>;
  /** Milliseconds; absent where the contract leaves it to the default. */
  readonly timeoutMs?: number;
  /** Present where the call takes a list of arguments: how many of them have places of their own. */
  readonly argumentCount?: number;
  /** Present where the acknowledgement is no {@link Reply}: the value itself, or each value of a list. */
  readonly reply?: PlainReply;
  /** Present where a call outlives its connection. */
  readonly isIdempotent?: boolean;
  /** Of a call to the server; absent where the server's own count. */
  readonly limits?: MemberLimits;
}

/** What a plain acknowledgement carries. */
export type PlainReply = "value" | "values";

/** An event as both runtimes see it. */
export interface EventDefinition extends Guarded {
  readonly kind: "event";
  /** Of the payload, or of the list of arguments. */
  readonly payload: PayloadCheck | undefined;
  /** Present where the event takes a list of arguments: how many of them have places of their own. */
  readonly argumentCount?: number;
  /** Present where the event reaches clients that were away. */
  readonly replay?: { readonly keepMs: number; readonly keepCount: number };
  /** Dropped where it cannot leave at once. */
  readonly volatile?: true;
  /** Takes the place of the one that has not left yet: of any, or of one with the same value in this field. */
  readonly latest?: true | string;
  /** Of an event to the server; absent where the server's own count. */
  readonly limits?: MemberLimits;
}

/** A stream as the server's runtime sees it; it stands under `clientToServer` only. */
export interface StreamDefinition extends Guarded {
  readonly kind: "stream";
  readonly input: PayloadCheck | undefined;
  /** Absent in an upload. */
  readonly serverItem: PayloadCheck | undefined;
  /** Absent in a download. */
  readonly clientItem: PayloadCheck | undefined;
  readonly result: PayloadCheck | undefined;
  readonly errors: Readonly<Record<string, PayloadCheck | undefined>>;
  /** Milliseconds of silence; absent where the contract sets no bound. */
  readonly timeoutMs?: number;
  /** Absent where the server's own count. */
  readonly limits?: MemberLimits;
}

/** Any kind of member that a client uses. */
export type MemberDefinition = CallDefinition | EventDefinition | StreamDefinition;

/** A family of rooms as the server's runtime sees it. */
export interface RoomDefinition extends Guarded {
  readonly key: PayloadCheck;
  /** The key's fields in the contract's order; absent where the key is a single value. */
  readonly fields?: readonly string[];
  /** Absent where the server's code alone takes clients in. */
  readonly join?: "client";
  /** What a client that wants to join may be refused with, by the error's name. */
  readonly errors?: Readonly<Record<string, PayloadCheck | undefined>>;
  /** What each client tells the others of itself; absent where nobody does. */
  readonly presence?: PayloadCheck;
}

/** The parameters of a channel's path. */
export interface ParamsDefinition {
  readonly check: PayloadCheck;
  /** What each is, by name: how its text in the path is read. */
  readonly kinds: Readonly<Record<string, ParamKind>>;
}

/** What a parameter is: text stands in the path as it is, the other two in JavaScript's notation. */
export type ParamKind = "text" | "number" | "boolean";

/** What a generated file hands to a runtime: one channel, as plain data and checks. */
export interface ChannelDefinition {
  /** Name of the contract's export. */
  readonly name: string;
  /** The Socket.IO namespace; a part `:name` stands for a parameter. */
  readonly path: string;
  /** Absent where the path has no parameters. */
  readonly params?: ParamsDefinition;
  /** Changes whenever what travels on the channel changes; same on both sides of one contract. */
  readonly fingerprint: string;
  /** Present where the server may send a Blob, whose bytes it has to wait for. */
  readonly writesBlobs?: true;
  readonly auth: PayloadCheck | undefined;
  /** Roles that clients may have; absent where the contract knows none, and on the client. */
  readonly roles?: readonly string[];
  /** Errors with which `connect` may refuse. */
  readonly errors: Readonly<Record<string, PayloadCheck | undefined>>;
  /** Empty on the client: rooms are the server's affair. */
  readonly rooms: Readonly<Record<string, RoomDefinition>>;
  readonly clientToServer: Readonly<Record<string, MemberDefinition>>;
  readonly serverToClient: Readonly<Record<string, CallDefinition | EventDefinition>>;
}
