// Made by wirepact from contracts/chat.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f4ec7676605080e6

import {
  boolean,
  type ChannelDefinition,
  type Check,
  countCodePoints,
  invalid,
  isObject,
  max,
  min,
  named,
  object,
  payloadCheck,
  stopAt,
  string,
  trim,
} from "wirepact/server";
import {
  breaksConversationId,
  checkConversation,
  checkConversationId,
  checkMessage,
  checkPersonName,
  readPersonName,
  writeMessage,
  writePersonName,
} from "./schemas.checks.js";

/** `chat` as the runtime sees it. */
export const chatDefinition: ChannelDefinition = {
  name: "chat",
  path: "/chat",
  fingerprint: "72f809cc3b8e9eeb",
  auth: payloadCheck(checkChatAuth, { read: readChatAuth }),
  errors: { NameTaken: payloadCheck(checkChatAuth, { write: writeChatNameTaken }) },
  rooms: {
    conversation: { key: payloadCheck(checkConversationKey, { read: readConversationKey }), fields: ["id"] },
  },
  clientToServer: {
    join: {
      kind: "call",
      input: payloadCheck(checkJoinInput, { read: readJoinInput }),
      output: payloadCheck(checkConversation, { write: writeJoinOutput }),
      errors: {},
    },
    leave: {
      kind: "call",
      input: payloadCheck(checkJoinInput, { read: readLeaveInput }),
      output: undefined,
      errors: { NotAMember: payloadCheck(checkJoinInput, { write: writeLeaveNotAMember }) },
    },
    postMessage: {
      kind: "call",
      input: payloadCheck(checkPostMessageInput, { read: readPostMessageInput }),
      output: payloadCheck(checkMessage, { write: writeMessage }),
      errors: { NotAMember: payloadCheck(checkJoinInput, { write: writePostMessageNotAMember }) },
    },
    typing: { kind: "event", payload: payloadCheck(checkJoinInput, { read: readTypingPayload }) },
  },
  serverToClient: {
    messagePosted: { kind: "event", payload: payloadCheck(checkMessage, { write: writeMessage }) },
    personJoined: {
      kind: "event",
      payload: payloadCheck(checkPersonJoinedPayload, { write: writePersonJoinedPayload }),
    },
    personLeft: {
      kind: "event",
      payload: payloadCheck(checkPersonJoinedPayload, { write: writePersonJoinedPayload }),
    },
    personTyping: {
      kind: "event",
      payload: payloadCheck(checkPersonJoinedPayload, { write: writePersonJoinedPayload }),
    },
    confirmPresence: {
      kind: "call",
      input: payloadCheck(checkConfirmPresenceInput, { write: writeConfirmPresenceInput }),
      output: payloadCheck(checkConfirmPresenceOutput, { read: readConfirmPresenceOutput }),
      errors: {},
      timeoutMs: 30_000,
    },
  },
};

function checkChatAuth(): Check {
  return object({ name: named(checkPersonName) });
}

function readChatAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  const nameIn = readPersonName(name);
  if (nameIn === invalid) return invalid;
  return { name: nameIn };
}

function writeChatNameTaken(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  const nameOut = writePersonName(name);
  if (nameOut === invalid) return invalid;
  return { name: nameOut };
}

function checkConversationKey(): Check {
  return object({ id: named(checkConversationId) });
}

function readConversationKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id } = input;
  if (breaksConversationId(id)) return invalid;
  return { id };
}

function checkJoinInput(): Check {
  return object({ conversation: named(checkConversationId) });
}

function readJoinInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation } = input;
  if (breaksConversationId(conversation)) return invalid;
  return { conversation };
}

function writeJoinOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { id, people, messages } = input;
  if (breaksConversationId(id)) return invalid;
  if (!Array.isArray(people)) return invalid;
  const peopleOut = new Array<unknown>(people.length);
  for (let index = 0; index < people.length; index++) {
    const item: unknown = people[index];
    const itemOut = writePersonName(item);
    if (itemOut === invalid) return stopAt(writePersonName, people, peopleOut.slice(0, index));
    peopleOut[index] = itemOut;
  }
  if (!Array.isArray(messages)) return invalid;
  const messagesOut = new Array<unknown>(messages.length);
  for (let messagesIndex = 0; messagesIndex < messages.length; messagesIndex++) {
    const messagesItem: unknown = messages[messagesIndex];
    const messagesItemOut = writeMessage(messagesItem);
    if (messagesItemOut === invalid) {
      return stopAt(writeMessage, messages, messagesOut.slice(0, messagesIndex));
    }
    messagesOut[messagesIndex] = messagesItemOut;
  }
  return { id, people: peopleOut, messages: messagesOut };
}

function readLeaveInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation } = input;
  if (breaksConversationId(conversation)) return invalid;
  return { conversation };
}

function writeLeaveNotAMember(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation } = input;
  if (breaksConversationId(conversation)) return invalid;
  return { conversation };
}

function checkPostMessageInput(): Check {
  return object({ conversation: named(checkConversationId), text: string(trim, min(1), max(2000)) });
}

function readPostMessageInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation, text } = input;
  if (breaksConversationId(conversation)) return invalid;
  if (typeof text !== "string") return invalid;
  const textTrimmed = text.trim();
  if (textTrimmed.length < 1 || (textTrimmed.length > 2000 && countCodePoints(textTrimmed) > 2000)) {
    return invalid;
  }
  return { conversation, text: textTrimmed };
}

function writePostMessageNotAMember(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation } = input;
  if (breaksConversationId(conversation)) return invalid;
  return { conversation };
}

function readTypingPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation } = input;
  if (breaksConversationId(conversation)) return invalid;
  return { conversation };
}

function checkPersonJoinedPayload(): Check {
  return object({ conversation: named(checkConversationId), name: named(checkPersonName) });
}

function writePersonJoinedPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation, name } = input;
  if (breaksConversationId(conversation)) return invalid;
  const nameOut = writePersonName(name);
  if (nameOut === invalid) return invalid;
  return { conversation, name: nameOut };
}

function checkConfirmPresenceInput(): Check {
  return object({ question: string(max(200)) });
}

function writeConfirmPresenceInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { question } = input;
  if (typeof question !== "string" || (question.length > 200 && countCodePoints(question) > 200)) {
    return invalid;
  }
  return { question };
}

function checkConfirmPresenceOutput(): Check {
  return boolean;
}

function readConfirmPresenceOutput(input: unknown): unknown {
  if (typeof input !== "boolean") return invalid;
  return input;
}
