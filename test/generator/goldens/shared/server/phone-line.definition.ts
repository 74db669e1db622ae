// Made by wirepact from contract/phone-line.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4b02ee570a08efa1

import {
  type ChannelDefinition,
  type Check,
  invalid,
  isObject,
  isoDatePattern,
  isoDatetimePattern,
  named,
  object,
  payloadCheck,
} from "wirepact/server";
import {
  checkCall,
  checkPerson,
  checkPromise,
  checkSession,
  readPerson,
  writePerson,
} from "./schemas.checks.js";

/** `phoneLine` as the runtime sees it. */
export const phoneLineDefinition: ChannelDefinition = {
  name: "phoneLine",
  path: "/phone",
  fingerprint: "63ddd3441f56f78d",
  auth: payloadCheck(checkPhoneLineAuth, { read: readPhoneLineAuth }),
  errors: {},
  rooms: {},
  clientToServer: {
    dial: {
      kind: "call",
      input: payloadCheck(checkCall, { read: readDialInput }),
      output: payloadCheck(checkSession, { write: writeDialOutput }),
      errors: { Engaged: payloadCheck(checkPerson, { write: writePerson }) },
    },
    promise: {
      kind: "call",
      input: payloadCheck(checkPromise, { read: readPromiseInput }),
      output: undefined,
      errors: {},
    },
  },
  serverToClient: {
    ringing: { kind: "event", payload: payloadCheck(checkCall, { write: writeRingingPayload }) },
    answer: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkSession, { read: readAnswerOutput }),
      errors: {},
    },
  },
};

function checkPhoneLineAuth(): Check {
  return object({ person: named(checkPerson) });
}

function readPhoneLineAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { person } = input;
  const personIn = readPerson(person);
  if (personIn === invalid) return invalid;
  return { person: personIn };
}

function readDialInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, to } = input;
  const fromIn = readPerson(from);
  if (fromIn === invalid) return invalid;
  const toIn = readPerson(to);
  if (toIn === invalid) return invalid;
  return { from: fromIn, to: toIn };
}

function writeDialOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { startedAt } = input;
  if (typeof startedAt !== "string" || !isoDatetimePattern.test(startedAt)) return invalid;
  return { startedAt };
}

function readPromiseInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { by } = input;
  if (typeof by !== "string" || !isoDatePattern.test(by)) return invalid;
  return { by };
}

function writeRingingPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { from, to } = input;
  const fromOut = writePerson(from);
  if (fromOut === invalid) return invalid;
  const toOut = writePerson(to);
  if (toOut === invalid) return invalid;
  return { from: fromOut, to: toOut };
}

function readAnswerOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { startedAt } = input;
  if (typeof startedAt !== "string" || !isoDatetimePattern.test(startedAt)) return invalid;
  return { startedAt };
}
