// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f670fc4afc170782

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  type ClientDefinition,
  custom,
  duplex,
  incomingCall,
  incomingEvent,
  joinedRoom,
  map,
  max,
  min,
  named,
  object,
  optional,
  outgoingCall,
  outgoingCallWithArguments,
  outgoingEvent,
  presentAuth,
  presentParams,
  record,
  roomPresence,
  straightCheck,
  string,
  tuple,
  union,
} from "wirepact/client";
import { checkDrawer, checkSecret } from "./schemas.checks.js";
import {
  readAskInput,
  readPourItem,
  readSafePresence,
  readStoreKnown,
  readStoreOutput,
  readToldPayload,
  readVaultLocked,
  writeAskOutput,
  writeBothArgs,
  writePourClientItem,
  writePourInput,
  writeSafeKey,
  writeStoreInput,
  writeVaultAuth,
  writeVaultParams,
  writeVerifyInput,
  writeWhisperPayload,
} from "./vault.checks.js";

/** `vault` as the runtime sees it. */
export const vaultDefinition: ClientDefinition = {
  name: "vault",
  path: "/vault/:tenant",
  fingerprint: "29bad8b10a2592bf",
  params: presentParams(
    straightCheck({ write: writeVaultParams }, () => object({ tenant: string(min(4), max(100)) })),
  ),
  auth: presentAuth(
    straightCheck({ write: writeVaultAuth }, () =>
      object({ user: string(max(40)), token: named(checkSecret) }),
    ),
  ),
  errors: {
    Locked: straightCheck({ read: readVaultLocked }, () => object({ hint: optional(named(checkSecret)) })),
  },
  call: {
    store: outgoingCall({
      input: straightCheck({ write: writeStoreInput }, () =>
        object({
          name: string(max(40)),
          password: named(checkSecret),
          pin: optional(string(max(9))),
          cards: array(object({ number: named(checkSecret), label: string(max(10)) }), max(3)),
          answers: record(named(checkSecret), string(max(100))),
          notes: map(string(max(10)), named(checkSecret)),
          drawer: optional(named(checkDrawer)),
          contact: union(object({ mail: named(checkSecret) }), object({ place: string(max(10)) })),
        }),
      ),
      output: straightCheck({ read: readStoreOutput }, () =>
        object({ name: string(), recovery: named(checkSecret) }),
      ),
      errors: { Known: straightCheck({ read: readStoreKnown }, () => object({ hint: named(checkSecret) })) },
    }),
    verify: outgoingCall({
      input: straightCheck({ write: writeVerifyInput }, () => object({ code: custom(string(max(100))) })),
    }),
    both: outgoingCallWithArguments({
      input: straightCheck({ write: writeBothArgs }, () => tuple([string(max(10)), named(checkSecret)])),
    }),
  },
  emit: {
    whisper: outgoingEvent(
      straightCheck({ write: writeWhisperPayload }, () => object({ text: string(max(100)) })),
    ),
  },
  stream: {
    pour: duplex({
      input: straightCheck({ write: writePourInput }, () => object({ key: named(checkSecret) })),
      serverItem: straightCheck({ read: readPourItem }, () => named(checkSecret)),
      clientItem: straightCheck({ write: writePourClientItem }, () => named(checkSecret)),
    }),
  },
  on: {
    told: incomingEvent(
      straightCheck({ read: readToldPayload }, () => object({ secret: named(checkSecret) })),
    ),
  },
  handle: {
    ask: incomingCall({
      input: straightCheck({ read: readAskInput }, () => object({ about: string() })),
      output: straightCheck({ write: writeAskOutput }, () => object({ pin: named(checkSecret) })),
    }),
  },
  rooms: {
    safe: joinedRoom({
      key: straightCheck({ write: writeSafeKey }, () => object({ pin: named(checkSecret) })),
      presence: roomPresence(
        straightCheck({ read: readSafePresence }, () =>
          object({ mood: string(max(10)), place: named(checkSecret) }),
        ),
      ),
    }),
  },
};
