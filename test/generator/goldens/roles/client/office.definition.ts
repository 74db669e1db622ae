// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:a0eb13fa34f16ba6

// @ts-nocheck: made to its types, and tested so.

import {
  argumentList,
  array,
  type ClientDefinition,
  date,
  download,
  idempotentCall,
  incomingEvent,
  int,
  joinedRoom,
  max,
  number,
  object,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  presentAuth,
  replayedEvent,
  string,
  tuple,
  volatileEvent,
} from "wirepact/client";

/** `office` as the runtime sees it. */
export const officeDefinition: ClientDefinition = {
  name: "office",
  path: "/office",
  fingerprint: "e9b1b175e1daef51",
  auth: presentAuth(payloadCheck(() => object({ badge: string() }))),
  errors: { Suspended: payloadCheck(() => object({ until: date() })) },
  call: {
    whoAmI: outgoingCall({ output: payloadCheck(() => array(string())) }),
    dismiss: idempotentCall({ input: payloadCheck(() => object({ name: string() })) }),
  },
  emit: {
    stamp: volatileEvent(payloadCheck(() => object({ page: number(int) }))),
    nudge: outgoingEvent(
      payloadCheck(() => tuple([string(), number(int)])),
      argumentList(2),
    ),
    knock: outgoingEvent(),
  },
  stream: {
    books: download({ serverItem: payloadCheck(() => string()) }),
  },
  on: {
    filed: incomingEvent(payloadCheck(() => string())),
    closed: replayedEvent(payloadCheck(() => number(int))),
  },
  rooms: {
    archive: joinedRoom({ key: payloadCheck(() => string(max(20))) }),
  },
};
