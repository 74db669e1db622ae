import { WireError } from "wirepact/server";
import type { Conversations } from "../conversations.js";
import { implementChat } from "../generated/chat.js";
import { watchPresence } from "../watch-presence.js";

/** A connected person: what `connect` returns, and every other handler finds in `context.session`. */
export interface Person {
  readonly name: string;
  /** Conversations that they are in. */
  readonly conversations: Set<string>;
  /** When they last did something, in milliseconds since the epoch. */
  lastActiveAtMs: number;
}

/** What the handlers of the chat work with. */
export interface ChatSurroundings {
  readonly conversations: Conversations;
  /** Milliseconds of silence after which a person is asked whether they are still there. */
  readonly idleAfterMs: number;
}

const maxConversationsPerPerson = 50;

/** What `chat` does: who may come in, who hears what. Made anew for each app, so that none shares its people. */
export function chatHandlers({ conversations, idleAfterMs }: ChatSurroundings) {
  const namesInUse = new Set<string>();

  return implementChat<Person>({
    connect({ auth, refuse }) {
      const key = nameKey(auth.name);
      if (namesInUse.has(key)) throw refuse.NameTaken({ name: auth.name });
      namesInUse.add(key);
      return { name: auth.name, conversations: new Set(), lastActiveAtMs: Date.now() };
    },

    connected(context) {
      watchPresence(context, idleAfterMs);
    },

    disconnect(_reason, context) {
      const { name, conversations } = context.session;
      namesInUse.delete(nameKey(name));
      for (const id of conversations) {
        context.to.conversation({ id }).emit.personLeft({ conversation: id, name });
      }
    },

    async join({ conversation: id }, context) {
      const person = context.session;
      person.lastActiveAtMs = Date.now();
      const room = context.rooms.conversation({ id });
      if (!room.joined) {
        if (person.conversations.size >= maxConversationsPerPerson) {
          throw new WireError("overloaded", `At most ${maxConversationsPerPerson} conversations at a time.`);
        }
        await room.join();
        person.conversations.add(id);
        context.others.to.conversation({ id }).emit.personJoined({ conversation: id, name: person.name });
      }
      const people = (await room.members()).map((member) => member.session.name);
      return { id, people: people.sort(), messages: conversations.messages(id) };
    },

    async leave({ conversation: id }, context) {
      const room = context.rooms.conversation({ id });
      if (!room.joined) throw context.error.NotAMember({ conversation: id });
      await room.leave();
      context.session.conversations.delete(id);
      context.to.conversation({ id }).emit.personLeft({ conversation: id, name: context.session.name });
    },

    postMessage({ conversation: id, text }, context) {
      const person = context.session;
      person.lastActiveAtMs = Date.now();
      if (!context.rooms.conversation({ id }).joined) throw context.error.NotAMember({ conversation: id });
      const message = conversations.add(id, person.name, text);
      context.to.conversation({ id }).emit.messagePosted(message);
      return message;
    },

    typing({ conversation: id }, context) {
      const person = context.session;
      person.lastActiveAtMs = Date.now();
      if (!context.rooms.conversation({ id }).joined) return;
      context.others.to.conversation({ id }).emit.personTyping({ conversation: id, name: person.name });
    },
  });
}

/** Names that look the same are the same. */
function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
