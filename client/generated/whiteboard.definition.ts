// Made by wirepact from contracts/whiteboard.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8a7a2d1e7629e6c1

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  download,
  idempotentCall,
  incomingEvent,
  joinedRoom,
  latestEvent,
  limited,
  named,
  object,
  payloadCheck,
  presentAuth,
  replayedEvent,
  roomPresence,
  string,
  upload,
  uuid,
} from "wirepact/client";
import {
  checkArtist,
  checkBoardId,
  checkInk,
  checkPen,
  checkPersonName,
  checkPoint,
  checkStrokePart,
} from "./schemas.checks.js";

/** `whiteboard` as the runtime sees it. */
export const whiteboardDefinition: ClientDefinition = {
  name: "whiteboard",
  path: "/whiteboard",
  fingerprint: "364ab2be14b1865a",
  auth: presentAuth(payloadCheck(() => object({ name: named(checkPersonName) }))),
  call: {
    clear: idempotentCall({
      input: payloadCheck(() => object({ board: named(checkBoardId) })),
      errors: { NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })) },
    }),
  },
  emit: {
    moveCursor: limited(
      { perSecond: 60, burst: 120 },
      latestEvent({
        payload: payloadCheck(() => object({ board: named(checkBoardId), at: named(checkPoint) })),
        latest: true,
      }),
    ),
  },
  stream: {
    history: download({
      input: payloadCheck(() => object({ board: named(checkBoardId) })),
      serverItem: payloadCheck(() => named(checkInk)),
      errors: { NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })) },
    }),
    draw: upload({
      input: payloadCheck(() =>
        object({ board: named(checkBoardId), stroke: string(uuid), pen: named(checkPen) }),
      ),
      clientItem: payloadCheck(() => named(checkStrokePart)),
      errors: {
        NotAtTheBoard: payloadCheck(() => object({ board: named(checkBoardId) })),
        StrokeGone: payloadCheck(() => object({ stroke: string(uuid) })),
      },
    }),
  },
  on: {
    inkDrawn: replayedEvent(payloadCheck(() => named(checkInk))),
    boardCleared: replayedEvent(
      payloadCheck(() => object({ board: named(checkBoardId), by: named(checkPersonName) })),
    ),
    cursorMoved: incomingEvent(
      payloadCheck(() =>
        object({ board: named(checkBoardId), person: named(checkPersonName), at: named(checkPoint) }),
      ),
    ),
  },
  rooms: {
    board: joinedRoom({
      key: payloadCheck(() => named(checkBoardId)),
      presence: roomPresence(payloadCheck(() => named(checkArtist))),
    }),
  },
};
