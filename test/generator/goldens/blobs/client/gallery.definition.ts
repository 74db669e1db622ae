// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2f1a2002f3cf8345

// @ts-nocheck: made to its types, and tested so.

import {
  blob,
  blobLine,
  type ClientDefinition,
  custom,
  duplex,
  file,
  idempotentCall,
  incomingCall,
  incomingEvent,
  int,
  maxBytes,
  mime,
  minBytes,
  named,
  number,
  object,
  optional,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  string,
  union,
  withinBytes,
} from "wirepact/client";
import { checkPhoto } from "./schemas.checks.js";

/** `gallery` as the runtime sees it. */
export const galleryDefinition: ClientDefinition = {
  name: "gallery",
  path: "/gallery",
  fingerprint: "591808f6df1e728e",
  blobs: blobLine,
  call: {
    develop: outgoingCall({
      input: payloadCheck(() => named(checkPhoto)),
      output: payloadCheck(() =>
        object({
          title: string(),
          image: file("file", minBytes(1), maxBytes(100_000), mime("image/png", "image/jpeg")),
          thumb: optional(blob),
        }),
      ),
    }),
    echo: outgoingCall({
      input: withinBytes(
        1_000_000,
        payloadCheck(() => blob),
      ),
      output: payloadCheck(() => blob),
    }),
    say: outgoingCall({ input: payloadCheck(() => string()), output: payloadCheck(() => string()) }),
    keep: idempotentCall({
      input: payloadCheck(() => named(checkPhoto)),
      output: payloadCheck(() => string()),
    }),
    named: outgoingCall({
      input: payloadCheck(() => custom(file("file"))),
      output: payloadCheck(() => union(blob, string())),
    }),
  },
  emit: {
    shown: outgoingEvent(payloadCheck(() => object({ order: number(int), image: optional(blob) }))),
  },
  stream: {
    scan: duplex({
      input: payloadCheck(() => blob),
      serverItem: payloadCheck(() => file("File")),
      clientItem: payloadCheck(() => blob),
      result: payloadCheck(() => blob),
    }),
  },
  on: {
    hung: incomingEvent(payloadCheck(() => named(checkPhoto))),
    noted: incomingEvent(payloadCheck(() => string())),
  },
  handle: {
    frame: incomingCall({ input: payloadCheck(() => named(checkPhoto)), output: payloadCheck(() => blob) }),
  },
};
