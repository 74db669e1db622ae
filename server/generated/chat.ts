// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6df5795c4880eca9

import {
  type Call,
  type ChannelImplementation,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type Failure,
  type GroupCall,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RoomHandle,
  type RoomHandlers,
  type RoomMembership,
  type RunsIn,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Conversation, ConversationId, Message, PersonName } from "./schemas.js";

/**
 * What a client presents to `chat`.
 *
 * @see [contracts/chat.ts:37](../../contracts/chat.ts#L37)
 */
export interface ChatAuth {
  name: PersonName;
}

/**
 * Data of `chat`'s error `NameTaken`.
 *
 * @see [contracts/chat.ts:40](../../contracts/chat.ts#L40)
 */
export interface ChatNameTaken {
  name: PersonName;
}

/**
 * The key of a `conversation` room of `chat`.
 *
 * @see [contracts/chat.ts:42](../../contracts/chat.ts#L42)
 */
export interface ConversationKey {
  id: ConversationId;
}

/**
 * The input of `chat.join`.
 *
 * @see [contracts/chat.ts:45](../../contracts/chat.ts#L45)
 */
export interface JoinInput {
  conversation: ConversationId;
}

/**
 * The input of `chat.leave`.
 *
 * @see [contracts/chat.ts:47](../../contracts/chat.ts#L47)
 */
export interface LeaveInput {
  conversation: ConversationId;
}

/**
 * Data of `chat.leave`'s error `NotAMember`.
 *
 * @see [contracts/chat.ts:47](../../contracts/chat.ts#L47)
 */
export interface LeaveNotAMember {
  conversation: ConversationId;
}

/**
 * The input of `chat.postMessage`.
 *
 * @see [contracts/chat.ts:50](../../contracts/chat.ts#L50)
 */
export interface PostMessageInput {
  conversation: ConversationId;
  text: string;
}

/**
 * Data of `chat.postMessage`'s error `NotAMember`.
 *
 * @see [contracts/chat.ts:52](../../contracts/chat.ts#L52)
 */
export interface PostMessageNotAMember {
  conversation: ConversationId;
}

/**
 * The payload of `chat.typing`.
 *
 * @see [contracts/chat.ts:55](../../contracts/chat.ts#L55)
 */
export interface TypingPayload {
  conversation: ConversationId;
}

/**
 * The payload of `chat.personJoined`.
 *
 * @see [contracts/chat.ts:59](../../contracts/chat.ts#L59)
 */
export interface PersonJoinedPayload {
  conversation: ConversationId;
  name: PersonName;
}

/**
 * The payload of `chat.personLeft`.
 *
 * @see [contracts/chat.ts:60](../../contracts/chat.ts#L60)
 */
export interface PersonLeftPayload {
  conversation: ConversationId;
  name: PersonName;
}

/**
 * The payload of `chat.personTyping`.
 *
 * @see [contracts/chat.ts:61](../../contracts/chat.ts#L61)
 */
export interface PersonTypingPayload {
  conversation: ConversationId;
  name: PersonName;
}

/**
 * The input of `chat.confirmPresence`.
 *
 * @see [contracts/chat.ts:64](../../contracts/chat.ts#L64)
 */
export interface ConfirmPresenceInput {
  question: string;
}

/** Makes the errors that the contract declares for `chat.leave`, to be thrown. */
export interface LeaveErrors {
  /** @see [contracts/chat.ts:47](../../contracts/chat.ts#L47) */
  readonly NotAMember: DeclaredError<LeaveNotAMember>;
}

/** Makes the errors that the contract declares for `chat.postMessage`, to be thrown. */
export interface PostMessageErrors {
  /** @see [contracts/chat.ts:52](../../contracts/chat.ts#L52) */
  readonly NotAMember: DeclaredError<PostMessageNotAMember>;
}

/** Makes what `chat` may refuse a client with, to be thrown. */
export interface ChatRefusals extends Refusals {
  /**
   * Somebody of that name is connected.
   *
   * @see [contracts/chat.ts:40](../../contracts/chat.ts#L40)
   */
  readonly NameTaken: DeclaredError<ChatNameTaken>;
}

/** Events that the server may send on `chat`. */
export interface ChatEvents {
  /** @see [contracts/chat.ts:58](../../contracts/chat.ts#L58) */
  readonly messagePosted: Emit<Message>;
  /** @see [contracts/chat.ts:59](../../contracts/chat.ts#L59) */
  readonly personJoined: Emit<PersonJoinedPayload>;
  /** @see [contracts/chat.ts:60](../../contracts/chat.ts#L60) */
  readonly personLeft: Emit<PersonLeftPayload>;
  /** @see [contracts/chat.ts:61](../../contracts/chat.ts#L61) */
  readonly personTyping: Emit<PersonTypingPayload>;
}

/** Calls that the server may make to one client of `chat`. */
export interface ChatCalls {
  /**
   * Asks whether the person is still there; the answer is theirs.
   *
   * @see [contracts/chat.ts:63](../../contracts/chat.ts#L63)
   */
  readonly confirmPresence: Call<ConfirmPresenceInput, boolean>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface ChatGroupCalls {
  /**
   * Asks whether the person is still there; the answer is theirs.
   *
   * @see [contracts/chat.ts:63](../../contracts/chat.ts#L63)
   */
  readonly confirmPresence: GroupCall<ConfirmPresenceInput, boolean>;
}

/** Clients of `chat` that something is sent to. */
export interface ChatTarget extends TargetBase<ChatTarget> {
  readonly emit: ChatEvents;
  readonly call: ChatGroupCalls;
  /** Narrows to a room; used again, adds another one. */
  readonly to: ChatRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: ChatRoomTargets;
}

/** The rooms of `chat` as targets, by family and key. */
export interface ChatRoomTargets {
  /** @see [contracts/chat.ts:42](../../contracts/chat.ts#L42) */
  readonly conversation: (key: ConversationKey) => ChatTarget;
}

/** The rooms of `chat`, seen from one client. */
export interface ChatMemberships<Session> {
  /** @see [contracts/chat.ts:42](../../contracts/chat.ts#L42) */
  readonly conversation: (key: ConversationKey) => RoomMembership<Session, ConversationKey>;
}

/** The rooms of `chat`, seen from outside a handler. */
export interface ChatRooms<Session> {
  /** @see [contracts/chat.ts:42](../../contracts/chat.ts#L42) */
  readonly conversation: (key: ConversationKey) => RoomHandle<Session, ConversationKey>;
}

/** What the server does about the rooms of `chat`, by family. */
export interface ChatRoomHandlers<Session> {
  /** @see [contracts/chat.ts:42](../../contracts/chat.ts#L42) */
  readonly conversation?: RoomHandlers<ConversationKey, ChatContext<Session>>;
}

/** One client of `chat`. */
export interface ChatPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: ChatEvents;
  readonly call: ChatCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ChatEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `chat` is given besides the input. */
export interface ChatContext<Session> extends ConnectionContext<ChatAuth, Session> {
  /** Sends an event to this client. */
  readonly emit: ChatEvents;
  /** Calls this client. */
  readonly call: ChatCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: ChatEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: ChatRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: ChatRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: ChatTarget;
  /** Everyone on the channel. */
  readonly all: ChatTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: ChatMemberships<Session>;
}

/** What the handler of `chat.leave` is given besides the input. */
export interface LeaveContext<Session> extends ChatContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: LeaveErrors;
}

/** What the handler of `chat.postMessage` is given besides the input. */
export interface PostMessageContext<Session> extends ChatContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: PostMessageErrors;
}

/** What middleware adds to the contexts of `chat`, by member; of itself nothing. */
export interface ChatAdditions {
  readonly join: unknown;
  readonly leave: unknown;
  readonly postMessage: unknown;
  readonly typing: unknown;
}

/**
 * A chat with conversations that anybody may open.
 *
 * @see [contracts/chat.ts:36](../../contracts/chat.ts#L36)
 */
export interface ChatHandlers<Session, Additions extends ChatAdditions = ChatAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<ChatAuth, ChatRefusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: ChatContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: ChatContext<Session>): void | Promise<void>;
  /** What happens as clients come to rooms and go. */
  readonly rooms?: ChatRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Enters a conversation; those who are there hear `personJoined`.
   *
   * @see [contracts/chat.ts:45](../../contracts/chat.ts#L45)
   */
  join(
    input: JoinInput,
    context: ChatContext<Session> & Additions["join"],
  ): Conversation | Promise<Conversation>;
  /**
   * Leaves a conversation; those who stay hear `personLeft`.
   *
   * @see [contracts/chat.ts:47](../../contracts/chat.ts#L47)
   */
  leave(input: LeaveInput, context: LeaveContext<Session> & Additions["leave"]): void | Promise<void>;
  /**
   * Posts a message; everybody in the conversation hears `messagePosted`, the author too.
   *
   * @see [contracts/chat.ts:49](../../contracts/chat.ts#L49)
   */
  postMessage(
    input: PostMessageInput,
    context: PostMessageContext<Session> & Additions["postMessage"],
  ): Message | Promise<Message>;
  /**
   * Tells the others in the conversation that this person is writing.
   *
   * @see [contracts/chat.ts:55](../../contracts/chat.ts#L55)
   */
  typing(input: TypingPayload, context: ChatContext<Session> & Additions["typing"]): void | Promise<void>;
}

/**
 * A chat with conversations that anybody may open.
 *
 * @see [contracts/chat.ts:36](../../contracts/chat.ts#L36)
 */
export interface ChatSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: ChatTarget;
  /** Everyone in a room. */
  readonly to: ChatRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: ChatRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: ChatRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"chat", Session>): ChatSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): ChatPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementChat}; `Needed` is what middleware asks of the session. */
export interface ImplementChat<Needed, Additions extends ChatAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: ChatHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"chat", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof ChatAdditions = keyof ChatAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<ChatContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementChat<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `chat`; hand what it returns to `sockets` as `channels.chat`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementChat.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementChat: ImplementChat<unknown, ChatAdditions> = implementChannel("chat");
