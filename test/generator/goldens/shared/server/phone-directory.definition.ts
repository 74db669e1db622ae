// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:225b78f64004bfb1

import {
  array,
  type ChannelDefinition,
  type Check,
  invalid,
  isObject,
  lined,
  named,
  object,
  payloadCheck,
  stopAt,
  string,
} from "wirepact/server";
import { checkPerson, writePerson } from "./schemas.checks.js";

/** `phoneDirectory` as the runtime sees it. */
export const phoneDirectoryDefinition: ChannelDefinition = {
  name: "phoneDirectory",
  path: "/directory",
  fingerprint: "7f4069ae02927837",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    find: {
      kind: "call",
      input: payloadCheck(checkFindInput, { read: readFindInput }),
      output: payloadCheck(checkFindOutput, { write: writeFindOutput }),
      errors: {},
    },
  },
  serverToClient: { added: { kind: "event", payload: payloadCheck(checkPerson, { write: writePerson }) } },
};

function checkFindInput(): Check {
  return object({ name: string() });
}

function readFindInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

function checkFindOutput(): Check {
  return array(lined({ write: writePerson }, named(checkPerson)));
}

function writeFindOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const findOutputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    const itemOut = writePerson(item);
    if (itemOut === invalid) return stopAt(writePerson, input, findOutputOut.slice(0, index));
    findOutputOut[index] = itemOut;
  }
  return findOutputOut;
}
