import { randomUUID } from "node:crypto";
import type { Message } from "./generated/schemas.js";

/** How much is remembered; a message or conversation above the limit takes the place of the oldest. */
export interface ConversationsOptions {
  /** Messages kept of each conversation; default 50. */
  readonly maxMessages?: number;
  /** Conversations of which messages are kept; default 1,000. */
  readonly maxConversations?: number;
}

/** What was said lately, in memory: nothing outlives the process. */
export class Conversations {
  readonly #maxMessages: number;
  readonly #maxConversations: number;
  /** Oldest message first; the conversation that was silent for longest comes first. */
  readonly #messages = new Map<string, Message[]>();

  constructor({ maxMessages = 50, maxConversations = 1_000 }: ConversationsOptions = {}) {
    this.#maxMessages = maxMessages;
    this.#maxConversations = maxConversations;
  }

  /** Takes a message in and gives it its id and time. */
  add(conversation: string, author: string, text: string): Message {
    const message = { id: randomUUID(), conversation, author, text, sentAt: new Date().toISOString() };
    const messages = [...this.messages(conversation), message].slice(-this.#maxMessages);
    this.#messages.delete(conversation);
    this.#messages.set(conversation, messages);
    this.#forgetOldest();
    return message;
  }

  /** The messages that are remembered of a conversation, oldest first. */
  messages(conversation: string): Message[] {
    return [...(this.#messages.get(conversation) ?? [])];
  }

  #forgetOldest(): void {
    for (const conversation of this.#messages.keys()) {
      if (this.#messages.size <= this.#maxConversations) return;
      this.#messages.delete(conversation);
    }
  }
}
