// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:9af9ece58f8dcf0f

import {
  array,
  boolean,
  type ChannelDefinition,
  type Check,
  date,
  invalid,
  map,
  named,
  object,
  payloadCheck,
  string,
} from "wirepact/server";
import { checkIsbnText } from "./schemas.checks.js";

/** `library` as the runtime sees it. */
export const libraryDefinition: ChannelDefinition = {
  name: "library",
  path: "/library",
  fingerprint: "bb346b9c048b00e0",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    lend: {
      kind: "call",
      input: payloadCheck(checkLendInput, { mayAttach: true }),
      output: payloadCheck(checkLendOutput),
      errors: {},
    },
    ask: {
      kind: "call",
      input: payloadCheck(checkAskInput, { mayAttach: true }),
      output: payloadCheck(checkAskOutput, { write: writeAskOutput }),
      errors: {},
    },
  },
  serverToClient: {
    returned: { kind: "event", payload: payloadCheck(checkIsbnText) },
    confirm: {
      kind: "call",
      input: payloadCheck(checkIsbnText),
      output: payloadCheck(checkIsbnText, { mayAttach: true }),
      errors: {},
    },
  },
};

function checkLendInput(): Check {
  return object({ book: named(checkIsbnText), until: date() });
}

function checkLendOutput(): Check {
  return object({ books: map(string(), named(checkIsbnText)), since: date() });
}

function checkAskInput(): Check {
  return array(named(checkIsbnText));
}

function checkAskOutput(): Check {
  return boolean;
}

function writeAskOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}
