// Made by wirepact from contract/hall.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d0545555d02c1e86

// @ts-nocheck: made to its types, and tested so.

import {
  boolean,
  type ClientDefinition,
  date,
  givenRoom,
  incomingEvent,
  int,
  joinedRoom,
  max,
  min,
  named,
  number,
  object,
  presentAuth,
  roomPresence,
  straightCheck,
  string,
  trim,
  withDefault,
} from "wirepact/client";
import {
  readServedPayload,
  readStaffPresence,
  readTableFull,
  readTablePresence,
  writeCornerKey,
  writeHallAuth,
  writeStaffKey,
  writeTableKey,
} from "./hall.checks.js";
import { checkCornerName, checkTask } from "./schemas.checks.js";

/** `hall` as the runtime sees it. */
export const hallDefinition: ClientDefinition = {
  name: "hall",
  path: "/hall",
  fingerprint: "13f707aa00b1e46b",
  auth: presentAuth(straightCheck({ write: writeHallAuth }, () => object({ name: string(min(1)) }))),
  on: {
    served: incomingEvent(straightCheck({ read: readServedPayload }, () => string())),
  },
  rooms: {
    table: joinedRoom({
      key: straightCheck({ write: writeTableKey }, () =>
        object({ floor: number(int), name: string(trim, max(20)) }),
      ),
      errors: {
        Full: straightCheck({ read: readTableFull }, () => object({ seats: number(int) })),
        Reserved: undefined,
      },
      presence: roomPresence(
        straightCheck({ read: readTablePresence }, () =>
          object({ mood: withDefault("calm", string(max(20))), since: date() }),
        ),
      ),
    }),
    corner: joinedRoom({ key: straightCheck({ write: writeCornerKey }, () => named(checkCornerName)) }),
    staff: givenRoom({
      key: straightCheck({ write: writeStaffKey }, () => boolean),
      presence: roomPresence(straightCheck({ read: readStaffPresence }, () => named(checkTask))),
    }),
  },
};
