import { call, channel, event, room } from "wirepact/contract";
import { z } from "zod";

/** A name that a person gives when joining. */
export const PersonName = z.string().trim().min(1).max(40);

/** Names a conversation. */
export const ConversationId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .min(1)
  .max(64);

/** What somebody said, as everybody in the conversation hears it. */
export const Message = z.object({
  /** Given by the server. */
  id: z.uuid(),
  conversation: ConversationId,
  author: PersonName,
  text: z.string(),
  /** When the server took it, ISO 8601 in UTC. */
  sentAt: z.iso.datetime(),
});

/** Who is in a conversation, and what was said there lately. */
export const Conversation = z.object({
  id: ConversationId,
  people: z.array(PersonName),
  /** Oldest first; the last fifty at most. */
  messages: z.array(Message),
});

const NotAMember = z.object({ conversation: ConversationId });

/** A chat with conversations that anybody may open. */
export const chat = channel("/chat", {
  auth: z.object({ name: PersonName }),
  errors: {
    /** Somebody of that name is connected. */
    NameTaken: z.object({ name: PersonName }),
  },
  rooms: { conversation: room(z.object({ id: ConversationId })) },
  clientToServer: {
    /** Enters a conversation; those who are there hear `personJoined`. */
    join: call({ input: z.object({ conversation: ConversationId }), output: Conversation }),
    /** Leaves a conversation; those who stay hear `personLeft`. */
    leave: call({ input: z.object({ conversation: ConversationId }), errors: { NotAMember } }),
    /** Posts a message; everybody in the conversation hears `messagePosted`, the author too. */
    postMessage: call({
      input: z.object({ conversation: ConversationId, text: z.string().trim().min(1).max(2000) }),
      output: Message,
      errors: { NotAMember },
    }),
    /** Tells the others in the conversation that this person is writing. */
    typing: event(z.object({ conversation: ConversationId })),
  },
  serverToClient: {
    messagePosted: event(Message),
    personJoined: event(z.object({ conversation: ConversationId, name: PersonName })),
    personLeft: event(z.object({ conversation: ConversationId, name: PersonName })),
    personTyping: event(z.object({ conversation: ConversationId, name: PersonName })),
    /** Asks whether the person is still there; the answer is theirs. */
    confirmPresence: call({
      input: z.object({ question: z.string().max(200) }),
      output: z.boolean(),
      timeoutMs: 30_000,
    }),
  },
});
