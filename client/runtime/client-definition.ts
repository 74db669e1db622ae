import type { PayloadCheck } from "../../contracts/wire/index.js";
import type { ArgumentList } from "./argument-list.js";
import type { MakePresenter } from "./auth-presenter.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { PlainReply } from "./plain-reply.js";

/** Checks of the data of declared errors, by their names; `undefined` for an error without data. */
export type DeclaredErrors = Readonly<Record<string, PayloadCheck | undefined>>;

/** Gives the namespace of a path's parameters; throws a `WireError` with code `bad_input` for wrong ones. */
export type FillPath = (path: string, params: unknown) => string;

/** Makes a member of one of the client's groups: {@link outgoingCall} and its like. */
export type Member = (name: string, connection: ChannelConnection) => unknown;

/** A call as the client sees it; a payload that the contract does not have is absent. */
export interface CallShape {
  /** Of the payload, or of the list of arguments. */
  readonly input?: PayloadCheck;
  readonly output?: PayloadCheck;
  readonly errors?: DeclaredErrors;
  /** Milliseconds; absent where the contract leaves it to the default. */
  readonly timeoutMs?: number;
  /** `argumentList(count)`, where a call of the server has a list of arguments. */
  readonly args?: ArgumentList;
  /** `plainValue` or `plainValues`, where the acknowledgement carries no more than that. */
  readonly reply?: PlainReply;
}

/**
 * What a generated file hands to {@link connectChannel}: one channel, in functions of what it uses. What no
 * contract of a page uses is not in the page.
 */
export interface ClientDefinition {
  /** Name of the contract's export. */
  readonly name: string;
  /** The Socket.IO namespace; a part `:name` stands for a parameter. */
  readonly path: string;
  /** `presentParams(check)`, where the path has parameters. */
  readonly params?: FillPath;
  /** Changes whenever what travels on the channel changes; same on both sides of one contract. */
  readonly fingerprint: string;
  /** `presentAuth(check)`, where the channel asks for auth. */
  readonly auth?: MakePresenter | undefined;
  /** Errors with which the server may refuse the connection. */
  readonly errors?: DeclaredErrors;
  /** `blobLine`, where the channel's clients may send a Blob. */
  readonly blobs?: (connection: ChannelConnection) => void;
  readonly call?: Readonly<Record<string, Member>>;
  readonly emit?: Readonly<Record<string, Member>>;
  readonly stream?: Readonly<Record<string, Member>>;
  readonly on?: Readonly<Record<string, Member>>;
  readonly handle?: Readonly<Record<string, Member>>;
  readonly rooms?: Readonly<Record<string, Member>>;
}
