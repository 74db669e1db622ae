// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d4bda2623ef398e1

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
  payloadCheck,
  string,
  tuple,
  upload,
  volatileEvent,
  withinBytes,
} from "wirepact/client";

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
          payloadCheck(() => object({ content: string() })),
        ),
        output: payloadCheck(() => number(int)),
      }),
    ),
    insure: limited({ perSecond: 50, burst: 100 }, idempotentCall({ input: payloadCheck(() => string()) })),
    pair: outgoingCallWithArguments({
      input: withinBytes(
        9,
        payloadCheck(() => tuple([number(int), number(int)])),
      ),
      output: payloadCheck(() => number(int)),
    }),
    ping: limited({ maxInFlight: 1 }, outgoingCall({})),
    free: outgoingCall({ input: payloadCheck(() => string()) }),
  },
  emit: {
    moved: limited({ perSecond: 30, burst: 60 }, volatileEvent(payloadCheck(() => object({ x: number() })))),
    weighed: limited(
      { perSecond: 3, burst: 3 },
      latestEvent({ payload: payloadCheck(() => number()), latest: true }),
    ),
    named: outgoingEvent(
      withinBytes(
        20,
        payloadCheck(() => tuple([string()])),
      ),
      argumentList(1),
    ),
  },
  stream: {
    scan: upload({
      clientItem: withinBytes(
        10,
        payloadCheck(() => string()),
      ),
      result: payloadCheck(() => number(int)),
    }),
    track: limited(
      { perSecond: 9, burst: 18, maxInFlight: 1 },
      download({ input: payloadCheck(() => number(int)), serverItem: payloadCheck(() => string()) }),
    ),
  },
};
