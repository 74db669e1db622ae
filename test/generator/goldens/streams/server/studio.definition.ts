// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4d839153a06cf9a6

import {
  bigint,
  bytes,
  type ChannelDefinition,
  type Check,
  decodeBytes,
  encodeBigint,
  fromContract,
  gte,
  int,
  invalid,
  isObject,
  named,
  number,
  object,
  payloadCheck,
  string,
  trim,
} from "wirepact/server";
import { studio } from "../contract/studio.js";
import { checkStroke, readStroke, writeStroke } from "./schemas.checks.js";

/** `studio` as the runtime sees it. */
export const studioDefinition: ChannelDefinition = {
  name: "studio",
  path: "/studio",
  fingerprint: "78823b486543f5bc",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    history: {
      kind: "stream",
      input: payloadCheck(checkHistoryInput, { read: readHistoryInput }),
      serverItem: payloadCheck(checkStroke, { write: writeStroke }),
      clientItem: undefined,
      result: payloadCheck(checkHistoryResult, { write: writeHistoryResult }),
      errors: {
        NoBoard: payloadCheck(checkHistoryNoBoard, { write: writeHistoryNoBoard }),
        Locked: undefined,
      },
    },
    ticks: {
      kind: "stream",
      input: undefined,
      serverItem: payloadCheck(checkTicksItem, { write: writeTicksItem }),
      clientItem: undefined,
      result: undefined,
      errors: {},
      timeoutMs: 300,
    },
    draw: {
      kind: "stream",
      input: payloadCheck(checkDrawInput, { read: readDrawInput }),
      serverItem: undefined,
      clientItem: payloadCheck(checkStroke, { read: readStroke }),
      result: payloadCheck(checkTicksItem, { write: writeDrawResult }),
      errors: { NoBoard: payloadCheck(checkHistoryNoBoard, { write: writeDrawNoBoard }) },
    },
    scribble: {
      kind: "stream",
      input: undefined,
      serverItem: undefined,
      clientItem: payloadCheck(checkScribbleItem, { read: readScribbleItem, mayAttach: true }),
      result: undefined,
      errors: {},
    },
    measure: {
      kind: "stream",
      input: undefined,
      serverItem: undefined,
      clientItem: fromContract(studio.clientToServer.measure.clientItem, { isOpaque: true }),
      result: payloadCheck(checkTicksItem, { write: writeMeasureResult }),
      errors: {},
    },
    print: {
      kind: "stream",
      input: payloadCheck(checkDrawInput, { read: readPrintInput }),
      serverItem: payloadCheck(checkScribbleItem, { write: writePrintItem }),
      clientItem: undefined,
      result: undefined,
      errors: {},
    },
    together: {
      kind: "stream",
      input: payloadCheck(checkTogetherInput, { read: readTogetherInput }),
      serverItem: payloadCheck(checkTogetherItem, { write: writeTogetherItem }),
      clientItem: payloadCheck(checkStroke, { read: readStroke }),
      result: payloadCheck(checkTicksItem, { write: writeTogetherResult }),
      errors: {},
    },
    echo: {
      kind: "stream",
      input: undefined,
      serverItem: payloadCheck(checkDrawInput, { write: writeEchoItem }),
      clientItem: payloadCheck(checkEchoClientItem, { read: readEchoClientItem }),
      result: undefined,
      errors: {},
    },
  },
  serverToClient: {},
};

function checkHistoryInput(): Check {
  return object({ board: string(), count: number(int, gte(0)) });
}

function readHistoryInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board, count } = input;
  if (typeof board !== "string") return invalid;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) return invalid;
  return { board, count };
}

function checkHistoryResult(): Check {
  return object({ total: bigint() });
}

function writeHistoryResult(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { total } = input;
  if (typeof total !== "bigint") return invalid;
  const totalText = encodeBigint(total);
  if (totalText === undefined) return invalid;
  return { total: totalText };
}

function checkHistoryNoBoard(): Check {
  return object({ nearest: string() });
}

function writeHistoryNoBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { nearest } = input;
  if (typeof nearest !== "string") return invalid;
  return { nearest };
}

function checkTicksItem(): Check {
  return number(int);
}

function writeTicksItem(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function checkDrawInput(): Check {
  return string();
}

function readDrawInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeDrawResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function writeDrawNoBoard(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { nearest } = input;
  if (typeof nearest !== "string") return invalid;
  return { nearest };
}

function checkScribbleItem(): Check {
  return bytes(Uint8Array);
}

function readScribbleItem(input: unknown): unknown {
  const scribbleItemBytes = decodeBytes(input, Uint8Array);
  if (scribbleItemBytes === undefined) return invalid;
  return scribbleItemBytes;
}

function writeMeasureResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function readPrintInput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writePrintItem(input: unknown): unknown {
  if (!(input instanceof Uint8Array)) return invalid;
  return input;
}

function checkTogetherInput(): Check {
  return object({ board: string() });
}

function readTogetherInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { board } = input;
  if (typeof board !== "string") return invalid;
  return { board };
}

function checkTogetherItem(): Check {
  return object({ who: string(), stroke: named(checkStroke) });
}

function writeTogetherItem(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { who, stroke } = input;
  if (typeof who !== "string") return invalid;
  const strokeOut = writeStroke(stroke);
  if (strokeOut === invalid) return invalid;
  return { who, stroke: strokeOut };
}

function writeTogetherResult(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function writeEchoItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkEchoClientItem(): Check {
  return string(trim);
}

function readEchoClientItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  const echoClientItemTrimmed = input.trim();
  return echoClientItemTrimmed;
}
