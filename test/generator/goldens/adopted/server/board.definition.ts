// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6584b7f92e767127

import {
  boolean,
  type ChannelDefinition,
  type Check,
  fromContract,
  int,
  invalid,
  number,
  optional,
  orNull,
  payloadCheck,
  string,
  tuple,
} from "wirepact/server";
import { board } from "../contract/protocol.js";

/** `board` as the runtime sees it. */
export const boardDefinition: ChannelDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "6425e00e8112df33",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    move: { kind: "event", payload: payloadCheck(checkMoveArgs, { read: readMoveArgs }), argumentCount: 3 },
    "place-piece": {
      kind: "call",
      input: payloadCheck(checkPlacePieceArgs, { read: readPlacePieceArgs }),
      output: payloadCheck(checkPlacePieceOutput, { write: writePlacePieceOutput }),
      errors: {},
      argumentCount: 2,
    },
    count: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkCountOutput, { write: writeCountOutput }),
      errors: {},
      reply: "value",
    },
    find: {
      kind: "call",
      input: payloadCheck(checkFindArgs, { read: readFindArgs }),
      output: payloadCheck(checkFindOutput, { write: writeFindOutput }),
      errors: {},
      argumentCount: 1,
      reply: "values",
    },
    clear: {
      kind: "call",
      input: payloadCheck(checkClearArgs, { read: readClearArgs }),
      output: undefined,
      errors: {},
      argumentCount: 0,
      reply: "value",
    },
    guess: {
      kind: "call",
      input: fromContract(board.clientToServer.guess.args, { mayAttach: false }),
      output: payloadCheck(checkPlacePieceOutput, { write: writeGuessOutput }),
      errors: {},
      argumentCount: 2,
    },
    play: {
      kind: "call",
      input: undefined,
      output: undefined,
      errors: {},
    },
  },
  serverToClient: {
    "piece moved": {
      kind: "event",
      payload: payloadCheck(checkPlacePieceArgs, { write: writePieceMovedArgs }),
      argumentCount: 2,
    },
    choose: {
      kind: "call",
      input: payloadCheck(checkChooseArgs, { write: writeChooseArgs }),
      output: payloadCheck(checkChooseOutput, { read: readChooseOutput }),
      errors: {},
      argumentCount: 2,
      reply: "value",
    },
    span: {
      kind: "call",
      input: payloadCheck(checkSpanArgs, { write: writeSpanArgs }),
      output: payloadCheck(checkFindOutput, { read: readSpanOutput }),
      errors: {},
      argumentCount: 1,
      reply: "values",
    },
    rate: {
      kind: "call",
      input: payloadCheck(checkRateArgs, { write: writeRateArgs }),
      output: payloadCheck(checkCountOutput, { read: readRateOutput }),
      errors: {},
      argumentCount: 1,
    },
  },
};

function checkMoveArgs(): Check {
  return tuple([string(), number(int), orNull(optional(number(int)))]);
}

function readMoveArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length < 2 || input.length > 3) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  const moveArgsIn: unknown[] = [first, second];
  if (input.length > 2) {
    const third: unknown = input[2];
    const thirdGiven: unknown = third === null ? undefined : third;
    if (thirdGiven !== undefined && !Number.isSafeInteger(thirdGiven)) return invalid;
    moveArgsIn.push(thirdGiven);
  }
  return moveArgsIn;
}

function checkPlacePieceArgs(): Check {
  return tuple([string(), number(int)]);
}

function readPlacePieceArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

function checkPlacePieceOutput(): Check {
  return boolean;
}

function writePlacePieceOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function checkCountOutput(): Check {
  return number(int);
}

function writeCountOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}

function checkFindArgs(): Check {
  return tuple([string()]);
}

function readFindArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  return [first];
}

function checkFindOutput(): Check {
  return tuple([number(int), number(int)]);
}

function writeFindOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first) || Object.is(first, -0)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

function checkClearArgs(): Check {
  return tuple([]);
}

function readClearArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 0) return invalid;
  return [];
}

function writeGuessOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function writePieceMovedArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

function checkChooseArgs(): Check {
  return tuple([string(), string()]);
}

function writeChooseArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (typeof second !== "string") return invalid;
  return [first, second];
}

function checkChooseOutput(): Check {
  return string();
}

function readChooseOutput(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function checkSpanArgs(): Check {
  return tuple([number(int)]);
}

function writeSpanArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 1) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first) || Object.is(first, -0)) return invalid;
  return [first];
}

function readSpanOutput(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (!Number.isSafeInteger(first)) return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

function checkRateArgs(): Check {
  return tuple([string()], number(int));
}

function writeRateArgs(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const rateArgsOut: unknown[] = [first];
  for (let index = 1; index < input.length; index++) {
    const item: unknown = input[index];
    if (!Number.isSafeInteger(item) || Object.is(item, -0)) return invalid;
    rateArgsOut[index] = item;
  }
  return rateArgsOut;
}

function readRateOutput(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}
