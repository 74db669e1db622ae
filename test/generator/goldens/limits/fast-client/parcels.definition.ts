// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:94ec12e6baf955b3

// @ts-nocheck: made to its types, and tested so.

import {
  argumentList,
  type ClientDefinition,
  download,
  idempotentCall,
  int,
  latestEvent,
  limited,
  number,
  object,
  outgoingCall,
  outgoingCallWithArguments,
  outgoingEvent,
  straightCheck,
  string,
  tuple,
  upload,
  volatileEvent,
  withinBytes,
} from "wirepact/client";
import {
  readPairOutput,
  readScanResult,
  readSendOutput,
  readTrackItem,
  writeFreeInput,
  writeInsureInput,
  writeMovedPayload,
  writeNamedArgs,
  writePairArgs,
  writeScanItem,
  writeSendInput,
  writeTrackInput,
  writeWeighedPayload,
} from "./parcels.checks.js";

/** `parcels` as the runtime sees it. */
export const parcelsDefinition: ClientDefinition = {
  name: "parcels",
  path: "/parcels",
  fingerprint: "3becaca62d014269",
  call: {
    send: limited(
      { perSecond: 5, burst: 10, maxInFlight: 2 },
      outgoingCall({
        input: withinBytes(
          2000,
          straightCheck({ write: writeSendInput }, () => object({ content: string() })),
        ),
        output: straightCheck({ read: readSendOutput }, () => number(int)),
      }),
    ),
    insure: limited(
      { perSecond: 50, burst: 100 },
      idempotentCall({ input: straightCheck({ write: writeInsureInput }, () => string()) }),
    ),
    pair: outgoingCallWithArguments({
      input: withinBytes(
        9,
        straightCheck({ write: writePairArgs }, () => tuple([number(int), number(int)])),
      ),
      output: straightCheck({ read: readPairOutput }, () => number(int)),
    }),
    ping: limited({ maxInFlight: 1 }, outgoingCall({})),
    free: outgoingCall({ input: straightCheck({ write: writeFreeInput }, () => string()) }),
  },
  emit: {
    moved: limited(
      { perSecond: 30, burst: 60 },
      volatileEvent(straightCheck({ write: writeMovedPayload }, () => object({ x: number() }))),
    ),
    weighed: limited(
      { perSecond: 3, burst: 3 },
      latestEvent({ payload: straightCheck({ write: writeWeighedPayload }, () => number()), latest: true }),
    ),
    named: outgoingEvent(
      withinBytes(
        20,
        straightCheck({ write: writeNamedArgs }, () => tuple([string()])),
      ),
      argumentList(1),
    ),
  },
  stream: {
    scan: upload({
      clientItem: withinBytes(
        10,
        straightCheck({ write: writeScanItem }, () => string()),
      ),
      result: straightCheck({ read: readScanResult }, () => number(int)),
    }),
    track: limited(
      { perSecond: 9, burst: 18, maxInFlight: 1 },
      download({
        input: straightCheck({ write: writeTrackInput }, () => number(int)),
        serverItem: straightCheck({ read: readTrackItem }, () => string()),
      }),
    ),
  },
};
