// Made by wirepact from contracts/. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:5371b2e414207f8d

// @ts-nocheck: made to its types, and tested so.

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
