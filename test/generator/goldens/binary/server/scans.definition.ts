// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c0e2805f3b6e86b7

import {
  array,
  bytes,
  type ChannelDefinition,
  type Check,
  decodeBytes,
  int,
  invalid,
  isObject,
  isPlainObject,
  max,
  number,
  object,
  payloadCheck,
  record,
  string,
  stringKeys,
  tuple,
} from "wirepact/server";

/** `scans` as the runtime sees it. */
export const scansDefinition: ChannelDefinition = {
  name: "scans",
  path: "/scans",
  fingerprint: "557e475e8b4a6ff4",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    turn: {
      kind: "call",
      input: payloadCheck(checkTurnInput, { read: readTurnInput, mayAttach: true }),
      output: payloadCheck(checkTurnInput, { write: writeTurnOutput, mayAttachMany: true }),
      errors: {},
    },
    print: {
      kind: "call",
      input: payloadCheck(checkPrintInput, { read: readPrintInput }),
      output: payloadCheck(checkPrintOutput, { write: writePrintOutput, mayAttachMany: true }),
      errors: {},
    },
    cover: {
      kind: "call",
      input: payloadCheck(checkCoverInput, { read: readCoverInput, mayAttach: true }),
      output: payloadCheck(checkCoverOutput, { write: writeCoverOutput }),
      errors: {},
    },
  },
  serverToClient: {
    scanned: {
      kind: "event",
      payload: payloadCheck(checkScannedPayload, { write: writeScannedPayload, mayAttachMany: true }),
    },
  },
};

function checkTurnInput(): Check {
  return array(bytes(Uint8Array));
}

function readTurnInput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const turnInputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemBytes = decodeBytes(item, Uint8Array);
    if (itemBytes === undefined) return invalid;
    turnInputIn[index] = itemBytes;
  }
  return turnInputIn;
}

function writeTurnOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const turnOutputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (!(item instanceof Uint8Array)) return invalid;
    turnOutputOut[index] = item;
  }
  return turnOutputOut;
}

function checkPrintInput(): Check {
  return number(int);
}

function readPrintInput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

function checkPrintOutput(): Check {
  return object({ pages: array(bytes(Uint8Array), max(12)) });
}

function writePrintOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pages } = input;
  if (!Array.isArray(pages) || pages.length > 12) return invalid;
  const pagesOut = new Array<unknown>(pages.length);
  for (let index = 0; index < pages.length; index++) {
    const item: unknown = pages[index];
    if (!(item instanceof Uint8Array)) return invalid;
    pagesOut[index] = item;
  }
  return { pages: pagesOut };
}

function checkCoverInput(): Check {
  return tuple([bytes(Uint8Array), bytes(Uint8Array)]);
}

function readCoverInput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  const firstBytes = decodeBytes(first, Uint8Array);
  if (firstBytes === undefined) return invalid;
  const second: unknown = input[1];
  const secondBytes = decodeBytes(second, Uint8Array);
  if (secondBytes === undefined) return invalid;
  return [firstBytes, secondBytes];
}

function checkCoverOutput(): Check {
  return array(bytes(Uint8Array), max(10));
}

function writeCoverOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length > 10) return invalid;
  const coverOutputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (!(item instanceof Uint8Array)) return invalid;
    coverOutputOut[index] = item;
  }
  return coverOutputOut;
}

function checkScannedPayload(): Check {
  return record(string(), bytes(Uint8Array));
}

function writeScannedPayload(input: unknown): unknown {
  try {
    if (!isPlainObject(input)) return invalid;
    const scannedPayloadOut: Record<string, unknown> = {};
    for (const key of stringKeys(input)) {
      if (key === "__proto__") continue;
      const value = input[key];
      if (value === undefined) continue;
      if (!(value instanceof Uint8Array)) return invalid;
      scannedPayloadOut[key] = value;
    }
    return scannedPayloadOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}
