// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:00630c758cba61bc

import {
  array,
  type Check,
  countCodePoints,
  invalid,
  isObject,
  isoDatetime,
  isoDatetimePattern,
  lined,
  max,
  min,
  named,
  object,
  regex,
  string,
  trim,
  uuid,
  uuidPattern,
} from "wirepact/server";

/** Makes the check of `Conversation`. */
export function checkConversation(): Check {
  return object({
    id: named(checkConversationId),
    people: array(lined({ write: writePersonName }, named(checkPersonName))),
    messages: array(lined({ write: writeMessage }, named(checkMessage))),
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

const conversationIdPattern = /^[a-z0-9-]+$/;

export function writeMessage(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id, conversation, author, text, sentAt } = input;
  if (typeof id !== "string" || !uuidPattern.test(id)) return invalid;
  if (breaksConversationId(conversation)) return invalid;
  const authorOut = writePersonName(author);
  if (authorOut === invalid) return invalid;
  if (typeof text !== "string") return invalid;
  if (typeof sentAt !== "string" || !isoDatetimePattern.test(sentAt)) return invalid;
  return { id, conversation, author: authorOut, text, sentAt };
}

export function writePersonName(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  const personNameTrimmed = input.trim();
  if (
    personNameTrimmed.length < 1 ||
    (personNameTrimmed.length > 40 && countCodePoints(personNameTrimmed) > 40)
  ) {
    return invalid;
  }
  return input;
}

export function breaksConversationId(input: unknown): boolean {
  return (
    typeof input !== "string" ||
    !conversationIdPattern.test(input) ||
    input.length < 1 ||
    (input.length > 64 && countCodePoints(input) > 64)
  );
}
