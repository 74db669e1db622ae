// Made by wirepact from contracts/. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:20153e3cfc45b266

import {
  array,
  type Check,
  countCodePoints,
  gte,
  int,
  invalid,
  isObject,
  isoDatetime,
  isoDatetimePattern,
  lined,
  lte,
  max,
  min,
  named,
  number,
  object,
  oneOf,
  regex,
  stopAt,
  string,
  trim,
  tuple,
  uuid,
  uuidPattern,
} from "wirepact/server";

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
    people: array(lined({ read: readPersonName, write: writePersonName }, named(checkPersonName))),
    messages: array(lined({ write: writeMessage }, named(checkMessage))),
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
    points: array(lined({ read: readPoint, write: writePoint }, named(checkPoint)), min(1), max(200)),
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
  return object({
    from: number(int, gte(0), lte(4999)),
    points: array(lined({ read: readPoint, write: writePoint }, named(checkPoint)), min(1), max(200)),
  });
}

const colorValues = /* @__PURE__ */ new Set<unknown>(["ink", "red", "orange", "green", "blue", "violet"]);
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

export function writeInk(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, points, board, stroke, author, pen } = input;
  if (
    typeof from !== "number" ||
    !Number.isSafeInteger(from) ||
    from < 0 ||
    from > 4999 ||
    Object.is(from, -0)
  ) {
    return invalid;
  }
  if (!Array.isArray(points) || points.length < 1 || points.length > 200) return invalid;
  const pointsOut = new Array<unknown>(points.length);
  for (let index = 0; index < points.length; index++) {
    const item: unknown = points[index];
    const itemOut = writePoint(item);
    if (itemOut === invalid) return stopAt(writePoint, points, pointsOut.slice(0, index));
    pointsOut[index] = itemOut;
  }
  if (breaksBoardId(board)) return invalid;
  if (typeof stroke !== "string" || !uuidPattern.test(stroke)) return invalid;
  const authorOut = writePersonName(author);
  if (authorOut === invalid) return invalid;
  if (!isObject(pen)) return invalid;
  const { color, width } = pen;
  if (!colorValues.has(color)) return invalid;
  if (typeof width !== "number" || !Number.isSafeInteger(width) || width < 1 || width > 40) return invalid;
  return { from, points: pointsOut, board, stroke, author: authorOut, pen: { color, width } };
}

export function readPersonName(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  const personNameTrimmed = input.trim();
  if (
    personNameTrimmed.length < 1 ||
    (personNameTrimmed.length > 40 && countCodePoints(personNameTrimmed) > 40)
  ) {
    return invalid;
  }
  return personNameTrimmed;
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

export function breaksBoardId(input: unknown): boolean {
  return (
    typeof input !== "string" ||
    !conversationIdPattern.test(input) ||
    input.length < 1 ||
    (input.length > 64 && countCodePoints(input) > 64)
  );
}

export function writePoint(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (
    typeof first !== "number" ||
    !Number.isSafeInteger(first) ||
    first < 0 ||
    first > 1600 ||
    Object.is(first, -0)
  ) {
    return invalid;
  }
  const second: unknown = input[1];
  if (
    typeof second !== "number" ||
    !Number.isSafeInteger(second) ||
    second < 0 ||
    second > 1000 ||
    Object.is(second, -0)
  ) {
    return invalid;
  }
  return [first, second];
}

export function readPoint(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "number" || !Number.isSafeInteger(first) || first < 0 || first > 1600) return invalid;
  const second: unknown = input[1];
  if (typeof second !== "number" || !Number.isSafeInteger(second) || second < 0 || second > 1000) {
    return invalid;
  }
  return [first, second];
}
