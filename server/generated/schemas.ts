// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:896f83ae3a41be0a

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
