// Made by wirepact from contract/protocol.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:b125cd4b033f76b5

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
  payloadCheck,
  plainValue,
  plainValues,
  string,
  tuple,
} from "wirepact/client";

/** `board` as the runtime sees it. */
export const boardDefinition: ClientDefinition = {
  name: "board",
  path: "/board",
  fingerprint: "6425e00e8112df33",
  call: {
    "place-piece": outgoingCallWithArguments({
      input: payloadCheck(() => tuple([string(), number(int)])),
      output: payloadCheck(() => boolean),
    }),
    count: outgoingCall({ output: payloadCheck(() => number(int)), reply: plainValue }),
    find: outgoingCallWithArguments({
      input: payloadCheck(() => tuple([string()])),
      output: payloadCheck(() => tuple([number(int), number(int)])),
      reply: plainValues,
    }),
    clear: outgoingCallWithArguments({ input: payloadCheck(() => tuple([])), reply: plainValue }),
    guess: outgoingCallWithArguments({
      input: payloadCheck(() => tuple([custom(string()), number(int)])),
      output: payloadCheck(() => boolean),
    }),
    play: outgoingCall({}),
  },
  emit: {
    move: outgoingEvent(
      payloadCheck(() => tuple([string(), number(int), orNull(optional(number(int)))])),
      argumentList(3),
    ),
  },
  on: {
    "piece moved": incomingEvent(
      payloadCheck(() => tuple([string(), number(int)])),
      argumentList(2),
    ),
  },
  handle: {
    choose: incomingCall({
      input: payloadCheck(() => tuple([string(), string()])),
      output: payloadCheck(() => string()),
      args: argumentList(2),
      reply: plainValue,
    }),
    span: incomingCall({
      input: payloadCheck(() => tuple([number(int)])),
      output: payloadCheck(() => tuple([number(int), number(int)])),
      args: argumentList(1),
      reply: plainValues,
    }),
    rate: incomingCall({
      input: payloadCheck(() => tuple([string()], number(int))),
      output: payloadCheck(() => number(int)),
      args: argumentList(1),
    }),
  },
};
