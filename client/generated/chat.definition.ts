// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7636a60fc2c4afe0

// @ts-nocheck: made to its types, and tested so.

import {
  boolean,
  type ClientDefinition,
  incomingCall,
  incomingEvent,
  max,
  min,
  named,
  object,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  presentAuth,
  string,
  trim,
} from "wirepact/client";
import { checkConversation, checkConversationId, checkMessage, checkPersonName } from "./schemas.checks.js";

/** `chat` as the runtime sees it. */
export const chatDefinition: ClientDefinition = {
  name: "chat",
  path: "/chat",
  fingerprint: "72f809cc3b8e9eeb",
  auth: presentAuth(payloadCheck(() => object({ name: named(checkPersonName) }))),
  errors: { NameTaken: payloadCheck(() => object({ name: named(checkPersonName) })) },
  call: {
    join: outgoingCall({
      input: payloadCheck(() => object({ conversation: named(checkConversationId) })),
      output: payloadCheck(() => named(checkConversation)),
    }),
    leave: outgoingCall({
      input: payloadCheck(() => object({ conversation: named(checkConversationId) })),
      errors: { NotAMember: payloadCheck(() => object({ conversation: named(checkConversationId) })) },
    }),
    postMessage: outgoingCall({
      input: payloadCheck(() =>
        object({ conversation: named(checkConversationId), text: string(trim, min(1), max(2000)) }),
      ),
      output: payloadCheck(() => named(checkMessage)),
      errors: { NotAMember: payloadCheck(() => object({ conversation: named(checkConversationId) })) },
    }),
  },
  emit: {
    typing: outgoingEvent(payloadCheck(() => object({ conversation: named(checkConversationId) }))),
  },
  on: {
    messagePosted: incomingEvent(payloadCheck(() => named(checkMessage))),
    personJoined: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
    personLeft: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
    personTyping: incomingEvent(
      payloadCheck(() => object({ conversation: named(checkConversationId), name: named(checkPersonName) })),
    ),
  },
  handle: {
    confirmPresence: incomingCall({
      input: payloadCheck(() => object({ question: string(max(200)) })),
      output: payloadCheck(() => boolean),
      timeoutMs: 30_000,
    }),
  },
};
