// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e37eb6396d245962

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  bytes,
  type ClientDefinition,
  incomingEvent,
  int,
  max,
  number,
  object,
  outgoingCall,
  record,
  straightCheck,
  string,
  tuple,
} from "wirepact/client";
import {
  readCoverOutput,
  readPrintOutput,
  readScannedPayload,
  readTurnOutput,
  writeCoverInput,
  writePrintInput,
  writeTurnInput,
} from "./scans.checks.js";

/** `scans` as the runtime sees it. */
export const scansDefinition: ClientDefinition = {
  name: "scans",
  path: "/scans",
  fingerprint: "557e475e8b4a6ff4",
  call: {
    turn: outgoingCall({
      input: straightCheck({ write: writeTurnInput }, () => array(bytes(Uint8Array))),
      output: straightCheck({ read: readTurnOutput }, () => array(bytes(Uint8Array))),
    }),
    print: outgoingCall({
      input: straightCheck({ write: writePrintInput }, () => number(int)),
      output: straightCheck({ read: readPrintOutput }, () =>
        object({ pages: array(bytes(Uint8Array), max(12)) }),
      ),
    }),
    cover: outgoingCall({
      input: straightCheck({ write: writeCoverInput }, () => tuple([bytes(Uint8Array), bytes(Uint8Array)])),
      output: straightCheck({ read: readCoverOutput }, () => array(bytes(Uint8Array), max(10))),
    }),
  },
  on: {
    scanned: incomingEvent(
      straightCheck({ read: readScannedPayload }, () => record(string(), bytes(Uint8Array))),
    ),
  },
};
