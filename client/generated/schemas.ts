// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:00e12ca3ae2f919a

import {
  array,
  type Check,
  isoDatetime,
  max,
  min,
  named,
  object,
  regex,
  string,
  trim,
  uuid,
} from "wirepact/client";

/**
 * Who is in a conversation, and what was said there lately.
 *
 * @see [contracts/chat.ts:26](../../contracts/chat.ts#L26)
 */
export interface Conversation {
  id: ConversationId;
  people: PersonName[];
  /**
   * Oldest first; the last fifty at most.
   *
   * @see [contracts/chat.ts:30](../../contracts/chat.ts#L30)
   */
  messages: Message[];
}

/**
 * Names a conversation.
 *
 * @see [contracts/chat.ts:8](../../contracts/chat.ts#L8)
 */
export type ConversationId = string;

/**
 * What somebody said, as everybody in the conversation hears it.
 *
 * @see [contracts/chat.ts:15](../../contracts/chat.ts#L15)
 */
export interface Message {
  /**
   * Given by the server.
   *
   * @see [contracts/chat.ts:17](../../contracts/chat.ts#L17)
   */
  id: string;
  conversation: ConversationId;
  author: PersonName;
  text: string;
  /**
   * When the server took it, ISO 8601 in UTC.
   *
   * @see [contracts/chat.ts:22](../../contracts/chat.ts#L22)
   */
  sentAt: string;
}

/**
 * A name that a person gives when joining.
 *
 * @see [contracts/chat.ts:5](../../contracts/chat.ts#L5)
 */
export type PersonName = string;

/** Makes the check of `Conversation`. */
export function checkConversation(): Check {
  return object({
    id: named(checkConversationId),
    people: array(named(checkPersonName)),
    messages: array(named(checkMessage)),
  });
}

/** Makes the check of `ConversationId`. */
export function checkConversationId(): Check {
  return string(regex(/^[a-z0-9-]+$/), min(1), max(64));
}

/** Makes the check of `Message`. */
export function checkMessage(): Check {
  return object({
    id: string(uuid),
    conversation: named(checkConversationId),
    author: named(checkPersonName),
    text: string(),
    sentAt: string(isoDatetime),
  });
}

/** Makes the check of `PersonName`. */
export function checkPersonName(): Check {
  return string(trim, min(1), max(40));
}
