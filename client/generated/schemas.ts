// Made by wirepact from contracts/. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a5dc878336f920a4

import {
  array,
  type Check,
  gte,
  int,
  isoDatetime,
  lte,
  max,
  min,
  named,
  number,
  object,
  oneOf,
  regex,
  string,
  trim,
  tuple,
  uuid,
} from "wirepact/client";

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

/** Makes the check of `Artist`. */
export function checkArtist(): Check {
  return object({ color: oneOf("ink", "red", "orange", "green", "blue", "violet") });
}

/** Makes the check of `BoardId`. */
export function checkBoardId(): Check {
  return string(regex(/^[a-z0-9-]+$/), min(1), max(64));
}

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

/** Makes the check of `Ink`. */
export function checkInk(): Check {
  return object({
    from: number(int, gte(0), lte(4999)),
    points: array(named(checkPoint), min(1), max(200)),
    board: named(checkBoardId),
    stroke: string(uuid),
    author: named(checkPersonName),
    pen: named(checkPen),
  });
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

/** Makes the check of `Pen`. */
export function checkPen(): Check {
  return object({
    color: oneOf("ink", "red", "orange", "green", "blue", "violet"),
    width: number(int, gte(1), lte(40)),
  });
}

/** Makes the check of `PersonName`. */
export function checkPersonName(): Check {
  return string(trim, min(1), max(40));
}

/** Makes the check of `Point`. */
export function checkPoint(): Check {
  return tuple([number(int, gte(0), lte(1600)), number(int, gte(0), lte(1000))]);
}

/** Makes the check of `StrokePart`. */
export function checkStrokePart(): Check {
  return object({ from: number(int, gte(0), lte(4999)), points: array(named(checkPoint), min(1), max(200)) });
}
