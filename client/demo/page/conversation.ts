import type { Message, Conversation as Snapshot } from "../../generated/schemas.js";

/** A line of the log: what somebody said, or that somebody came or went. */
export type Entry =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "note"; readonly id: string; readonly text: string; readonly at: Date };

/** A message of this person's that the server has not confirmed. */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  /** `waiting` for the connection, `sending`, or `failed` for the reason in `problem`. */
  status: "waiting" | "sending" | "failed";
  problem?: string;
}

const maxEntries = 500;
const typingShownMs = 4_000;

/** One conversation as this page knows it: who is there, what was said, what is on its way. */
export class Conversation {
  readonly id: string;
  people: readonly string[] = [];
  entries: readonly Entry[] = [];
  outgoing: readonly Outgoing[] = [];
  /** Messages that came while another conversation was shown. */
  unread = 0;
  /** Whether the server has this person in it, on the present connection. */
  isJoined = false;
  /** Why it could not be joined. */
  problem: string | undefined;
  readonly #typingUntilMs = new Map<string, number>();
  #nextId = 1;

  constructor(id: string) {
    this.id = id;
  }

  /** Takes over what the server knows after a join; what this page knows already stays where it is. */
  catchUp({ people, messages }: Snapshot, self: string): void {
    this.isJoined = true;
    this.problem = undefined;
    this.people = people;
    for (const message of messages) this.addMessage(message, self);
  }

  /** Adds a message unless it is there; one of this person's replaces the outgoing one. Says whether it is new. */
  addMessage(message: Message, self: string): boolean {
    this.#typingUntilMs.delete(message.author);
    if (this.entries.some((entry) => entry.kind === "message" && entry.message.id === message.id))
      return false;
    this.#addEntry({ kind: "message", message });
    if (message.author === self) {
      const mine = this.outgoing.find((outgoing) => outgoing.text === message.text);
      if (mine !== undefined) this.removeOutgoing(mine);
    }
    return true;
  }

  addPerson(name: string): void {
    if (this.people.includes(name)) return;
    this.people = [...this.people, name].sort();
    this.#addNote(`${name} joined`);
  }

  removePerson(name: string): void {
    if (!this.people.includes(name)) return;
    this.people = this.people.filter((person) => person !== name);
    this.#typingUntilMs.delete(name);
    this.#addNote(`${name} left`);
  }

  addOutgoing(text: string, status: Outgoing["status"]): Outgoing {
    const outgoing: Outgoing = { id: this.#freshId(), text: text.trim(), status };
    this.outgoing = [...this.outgoing, outgoing];
    return outgoing;
  }

  removeOutgoing(outgoing: Outgoing): void {
    this.outgoing = this.outgoing.filter((other) => other !== outgoing);
  }

  /** Notes that somebody is writing; forgotten after {@link typingShownMs} of silence. */
  noteTyping(name: string): void {
    this.#typingUntilMs.set(name, Date.now() + typingShownMs);
  }

  /** Who is writing now. */
  get typing(): readonly string[] {
    const now = Date.now();
    return [...this.#typingUntilMs].filter(([, untilMs]) => untilMs > now).map(([name]) => name);
  }

  #addNote(text: string): void {
    this.#addEntry({ kind: "note", id: this.#freshId(), text, at: new Date() });
  }

  #addEntry(entry: Entry): void {
    this.entries = [...this.entries, entry].slice(-maxEntries);
  }

  #freshId(): string {
    return `${this.id}-${this.#nextId++}`;
  }
}
