// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ca9115d0ff26f270

import type { PlanTable } from "wirepact/client";

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

/** What the runtime checks payloads by, for the schemas that have a name. */
export const plans: PlanTable = {
  Conversation: [
    "object",
    ["id", ["ref", "ConversationId"]],
    ["people", ["array", ["ref", "PersonName"]]],
    ["messages", ["array", ["ref", "Message"]]],
  ],
  ConversationId: ["string", ["regex", "^[a-z0-9-]+$"], ["min", 1], ["max", 64]],
  Message: [
    "object",
    [
      "id",
      [
        "string",
        [
          "format",
          "UUID",
          "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$",
        ],
      ],
    ],
    ["conversation", ["ref", "ConversationId"]],
    ["author", ["ref", "PersonName"]],
    ["text", "string"],
    [
      "sentAt",
      [
        "string",
        [
          "format",
          "ISO datetime",
          "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$",
        ],
      ],
    ],
  ],
  PersonName: ["string", "trim", ["min", 1], ["max", 40]],
};
