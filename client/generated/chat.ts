// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:87930dc223d6fc76

import {
  boolean,
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type Emit,
  type Handle,
  incomingCall,
  incomingEvent,
  max,
  min,
  named,
  type On,
  object,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  presentAuth,
  type SystemFailure,
  string,
  trim,
} from "wirepact/client";
import {
  type Conversation,
  type ConversationId,
  checkConversation,
  checkConversationId,
  checkMessage,
  checkPersonName,
  type Message,
  type PersonName,
} from "./schemas.js";

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

/** What `chat.leave` may fail with: narrow by `code`. */
export type LeaveFailure = SystemFailure | DeclaredFailure<"NotAMember", LeaveNotAMember>;

/** What `chat.postMessage` may fail with: narrow by `code`. */
export type PostMessageFailure = SystemFailure | DeclaredFailure<"NotAMember", PostMessageNotAMember>;

/** What the server may refuse a connection to `chat` with: narrow by `code`. */
export type ChatRefusal = SystemFailure | DeclaredFailure<"NameTaken", ChatNameTaken>;

/** Calls to the server on `chat`. */
export interface ChatCalls {
  /**
   * Enters a conversation; those who are there hear `personJoined`.
   *
   * @see [contracts/chat.ts:45](../../contracts/chat.ts#L45)
   */
  readonly join: Call<JoinInput, Conversation, SystemFailure>;
  /**
   * Leaves a conversation; those who stay hear `personLeft`.
   *
   * @see [contracts/chat.ts:47](../../contracts/chat.ts#L47)
   */
  readonly leave: Call<LeaveInput, void, LeaveFailure>;
  /**
   * Posts a message; everybody in the conversation hears `messagePosted`, the author too.
   *
   * @see [contracts/chat.ts:49](../../contracts/chat.ts#L49)
   */
  readonly postMessage: Call<PostMessageInput, Message, PostMessageFailure>;
}

/** Events to the server on `chat`. */
export interface ChatEvents {
  /**
   * Tells the others in the conversation that this person is writing.
   *
   * @see [contracts/chat.ts:55](../../contracts/chat.ts#L55)
   */
  readonly typing: Emit<TypingPayload>;
}

/** Events of the server on `chat`. */
export interface ChatListeners {
  /** @see [contracts/chat.ts:58](../../contracts/chat.ts#L58) */
  readonly messagePosted: On<Message>;
  /** @see [contracts/chat.ts:59](../../contracts/chat.ts#L59) */
  readonly personJoined: On<PersonJoinedPayload>;
  /** @see [contracts/chat.ts:60](../../contracts/chat.ts#L60) */
  readonly personLeft: On<PersonLeftPayload>;
  /** @see [contracts/chat.ts:61](../../contracts/chat.ts#L61) */
  readonly personTyping: On<PersonTypingPayload>;
}

/** Calls of the server on `chat`. */
export interface ChatClientHandlers {
  /**
   * Asks whether the person is still there; the answer is theirs.
   *
   * @see [contracts/chat.ts:63](../../contracts/chat.ts#L63)
   */
  readonly confirmPresence: Handle<ConfirmPresenceInput, boolean, object>;
}

/**
 * A chat with conversations that anybody may open.
 *
 * @see [contracts/chat.ts:36](../../contracts/chat.ts#L36)
 */
export interface ChatClient extends ChannelClient<ChatRefusal> {
  /** Calls the server and awaits its typed reply. */
  readonly call: ChatCalls;
  /** Sends an event to the server. */
  readonly emit: ChatEvents;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: ChatListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: ChatClientHandlers;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<ChatAuth, void, ChatRefusal>;
}

/** Options of {@link connectChat}; `chat` asks for `auth`. */
export interface ChatOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: ChatAuth | (() => ChatAuth | Promise<ChatAuth>);
}

/**
 * Connects to `chat`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectChat(url: string, options: ChatOptions): ChatClient {
  return connectChannel<ChatClient>(chatDefinition, url, options);
}

/** `chat` as the runtime sees it. */
const chatDefinition: ClientDefinition = {
  name: "chat",
  path: "/chat",
  fingerprint: "72f809cc3b8e9eeb",
  auth: presentAuth(payloadCheck(() => object({ name: named(checkPersonName) }))),
  errors: { NameTaken: payloadCheck(() => object({ name: named(checkPersonName) })) },
  call: {
    join: outgoingCall({
      input: payloadCheck(() => object({ conversation: named(checkConversationId) })),
      output: payloadCheck(() => named(checkConversation)),
    }),
    leave: outgoingCall({
      input: payloadCheck(() => object({ conversation: named(checkConversationId) })),
      errors: { NotAMember: payloadCheck(() => object({ conversation: named(checkConversationId) })) },
    }),
    postMessage: outgoingCall({
      input: payloadCheck(() =>
        object({ conversation: named(checkConversationId), text: string(trim, min(1), max(2000)) }),
      ),
      output: payloadCheck(() => named(checkMessage)),
      errors: { NotAMember: payloadCheck(() => object({ conversation: named(checkConversationId) })) },
    }),
  },
  emit: {
    typing: outgoingEvent(payloadCheck(() => object({ conversation: named(checkConversationId) }))),
  },
  on: {
    messagePosted: incomingEvent(payloadCheck(() => named(checkMessage))),
    personJoined: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
    personLeft: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
    personTyping: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
  },
  handle: {
    confirmPresence: incomingCall({
      input: payloadCheck(() => object({ question: string(max(200)) })),
      output: payloadCheck(() => boolean),
      timeoutMs: 30_000,
    }),
  },
};
