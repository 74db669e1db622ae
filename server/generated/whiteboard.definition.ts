// Made by wirepact from contracts/whiteboard.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bfd2e7324c2c8da7

import {
  type ChannelDefinition,
  type Check,
  invalid,
  isObject,
  named,
  object,
  payloadCheck,
  stopAt,
  string,
  uuid,
  uuidPattern,
} from "wirepact/server";
import {
  breaksBoardId,
  checkArtist,
  checkBoardId,
  checkInk,
  checkPen,
  checkPersonName,
  checkPoint,
  checkStrokePart,
  readPersonName,
  readPoint,
  writeInk,
  writePersonName,
  writePoint,
} from "./schemas.checks.js";

/** `whiteboard` as the runtime sees it. */
export const whiteboardDefinition: ChannelDefinition = {
  name: "whiteboard",
  path: "/whiteboard",
  fingerprint: "364ab2be14b1865a",
  auth: payloadCheck(checkWhiteboardAuth, { read: readWhiteboardAuth }),
  errors: {},
  rooms: {
    board: {
      key: payloadCheck(checkBoardId, { read: readBoardKey }),
      join: "client",
      errors: {},
      presence: payloadCheck(checkArtist, { read: readBoardPresence }),
    },
  },
  clientToServer: {
    history: {
      kind: "stream",
      input: payloadCheck(checkHistoryInput, { read: readHistoryInput }),
      serverItem: payloadCheck(checkInk, { write: writeInk }),
      clientItem: undefined,
      result: undefined,
      errors: { NotAtTheBoard: payloadCheck(checkHistoryInput, { write: writeHistoryNotAtTheBoard }) },
    },
    draw: {
      kind: "stream",
      input: payloadCheck(checkDrawInput, { read: readDrawInput }),
      serverItem: undefined,
      clientItem: payloadCheck(checkStrokePart, { read: readDrawItem }),
      result: undefined,
      errors: {
        NotAtTheBoard: payloadCheck(checkHistoryInput, { write: writeDrawNotAtTheBoard }),
        StrokeGone: payloadCheck(checkDrawStrokeGone, { write: writeDrawStrokeGone }),
      },
    },
    clear: {
      kind: "call",
      input: payloadCheck(checkHistoryInput, { read: readClearInput }),
      output: undefined,
      errors: { NotAtTheBoard: payloadCheck(checkHistoryInput, { write: writeClearNotAtTheBoard }) },
      isIdempotent: true,
    },
    moveCursor: {
      kind: "event",
      payload: payloadCheck(checkMoveCursorPayload, { read: readMoveCursorPayload }),
      limits: { perSecond: 60, burst: 120 },
    },
  },
  serverToClient: {
    inkDrawn: {
      kind: "event",
      payload: payloadCheck(checkInk, { write: writeInk }),
      replay: { keepMs: 120_000, keepCount: 20_000 },
    },
    boardCleared: {
      kind: "event",
      payload: payloadCheck(checkBoardClearedPayload, { write: writeBoardClearedPayload }),
      replay: { keepMs: 120_000, keepCount: 1000 },
    },
    cursorMoved: {
      kind: "event",
      payload: payloadCheck(checkCursorMovedPayload, { write: writeCursorMovedPayload }),
      latest: "person",
    },
  },
};

const colorValues = /* @__PURE__ */ new Set<unknown>(["ink", "red", "orange", "green", "blue", "violet"]);

function checkWhiteboardAuth(): Check {
  return object({ name: named(checkPersonName) });
}

function readWhiteboardAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  const nameIn = readPersonName(name);
  if (nameIn === invalid) return invalid;
  return { name: nameIn };
}

function readBoardKey(input: unknown): unknown {
  if (breaksBoardId(input)) return invalid;
  return input;
}

function readBoardPresence(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { color } = input;
  if (!colorValues.has(color)) return invalid;
  return { color };
}

function checkHistoryInput(): Check {
  return object({ board: named(checkBoardId) });
}

function readHistoryInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (breaksBoardId(board)) return invalid;
  return { board };
}

function writeHistoryNotAtTheBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (breaksBoardId(board)) return invalid;
  return { board };
}

function checkDrawInput(): Check {
  return object({ board: named(checkBoardId), stroke: string(uuid), pen: named(checkPen) });
}

function readDrawInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, stroke, pen } = input;
  if (breaksBoardId(board)) return invalid;
  if (typeof stroke !== "string" || !uuidPattern.test(stroke)) return invalid;
  if (!isObject(pen)) return invalid;
  const { color, width } = pen;
  if (!colorValues.has(color)) return invalid;
  if (typeof width !== "number" || !Number.isSafeInteger(width) || width < 1 || width > 40) return invalid;
  return { board, stroke, pen: { color, width } };
}

function readDrawItem(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, points } = input;
  if (typeof from !== "number" || !Number.isSafeInteger(from) || from < 0 || from > 4999) return invalid;
  if (!Array.isArray(points) || points.length < 1 || points.length > 200) return invalid;
  const pointsIn = new Array<unknown>(points.length);
  for (let index = 0; index < points.length; index++) {
    const item: unknown = points[index];
    const itemIn = readPoint(item);
    if (itemIn === invalid) return stopAt(readPoint, points, pointsIn.slice(0, index));
    pointsIn[index] = itemIn;
  }
  return { from, points: pointsIn };
}

function writeDrawNotAtTheBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (breaksBoardId(board)) return invalid;
  return { board };
}

function checkDrawStrokeGone(): Check {
  return object({ stroke: string(uuid) });
}

function writeDrawStrokeGone(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { stroke } = input;
  if (typeof stroke !== "string" || !uuidPattern.test(stroke)) return invalid;
  return { stroke };
}

function readClearInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (breaksBoardId(board)) return invalid;
  return { board };
}

function writeClearNotAtTheBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (breaksBoardId(board)) return invalid;
  return { board };
}

function checkMoveCursorPayload(): Check {
  return object({ board: named(checkBoardId), at: named(checkPoint) });
}

function readMoveCursorPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, at } = input;
  if (breaksBoardId(board)) return invalid;
  const atIn = readPoint(at);
  if (atIn === invalid) return invalid;
  return { board, at: atIn };
}

function checkBoardClearedPayload(): Check {
  return object({ board: named(checkBoardId), by: named(checkPersonName) });
}

function writeBoardClearedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, by } = input;
  if (breaksBoardId(board)) return invalid;
  const byOut = writePersonName(by);
  if (byOut === invalid) return invalid;
  return { board, by: byOut };
}

function checkCursorMovedPayload(): Check {
  return object({ board: named(checkBoardId), person: named(checkPersonName), at: named(checkPoint) });
}

function writeCursorMovedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, person, at } = input;
  if (breaksBoardId(board)) return invalid;
  const personOut = writePersonName(person);
  if (personOut === invalid) return invalid;
  const atOut = writePoint(at);
  if (atOut === invalid) return invalid;
  return { board, person: personOut, at: atOut };
}
