// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:8468ebbeb3e551f3

import {
  array,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  fromContract,
  invalid,
  isObject,
  isPlainObject,
  lined,
  map,
  max,
  min,
  named,
  object,
  optional,
  payloadCheck,
  record,
  sensitive,
  stopAt,
  string,
  stringKeys,
  tuple,
  union,
} from "wirepact/server";
import { vault } from "../contract/vault.js";
import { breaksSecret, checkDrawer, checkSecret, readDrawer } from "./schemas.checks.js";

/** `vault` as the runtime sees it. */
export const vaultDefinition: ChannelDefinition = {
  name: "vault",
  path: "/vault/:tenant",
  params: {
    check: sensitive([["tenant"]], payloadCheck(checkVaultParams, { read: readVaultParams })),
    kinds: { tenant: "text" },
  },
  fingerprint: "29bad8b10a2592bf",
  auth: sensitive([["token"]], payloadCheck(checkVaultAuth, { read: readVaultAuth })),
  errors: { Locked: sensitive([["hint"]], payloadCheck(checkVaultLocked, { write: writeVaultLocked })) },
  rooms: {
    safe: {
      key: sensitive([["pin"]], payloadCheck(checkSafeKey, { read: readSafeKey })),
      fields: ["pin"],
      join: "client",
      errors: {},
      presence: sensitive([["place"]], payloadCheck(checkSafePresence, { read: readSafePresence })),
    },
  },
  clientToServer: {
    store: {
      kind: "call",
      input: sensitive(
        [
          ["password"],
          ["pin"],
          ["cards", null, "number"],
          ["answers"],
          ["notes", null],
          ["drawer", "code"],
          ["drawer", "within", null],
          ["contact", "mail"],
        ],
        payloadCheck(checkStoreInput, { read: readStoreInput }),
      ),
      output: sensitive([["recovery"]], payloadCheck(checkStoreOutput, { write: writeStoreOutput })),
      errors: { Known: sensitive([["hint"]], payloadCheck(checkStoreKnown, { write: writeStoreKnown })) },
    },
    verify: {
      kind: "call",
      input: sensitive([["code"]], fromContract(vault.clientToServer.verify.input, { mayAttach: false })),
      output: undefined,
      errors: {},
    },
    whisper: {
      kind: "event",
      payload: sensitive([[]], payloadCheck(checkWhisperPayload, { read: readWhisperPayload })),
    },
    both: {
      kind: "call",
      input: sensitive([[1]], payloadCheck(checkBothArgs, { read: readBothArgs })),
      output: undefined,
      errors: {},
      argumentCount: 2,
    },
    pour: {
      kind: "stream",
      input: sensitive([["key"]], payloadCheck(checkPourInput, { read: readPourInput })),
      serverItem: sensitive([[]], payloadCheck(checkSecret, { write: writePourItem })),
      clientItem: sensitive([[]], payloadCheck(checkSecret, { read: readPourClientItem })),
      result: undefined,
      errors: {},
    },
  },
  serverToClient: {
    ask: {
      kind: "call",
      input: payloadCheck(checkAskInput, { write: writeAskInput }),
      output: sensitive([["pin"]], payloadCheck(checkSafeKey, { read: readAskOutput })),
      errors: {},
    },
    told: {
      kind: "event",
      payload: sensitive([["secret"]], payloadCheck(checkToldPayload, { write: writeToldPayload })),
    },
  },
};

function checkVaultParams(): Check {
  return object({ tenant: string(min(4), max(100)) });
}

function readVaultParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { tenant } = input;
  if (
    typeof tenant !== "string" ||
    tenant.length < 4 ||
    (tenant.length < 8 && countCodePoints(tenant) < 4) ||
    (tenant.length > 100 && countCodePoints(tenant) > 100)
  ) {
    return invalid;
  }
  return { tenant };
}

function checkVaultAuth(): Check {
  return object({ user: string(max(40)), token: named(checkSecret) });
}

function readVaultAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { user, token } = input;
  if (typeof user !== "string" || (user.length > 40 && countCodePoints(user) > 40)) return invalid;
  if (breaksSecret(token)) return invalid;
  return { user, token };
}

function checkVaultLocked(): Check {
  return object({ hint: optional(named(checkSecret)) });
}

function writeVaultLocked(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { hint } = input;
  if (hint !== undefined && breaksSecret(hint)) return invalid;
  const vaultLockedOut: Record<string, unknown> = {};
  if (hint !== undefined) vaultLockedOut["hint"] = hint;
  return vaultLockedOut;
}

function checkSafeKey(): Check {
  return object({ pin: named(checkSecret) });
}

function readSafeKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pin } = input;
  if (breaksSecret(pin)) return invalid;
  return { pin };
}

function checkSafePresence(): Check {
  return object({ mood: string(max(10)), place: named(checkSecret) });
}

function readSafePresence(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { mood, place } = input;
  if (typeof mood !== "string" || (mood.length > 10 && countCodePoints(mood) > 10)) return invalid;
  if (breaksSecret(place)) return invalid;
  return { mood, place };
}

function checkStoreInput(): Check {
  return object({
    name: string(max(40)),
    password: named(checkSecret),
    pin: optional(string(max(9))),
    cards: array(
      lined(
        { read: readStoreInputCardsItem },
        object({ number: named(checkSecret), label: string(max(10)) }),
      ),
      max(3),
    ),
    answers: record(named(checkSecret), string(max(100))),
    notes: map(string(max(10)), named(checkSecret)),
    drawer: optional(named(checkDrawer)),
    contact: union(object({ mail: named(checkSecret) }), object({ place: string(max(10)) })),
  });
}

function readStoreInput(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { name, password, pin, cards, answers, notes, drawer, contact } = input;
    if (typeof name !== "string" || (name.length > 40 && countCodePoints(name) > 40)) return invalid;
    if (breaksSecret(password)) return invalid;
    if (pin !== undefined && (typeof pin !== "string" || (pin.length > 9 && countCodePoints(pin) > 9))) {
      return invalid;
    }
    if (!Array.isArray(cards) || cards.length > 3) return invalid;
    const cardsIn = new Array<unknown>(cards.length);
    for (let index = 0; index < cards.length; index++) {
      const item: unknown = cards[index];
      const itemIn = readStoreInputCardsItem(item);
      if (itemIn === invalid) return stopAt(readStoreInputCardsItem, cards, cardsIn.slice(0, index));
      cardsIn[index] = itemIn;
    }
    if (!isPlainObject(answers)) return invalid;
    const answersIn: Record<string, unknown> = {};
    for (const key of stringKeys(answers)) {
      if (key === "__proto__") continue;
      const value = answers[key];
      if (
        key.length < 4 ||
        (key.length < 8 && countCodePoints(key) < 4) ||
        (key.length > 100 && countCodePoints(key) > 100)
      ) {
        return invalid;
      }
      if (typeof value !== "string" || (value.length > 100 && countCodePoints(value) > 100)) return invalid;
      answersIn[key] = value;
    }
    if (!Array.isArray(notes)) return invalid;
    const notesMap = new Map<unknown, unknown>();
    for (const entry of notes as unknown[]) {
      if (!Array.isArray(entry) || entry.length !== 2) return invalid;
      const [notesKey, notesValue]: unknown[] = entry;
      if (typeof notesKey !== "string" || (notesKey.length > 10 && countCodePoints(notesKey) > 10)) {
        return invalid;
      }
      if (breaksSecret(notesValue)) return invalid;
      notesMap.set(notesKey, notesValue);
    }
    if (notesMap.size < notes.length) return invalid;
    let drawerIn: unknown;
    if (drawer !== undefined) {
      const storeInputDrawerIn = readDrawer(drawer);
      if (storeInputDrawerIn === invalid) return invalid;
      drawerIn = storeInputDrawerIn;
    }
    let contactIn: unknown = invalid;
    contactAttempt: {
      if (!isObject(contact)) break contactAttempt;
      const { mail } = contact;
      if (breaksSecret(mail)) break contactAttempt;
      contactIn = { mail };
    }
    if (contactIn === invalid) {
      storeInputContactAttempt: {
        if (!isObject(contact)) break storeInputContactAttempt;
        const { place } = contact;
        if (typeof place !== "string" || (place.length > 10 && countCodePoints(place) > 10)) {
          break storeInputContactAttempt;
        }
        contactIn = { place };
      }
    }
    if (contactIn === invalid) return invalid;
    const storeInputIn: Record<string, unknown> = { name, password };
    if (pin !== undefined || "pin" in input) storeInputIn["pin"] = pin;
    storeInputIn["cards"] = cardsIn;
    storeInputIn["answers"] = answersIn;
    storeInputIn["notes"] = notesMap;
    if (drawer !== undefined || "drawer" in input) storeInputIn["drawer"] = drawerIn;
    storeInputIn["contact"] = contactIn;
    return storeInputIn;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

function checkStoreOutput(): Check {
  return object({ name: string(), recovery: named(checkSecret) });
}

function writeStoreOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name, recovery } = input;
  if (typeof name !== "string") return invalid;
  if (breaksSecret(recovery)) return invalid;
  return { name, recovery };
}

function checkStoreKnown(): Check {
  return object({ hint: named(checkSecret) });
}

function writeStoreKnown(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { hint } = input;
  if (breaksSecret(hint)) return invalid;
  return { hint };
}

function checkWhisperPayload(): Check {
  return object({ text: string(max(100)) });
}

function readWhisperPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { text } = input;
  if (typeof text !== "string" || (text.length > 100 && countCodePoints(text) > 100)) return invalid;
  return { text };
}

function checkBothArgs(): Check {
  return tuple([string(max(10)), named(checkSecret)]);
}

function readBothArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string" || (first.length > 10 && countCodePoints(first) > 10)) return invalid;
  const second: unknown = input[1];
  if (breaksSecret(second)) return invalid;
  return [first, second];
}

function checkPourInput(): Check {
  return object({ key: named(checkSecret) });
}

function readPourInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { key } = input;
  if (breaksSecret(key)) return invalid;
  return { key };
}

function writePourItem(input: unknown): unknown {
  if (breaksSecret(input)) return invalid;
  return input;
}

function readPourClientItem(input: unknown): unknown {
  if (breaksSecret(input)) return invalid;
  return input;
}

function checkAskInput(): Check {
  return object({ about: string() });
}

function writeAskInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { about } = input;
  if (typeof about !== "string") return invalid;
  return { about };
}

function readAskOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pin } = input;
  if (breaksSecret(pin)) return invalid;
  return { pin };
}

function checkToldPayload(): Check {
  return object({ secret: named(checkSecret) });
}

function writeToldPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { secret } = input;
  if (breaksSecret(secret)) return invalid;
  return { secret };
}

function readStoreInputCardsItem(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { number, label } = input;
  if (breaksSecret(number)) return invalid;
  if (typeof label !== "string" || (label.length > 10 && countCodePoints(label) > 10)) return invalid;
  return { number, label };
}
