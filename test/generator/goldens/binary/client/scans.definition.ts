// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a5f99336451139a6

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
  payloadCheck,
  record,
  string,
  tuple,
} from "wirepact/client";

/** `scans` as the runtime sees it. */
export const scansDefinition: ClientDefinition = {
  name: "scans",
  path: "/scans",
  fingerprint: "557e475e8b4a6ff4",
  call: {
    turn: outgoingCall({
      input: payloadCheck(() => array(bytes(Uint8Array))),
      output: payloadCheck(() => array(bytes(Uint8Array))),
    }),
    print: outgoingCall({
      input: payloadCheck(() => number(int)),
      output: payloadCheck(() => object({ pages: array(bytes(Uint8Array), max(12)) })),
    }),
    cover: outgoingCall({
      input: payloadCheck(() => tuple([bytes(Uint8Array), bytes(Uint8Array)])),
      output: payloadCheck(() => array(bytes(Uint8Array), max(10))),
    }),
  },
  on: {
    scanned: incomingEvent(payloadCheck(() => record(string(), bytes(Uint8Array)))),
  },
};
