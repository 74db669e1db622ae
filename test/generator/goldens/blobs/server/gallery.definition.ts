// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e7af42f20e1d885b

import {
  blob,
  type ChannelDefinition,
  type Check,
  file,
  fromContract,
  int,
  invalid,
  maxBytes,
  mime,
  minBytes,
  number,
  object,
  optional,
  payloadCheck,
  string,
  union,
} from "wirepact/server";
import { gallery } from "../contract/gallery.js";
import { checkPhoto } from "./schemas.checks.js";

/** `gallery` as the runtime sees it. */
export const galleryDefinition: ChannelDefinition = {
  name: "gallery",
  path: "/gallery",
  fingerprint: "591808f6df1e728e",
  writesBlobs: true,
  auth: undefined,
  errors: {},
  rooms: { wall: { key: payloadCheck(checkWallKey, { read: readWallKey }) } },
  clientToServer: {
    develop: {
      kind: "call",
      input: payloadCheck(checkPhoto, { mayAttach: true }),
      output: payloadCheck(checkDevelopOutput),
      errors: {},
    },
    echo: {
      kind: "call",
      input: payloadCheck(checkEchoInput, { mayAttach: true }),
      output: payloadCheck(checkEchoInput),
      errors: {},
      limits: { maxBytes: 1_000_000 },
    },
    say: {
      kind: "call",
      input: payloadCheck(checkWallKey, { read: readSayInput }),
      output: payloadCheck(checkWallKey, { write: writeSayOutput }),
      errors: {},
    },
    keep: {
      kind: "call",
      input: payloadCheck(checkPhoto, { mayAttach: true }),
      output: payloadCheck(checkWallKey, { write: writeKeepOutput }),
      errors: {},
      isIdempotent: true,
    },
    shown: { kind: "event", payload: payloadCheck(checkShownPayload, { mayAttach: true }) },
    named: {
      kind: "call",
      input: fromContract(gallery.clientToServer.named.input, { wire: checkNamedInputForm }),
      output: payloadCheck(checkNamedOutput),
      errors: {},
    },
    scan: {
      kind: "stream",
      input: payloadCheck(checkEchoInput, { mayAttach: true }),
      serverItem: payloadCheck(checkScanItem),
      clientItem: payloadCheck(checkEchoInput, { mayAttach: true }),
      result: payloadCheck(checkEchoInput),
      errors: {},
    },
  },
  serverToClient: {
    hung: { kind: "event", payload: payloadCheck(checkPhoto) },
    noted: { kind: "event", payload: payloadCheck(checkWallKey, { write: writeNotedPayload }) },
    frame: {
      kind: "call",
      input: payloadCheck(checkPhoto),
      output: payloadCheck(checkEchoInput, { mayAttach: true }),
      errors: {},
    },
  },
};

function checkWallKey(): Check {
  return string();
}

function readWallKey(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkDevelopOutput(): Check {
  return object({
    title: string(),
    image: file("file", minBytes(1), maxBytes(100_000), mime("image/png", "image/jpeg")),
    thumb: optional(blob),
  });
}

function checkEchoInput(): Check {
  return blob;
}

function readSayInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeSayOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeKeepOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkShownPayload(): Check {
  return object({ order: number(int), image: optional(blob) });
}

function checkNamedInputForm(): Check {
  return file("file");
}

function checkNamedOutput(): Check {
  return union(blob, string());
}

function checkScanItem(): Check {
  return file("File");
}

function writeNotedPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
