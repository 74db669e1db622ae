// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:bda59c2a3f5f0f71

import {
  array,
  boolean,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  date,
  int,
  invalid,
  isDate,
  isObject,
  max,
  number,
  object,
  payloadCheck,
  string,
  tuple,
} from "wirepact/server";

/** `office` as the runtime sees it. */
export const officeDefinition: ChannelDefinition = {
  name: "office",
  path: "/office",
  fingerprint: "e9b1b175e1daef51",
  auth: payloadCheck(checkOfficeAuth, { read: readOfficeAuth }),
  roles: ["staff", "head", "auditor"],
  errors: { Suspended: payloadCheck(checkOfficeSuspended, { write: writeOfficeSuspended }) },
  rooms: {
    archive: {
      key: payloadCheck(checkArchiveKey, { read: readArchiveKey }),
      join: "client",
      errors: {},
      requires: ["head", "auditor"],
    },
    safe: { key: payloadCheck(checkSafeKey, { read: readSafeKey }), requires: ["head"] },
    hall: { key: payloadCheck(checkHallKey, { read: readHallKey }) },
  },
  clientToServer: {
    whoAmI: {
      kind: "call",
      input: undefined,
      output: payloadCheck(checkWhoAmIOutput, { write: writeWhoAmIOutput }),
      errors: {},
    },
    dismiss: {
      kind: "call",
      input: payloadCheck(checkDismissInput, { read: readDismissInput }),
      output: undefined,
      errors: {},
      isIdempotent: true,
      requires: ["head"],
    },
    stamp: {
      kind: "event",
      payload: payloadCheck(checkStampPayload, { read: readStampPayload }),
      requires: ["staff", "head"],
    },
    nudge: {
      kind: "event",
      payload: payloadCheck(checkNudgeArgs, { read: readNudgeArgs }),
      argumentCount: 2,
      requires: ["staff"],
    },
    knock: { kind: "event", payload: undefined, requires: ["staff"] },
    books: {
      kind: "stream",
      input: undefined,
      serverItem: payloadCheck(checkBooksItem, { write: writeBooksItem }),
      clientItem: undefined,
      result: undefined,
      errors: {},
      requires: ["staff", "head", "auditor"],
    },
  },
  serverToClient: {
    filed: { kind: "event", payload: payloadCheck(checkBooksItem, { write: writeFiledPayload }) },
    closed: {
      kind: "event",
      payload: payloadCheck(checkSafeKey, { write: writeClosedPayload }),
      replay: { keepMs: 60_000, keepCount: 100 },
    },
  },
};

function checkOfficeAuth(): Check {
  return object({ badge: string() });
}

function readOfficeAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { badge } = input;
  if (typeof badge !== "string") return invalid;
  return { badge };
}

function checkOfficeSuspended(): Check {
  return object({ until: date() });
}

function writeOfficeSuspended(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { until } = input;
  if (!isDate(until)) return invalid;
  return { until: until.toISOString() };
}

function checkArchiveKey(): Check {
  return string(max(20));
}

function readArchiveKey(input: unknown): unknown {
  if (typeof input !== "string" || (input.length > 20 && countCodePoints(input) > 20)) return invalid;
  return input;
}

function checkSafeKey(): Check {
  return number(int);
}

function readSafeKey(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}

function checkHallKey(): Check {
  return boolean;
}

function readHallKey(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}

function checkWhoAmIOutput(): Check {
  return array(string());
}

function writeWhoAmIOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const whoAmIOutputOut = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (typeof item !== "string") return invalid;
    whoAmIOutputOut[index] = item;
  }
  return whoAmIOutputOut;
}

function checkDismissInput(): Check {
  return object({ name: string() });
}

function readDismissInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

function checkStampPayload(): Check {
  return object({ page: number(int) });
}

function readStampPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { page } = input;
  if (!Number.isSafeInteger(page)) return invalid;
  return { page };
}

function checkNudgeArgs(): Check {
  return tuple([string(), number(int)]);
}

function readNudgeArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second)) return invalid;
  return [first, second];
}

function checkBooksItem(): Check {
  return string();
}

function writeBooksItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeFiledPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

function writeClosedPayload(input: unknown): unknown {
  if (!Number.isSafeInteger(input) || Object.is(input, -0)) return invalid;
  return input;
}
