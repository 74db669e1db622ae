// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8d627c740b0edbf8

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
  presentAuth,
  replayedEvent,
  straightCheck,
  string,
  tuple,
  volatileEvent,
} from "wirepact/client";
import {
  readBooksItem,
  readClosedPayload,
  readFiledPayload,
  readOfficeSuspended,
  readWhoAmIOutput,
  writeArchiveKey,
  writeDismissInput,
  writeNudgeArgs,
  writeOfficeAuth,
  writeStampPayload,
} from "./office.checks.js";

/** `office` as the runtime sees it. */
export const officeDefinition: ClientDefinition = {
  name: "office",
  path: "/office",
  fingerprint: "e9b1b175e1daef51",
  auth: presentAuth(straightCheck({ write: writeOfficeAuth }, () => object({ badge: string() }))),
  errors: { Suspended: straightCheck({ read: readOfficeSuspended }, () => object({ until: date() })) },
  call: {
    whoAmI: outgoingCall({ output: straightCheck({ read: readWhoAmIOutput }, () => array(string())) }),
    dismiss: idempotentCall({
      input: straightCheck({ write: writeDismissInput }, () => object({ name: string() })),
    }),
  },
  emit: {
    stamp: volatileEvent(straightCheck({ write: writeStampPayload }, () => object({ page: number(int) }))),
    nudge: outgoingEvent(
      straightCheck({ write: writeNudgeArgs }, () => tuple([string(), number(int)])),
      argumentList(2),
    ),
    knock: outgoingEvent(),
  },
  stream: {
    books: download({ serverItem: straightCheck({ read: readBooksItem }, () => string()) }),
  },
  on: {
    filed: incomingEvent(straightCheck({ read: readFiledPayload }, () => string())),
    closed: replayedEvent(straightCheck({ read: readClosedPayload }, () => number(int))),
  },
  rooms: {
    archive: joinedRoom({ key: straightCheck({ write: writeArchiveKey }, () => string(max(20))) }),
  },
};
