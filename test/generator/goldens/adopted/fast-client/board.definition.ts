// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ec34d3941d0b6830

// @ts-nocheck: made to its types, and tested so.

import {
  argumentList,
  boolean,
  type ClientDefinition,
  custom,
  incomingCall,
  incomingEvent,
  int,
  number,
  optional,
  orNull,
  outgoingCall,
  outgoingCallWithArguments,
  outgoingEvent,
  plainValue,
  plainValues,
  straightCheck,
  string,
  tuple,
} from "wirepact/client";
import {
  readChooseArgs,
  readCountOutput,
  readFindOutput,
  readGuessOutput,
  readPieceMovedArgs,
  readPlacePieceOutput,
  readRateArgs,
  readSpanArgs,
  writeChooseOutput,
  writeClearArgs,
  writeFindArgs,
  writeGuessArgs,
  writeMoveArgs,
  writePlacePieceArgs,
  writeRateOutput,
  writeSpanOutput,
} from "./board.checks.js";

/** `board` as the runtime sees it. */
export const boardDefinition: ClientDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "6425e00e8112df33",
  call: {
    "place-piece": outgoingCallWithArguments({
      input: straightCheck({ write: writePlacePieceArgs }, () => tuple([string(), number(int)])),
      output: straightCheck({ read: readPlacePieceOutput }, () => boolean),
    }),
    count: outgoingCall({
      output: straightCheck({ read: readCountOutput }, () => number(int)),
      reply: plainValue,
    }),
    find: outgoingCallWithArguments({
      input: straightCheck({ write: writeFindArgs }, () => tuple([string()])),
      output: straightCheck({ read: readFindOutput }, () => tuple([number(int), number(int)])),
      reply: plainValues,
    }),
    clear: outgoingCallWithArguments({
      input: straightCheck({ write: writeClearArgs }, () => tuple([])),
      reply: plainValue,
    }),
    guess: outgoingCallWithArguments({
      input: straightCheck({ write: writeGuessArgs }, () => tuple([custom(string()), number(int)])),
      output: straightCheck({ read: readGuessOutput }, () => boolean),
    }),
    play: outgoingCall({}),
  },
  emit: {
    move: outgoingEvent(
      straightCheck({ write: writeMoveArgs }, () =>
        tuple([string(), number(int), orNull(optional(number(int)))]),
      ),
      argumentList(3),
    ),
  },
  on: {
    "piece moved": incomingEvent(
      straightCheck({ read: readPieceMovedArgs }, () => tuple([string(), number(int)])),
      argumentList(2),
    ),
  },
  handle: {
    choose: incomingCall({
      input: straightCheck({ read: readChooseArgs }, () => tuple([string(), string()])),
      output: straightCheck({ write: writeChooseOutput }, () => string()),
      args: argumentList(2),
      reply: plainValue,
    }),
    span: incomingCall({
      input: straightCheck({ read: readSpanArgs }, () => tuple([number(int)])),
      output: straightCheck({ write: writeSpanOutput }, () => tuple([number(int), number(int)])),
      args: argumentList(1),
      reply: plainValues,
    }),
    rate: incomingCall({
      input: straightCheck({ read: readRateArgs }, () => tuple([string()], number(int))),
      output: straightCheck({ write: writeRateOutput }, () => number(int)),
      args: argumentList(1),
    }),
  },
};
