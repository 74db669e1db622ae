// Made by wirepact from contract/board.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2bbe42f2fa9df45a

// @ts-nocheck: made to its types, and tested so.

import {
  type ClientDefinition,
  incomingEvent,
  int,
  named,
  number,
  object,
  payloadCheck,
  presentAuth,
  string,
  withDefault,
} from "wirepact/client";
import { checkTeamId } from "./schemas.checks.js";

/** `board` as the runtime sees it. */
export const boardDefinition: ClientDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "4b469cc0d5eba89e",
  auth: presentAuth(payloadCheck(() => object({ token: string(), seat: withDefault(1, number(int)) }))),
  errors: { Full: undefined, WrongTeam: payloadCheck(() => object({ team: named(checkTeamId) })) },
  on: {
    moved: incomingEvent(payloadCheck(() => object({ row: number(int), column: number(int) }))),
  },
};
