// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4592fdc2ce873e73

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  int,
  named,
  number,
  object,
  presentAuth,
  straightCheck,
  string,
  withDefault,
} from "wirepact/client";
import { readBoardWrongTeam, readMovedPayload, writeBoardAuth } from "./board.checks.js";
import { checkTeamId } from "./schemas.checks.js";

/** `board` as the runtime sees it. */
export const boardDefinition: ClientDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "4b469cc0d5eba89e",
  auth: presentAuth(
    straightCheck({ write: writeBoardAuth }, () =>
      object({ token: string(), seat: withDefault(1, number(int)) }),
    ),
  ),
  errors: {
    Full: undefined,
    WrongTeam: straightCheck({ read: readBoardWrongTeam }, () => object({ team: named(checkTeamId) })),
  },
  on: {
    moved: incomingEvent(
      straightCheck({ read: readMovedPayload }, () => object({ row: number(int), column: number(int) })),
    ),
  },
};
