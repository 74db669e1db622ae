import type {
  ChatClient,
  ChatRefusal,
  ConfirmPresenceInput,
  PostMessageFailure,
} from "../../generated/chat.js";
import { connectChat } from "../../generated/chat.js";
import type { Message } from "../../generated/schemas.js";
import { explainFailure } from "../explain-failure.js";
import { Conversation, type Outgoing } from "./conversation.js";

/** What the page does when something happens in the session. */
export interface ChatSessionEvents {
  /** Something that is shown has changed. */
  changed(): void;
  /** The server wants to know whether the person is there. */
  askPresence(input: ConfirmPresenceInput, signal: AbortSignal): Promise<boolean>;
  /** The server did not let the person in, before they were ever in. */
  refused(sentence: string): void;
}

/** How the connection is, for people. */
export interface ConnectionReport {
  readonly tone: "good" | "busy" | "bad";
  readonly text: string;
}

const postTimeoutMs = 60_000;
const typingEveryMs = 2_000;
const typingForgottenMs = 4_100;
const nameRetryMs = 2_000;
const maxNameRetries = 15;
const welcomeBackMs = 4_000;

/** Where everybody begins. */
export const firstConversation = "lobby";

/** A person in the chat: one connection, the conversations that they opened, and the one that they look at. */
export class ChatSession {
  readonly name: string;
  readonly conversations = new Map<string, Conversation>();
  connection: ConnectionReport = { tone: "busy", text: "Connecting…" };
  /** Why the server ended the session; the person decides whether to come back. */
  ended: string | undefined;
  #current: Conversation;
  readonly #chat: ChatClient;
  readonly #events: ChatSessionEvents;
  #timesConnected = 0;
  #nameRetries = 0;
  #lastTypingMs = 0;

  /** Connects to the server that the page came from; throws a `WireError` for a name that breaks the contract. */
  constructor(name: string, conversation: string, events: ChatSessionEvents) {
    this.name = name.trim();
    this.#events = events;
    this.#chat = connectChat(location.origin, {
      auth: { name },
      reconnectionDelayMs: 500,
      reconnectionDelayMaxMs: 3_000,
    });
    this.#current = this.#add(conversation);
    this.#listen();
  }

  /** The conversation that is shown. */
  get current(): Conversation {
    return this.#current;
  }

  /** Whether the server has let the person in. */
  get isIn(): boolean {
    return this.#timesConnected > 0;
  }

  /** Shows a conversation, and joins it if need be; one that the server refuses stays, with its problem in words. */
  show(id: string): void {
    this.#current = this.conversations.get(id) ?? this.#add(id);
    this.#current.unread = 0;
    if (!this.#current.isJoined) void this.#join(this.#current);
    this.#events.changed();
  }

  /** Notes that the person looks at the conversation that is shown. */
  markSeen(): void {
    this.#current.unread = 0;
    this.#events.changed();
  }

  /** Leaves the conversation that is shown, and shows another one. */
  async leave(): Promise<void> {
    const left = this.#current;
    this.conversations.delete(left.id);
    if (left.isJoined) await this.#chat.call.leave.safe({ conversation: left.id });
    const [next] = this.conversations.keys();
    this.show(next ?? firstConversation);
  }

  /** Posts to the conversation that is shown. Settles with the problem in words where the text itself is at fault. */
  async post(text: string): Promise<string | undefined> {
    const conversation = this.#current;
    // Those who read the message no longer see that it is being written: the next one is announced at once.
    this.#lastTypingMs = 0;
    const outgoing = conversation.addOutgoing(text, "waiting");
    const failure = await this.#send(conversation, outgoing);
    if (failure?.code !== "bad_input") return undefined;
    this.discard(outgoing);
    return explainFailure(failure);
  }

  /** Sends a failed message once more. */
  retry(outgoing: Outgoing): void {
    void this.#send(this.#current, outgoing);
  }

  /** Gives up a message that the server has not taken. */
  discard(outgoing: Outgoing): void {
    for (const conversation of this.conversations.values()) conversation.removeOutgoing(outgoing);
    this.#events.changed();
  }

  /** Tells the others that this person is writing, at most every two seconds. */
  noteTyping(): void {
    const now = Date.now();
    if (!this.#current.isJoined || now - this.#lastTypingMs < typingEveryMs) return;
    this.#lastTypingMs = now;
    this.#chat.emit.typing({ conversation: this.#current.id });
  }

  /** Comes back after the server ended the session. */
  comeBack(): void {
    this.ended = undefined;
    this.#chat.connect();
    this.#events.changed();
  }

  close(): void {
    this.#chat.close();
  }

  #listen(): void {
    const { on, handle, state } = this.#chat;
    on.messagePosted((message) => this.#receive(message));
    on.personJoined(({ conversation, name }) => this.#update(conversation, (it) => it.addPerson(name)));
    on.personLeft(({ conversation, name }) => this.#update(conversation, (it) => it.removePerson(name)));
    on.personTyping(({ conversation, name }) => {
      this.#update(conversation, (it) => it.noteTyping(name));
      setTimeout(() => this.#events.changed(), typingForgottenMs);
    });
    handle.confirmPresence((input, { signal }) => this.#events.askPresence(input, signal));
    state.subscribe(() => this.#follow());
    this.#follow();
  }

  /** Puts the state of the connection into words, and after a new start enters all conversations again. */
  #follow(): void {
    const state = this.#chat.state.value;
    if (state.status !== "connected") for (const it of this.conversations.values()) it.isJoined = false;
    switch (state.status) {
      case "connecting":
        this.connection = { tone: "busy", text: "Connecting…" };
        break;
      case "connected":
        this.#welcome();
        break;
      case "reconnecting":
        this.connection = { tone: "busy", text: `Reconnecting, attempt ${state.attempt}…` };
        break;
      case "refused":
        this.#takeRefusal(state.error);
        break;
      case "closed":
        this.connection = { tone: "bad", text: "Disconnected" };
        if (state.by === "server") this.ended = state.reason ?? "The server ended the connection.";
        break;
    }
    this.#events.changed();
  }

  #welcome(): void {
    this.#timesConnected += 1;
    this.#nameRetries = 0;
    this.connection = { tone: "good", text: this.#timesConnected > 1 ? "Connected again" : "Connected" };
    if (this.#timesConnected > 1) setTimeout(() => this.#calmDown(), welcomeBackMs);
    for (const conversation of this.conversations.values()) void this.#join(conversation);
  }

  #calmDown(): void {
    if (this.connection.tone !== "good") return;
    this.connection = { tone: "good", text: "Connected" };
    this.#events.changed();
  }

  #takeRefusal(refusal: ChatRefusal): void {
    if (this.#timesConnected === 0) {
      this.#chat.close();
      this.#events.refused(explainFailure(refusal));
      return;
    }
    // After a sudden loss the server may still hold the old connection, and with it the name, for some seconds.
    if (refusal.code === "NameTaken" && this.#nameRetries < maxNameRetries) {
      this.#nameRetries += 1;
      this.connection = { tone: "busy", text: "Waiting for your earlier connection to end…" };
      setTimeout(() => this.#chat.state.value.status === "refused" && this.#chat.connect(), nameRetryMs);
      return;
    }
    this.connection = { tone: "bad", text: "Refused" };
    this.ended = explainFailure(refusal);
  }

  async #join(conversation: Conversation): Promise<void> {
    if (this.#chat.state.value.status !== "connected") return;
    const result = await this.#chat.call.join.safe({ conversation: conversation.id });
    if (result.ok) {
      conversation.catchUp(result.value, this.name);
      for (const outgoing of conversation.outgoing) {
        if (outgoing.status === "waiting") void this.#send(conversation, outgoing);
      }
    } else if (result.error.code !== "disconnected") {
      conversation.problem = explainFailure(result.error);
    }
    this.#events.changed();
  }

  async #send(conversation: Conversation, outgoing: Outgoing): Promise<PostMessageFailure | undefined> {
    // Until the conversation is entered again nothing is sent: the server would refuse it.
    outgoing.status = conversation.isJoined ? "sending" : "waiting";
    this.#events.changed();
    if (outgoing.status === "waiting") return undefined;
    const result = await this.#chat.call.postMessage.safe(
      { conversation: conversation.id, text: outgoing.text },
      { timeoutMs: postTimeoutMs },
    );
    if (result.ok) {
      conversation.removeOutgoing(outgoing);
      conversation.addMessage(result.value, this.name);
    } else if (result.error.code === "disconnected") {
      // The answer may have been lost, not the message: the next join shows which.
      outgoing.status = "waiting";
    } else {
      outgoing.status = "failed";
      outgoing.problem = explainFailure(result.error);
    }
    this.#events.changed();
    return result.ok ? undefined : result.error;
  }

  #receive(message: Message): void {
    this.#update(message.conversation, (it) => {
      const isNew = it.addMessage(message, this.name);
      const isSeen = it === this.#current && document.visibilityState === "visible";
      if (isNew && !isSeen && message.author !== this.name) it.unread += 1;
    });
  }

  #update(id: string, change: (conversation: Conversation) => void): void {
    const conversation = this.conversations.get(id);
    if (conversation === undefined) return;
    change(conversation);
    this.#events.changed();
  }

  #add(id: string): Conversation {
    const conversation = new Conversation(id);
    this.conversations.set(id, conversation);
    return conversation;
  }
}
