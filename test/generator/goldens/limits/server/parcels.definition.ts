// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:16246bfb4bd80751

import {
  type ChannelDefinition,
  type Check,
  int,
  invalid,
  isObject,
  number,
  object,
  payloadCheck,
  string,
  tuple,
} from "wirepact/server";

/** `parcels` as the runtime sees it. */
export const parcelsDefinition: ChannelDefinition = {
  name: "parcels",
  path: "/parcels",
  fingerprint: "3becaca62d014269",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    send: {
      kind: "call",
      input: payloadCheck(checkSendInput, { read: readSendInput }),
      output: payloadCheck(checkSendOutput, { write: writeSendOutput }),
      errors: {},
      limits: { perSecond: 5, burst: 10, maxBytes: 2000, maxInFlight: 2 },
    },
    insure: {
      kind: "call",
      input: payloadCheck(checkInsureInput, { read: readInsureInput }),
      output: undefined,
      errors: {},
      isIdempotent: true,
      limits: { perSecond: 50, burst: 100 },
    },
    pair: {
      kind: "call",
      input: payloadCheck(checkPairArgs, { read: readPairArgs }),
      output: payloadCheck(checkSendOutput, { write: writePairOutput }),
      errors: {},
      argumentCount: 2,
      limits: { maxBytes: 9 },
    },
    ping: {
      kind: "call",
      input: undefined,
      output: undefined,
      errors: {},
      limits: { maxInFlight: 1 },
    },
    moved: {
      kind: "event",
      payload: payloadCheck(checkMovedPayload, { read: readMovedPayload }),
      limits: { perSecond: 30, burst: 60 },
    },
    weighed: {
      kind: "event",
      payload: payloadCheck(checkWeighedPayload, { read: readWeighedPayload }),
      limits: { perSecond: 3, burst: 3 },
    },
    named: {
      kind: "event",
      payload: payloadCheck(checkNamedArgs, { read: readNamedArgs }),
      argumentCount: 1,
      limits: { maxBytes: 20 },
    },
    scan: {
      kind: "stream",
      input: undefined,
      serverItem: undefined,
      clientItem: payloadCheck(checkInsureInput, { read: readScanItem }),
      result: payloadCheck(checkSendOutput, { write: writeScanResult }),
      errors: {},
      limits: { maxBytes: 10 },
    },
    track: {
      kind: "stream",
      input: payloadCheck(checkSendOutput, { read: readTrackInput }),
      serverItem: payloadCheck(checkInsureInput, { write: writeTrackItem }),
      clientItem: undefined,
      result: undefined,
      errors: {},
      limits: { perSecond: 9, burst: 18, maxInFlight: 1 },
    },
    free: {
      kind: "call",
      input: payloadCheck(checkInsureInput, { read: readFreeInput }),
      output: undefined,
      errors: {},
    },
  },
  serverToClient: {},
};

function checkSendInput(): Check {
  return object({ content: string() });
}

function readSendInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { content } = input;
  if (typeof content !== "string") return invalid;
  return { content };
}

function checkSendOutput(): Check {
  return number(int);
}

function writeSendOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function checkInsureInput(): Check {
  return string();
}

function readInsureInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkPairArgs(): Check {
  return tuple([number(int), number(int)]);
}

function readPairArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

function writePairOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function checkMovedPayload(): Check {
  return object({ x: number() });
}

function readMovedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { x } = input;
  if (!Number.isFinite(x)) return invalid;
  return { x };
}

function checkWeighedPayload(): Check {
  return number();
}

function readWeighedPayload(input: unknown): unknown {
  if (!Number.isFinite(input)) return invalid;
  return input;
}

function checkNamedArgs(): Check {
  return tuple([string()]);
}

function readNamedArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  return [first];
}

function readScanItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeScanResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function readTrackInput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

function writeTrackItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function readFreeInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}
