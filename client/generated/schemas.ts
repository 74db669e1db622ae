// Made by wirepact from contracts/. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:39bcc4525f6790d4

/**
 * Who draws, told by everybody at a board.
 *
 * @see [contracts/whiteboard.ts:37](../../contracts/whiteboard.ts#L37)
 */
export interface Artist {
  color: "ink" | "red" | "orange" | "green" | "blue" | "violet";
}

/**
 * Names a board.
 *
 * @see [contracts/whiteboard.ts:6](../../contracts/whiteboard.ts#L6)
 */
export type BoardId = string;

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
 * A part of a stroke as those who look at the board see it.
 *
 * @see [contracts/whiteboard.ts:28](../../contracts/whiteboard.ts#L28)
 */
export interface Ink {
  from: number;
  points: Point[];
  board: BoardId;
  /**
   * The stroke's id, made by who draws it.
   *
   * @see [contracts/whiteboard.ts:31](../../contracts/whiteboard.ts#L31)
   */
  stroke: string;
  author: PersonName;
  pen: Pen;
}

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
 * What a stroke is drawn with.
 *
 * @see [contracts/whiteboard.ts:16](../../contracts/whiteboard.ts#L16)
 */
export interface Pen {
  color: "ink" | "red" | "orange" | "green" | "blue" | "violet";
  width: number;
}

/**
 * A name that a person gives when joining.
 *
 * @see [contracts/chat.ts:5](../../contracts/chat.ts#L5)
 */
export type PersonName = string;

/**
 * A place on a board, `[x, y]`: every board is 1,600 wide and 1,000 high, whatever window shows it.
 *
 * @see [contracts/whiteboard.ts:13](../../contracts/whiteboard.ts#L13)
 */
export type Point = [number, number];

/**
 * Points of a stroke, `from` its first, second, … point on: what is told twice changes nothing.
 *
 * @see [contracts/whiteboard.ts:22](../../contracts/whiteboard.ts#L22)
 */
export interface StrokePart {
  from: number;
  points: Point[];
}
