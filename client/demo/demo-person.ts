import { type ChatClient, connectChat } from "../generated/chat.js";
import type { DemoTranscript } from "./demo-transcript.js";

type EventName = "messagePosted" | "personJoined" | "personLeft" | "personTyping";

const patienceMs = 5_000;

/** One client of the demo; tells the transcript what it sends and what reaches it. */
export class DemoPerson {
  readonly chat: ChatClient;
  readonly #name: string;
  readonly #transcript: DemoTranscript;
  readonly #seen: string[] = [];
  #wake: () => void = () => {};

  constructor(name: string, url: string, transcript: DemoTranscript) {
    this.#name = name;
    this.#transcript = transcript;
    this.chat = connectChat(url, { auth: { name } });
    const { on } = this.chat;
    on.messagePosted(({ author, text }) => this.#note("messagePosted", `${author}: ${text}`));
    on.personJoined(({ name }) => this.#note("personJoined", name));
    on.personLeft(({ name }) => this.#note("personLeft", name));
    on.personTyping(({ name }) => this.#note("personTyping", name));
  }

  async join(conversation: string): Promise<void> {
    this.#line("→", "call join", conversation);
    const { people, messages } = await this.chat.call.join({ conversation });
    this.#line("←", "reply", `here: ${people.join(", ")}; messages so far: ${messages.length}`);
  }

  async posts(conversation: string, text: string): Promise<void> {
    this.#line("→", "call postMessage", text);
    const message = await this.chat.call.postMessage({ conversation, text });
    this.#line("←", "reply", `taken at ${message.sentAt}`);
  }

  /** Posts what is going to be refused; settles with the failure's code. */
  async fails(conversation: string, text: string): Promise<string> {
    this.#line("→", "call postMessage", JSON.stringify(text));
    const result = await this.chat.call.postMessage.safe({ conversation, text });
    if (result.ok) throw new Error(`${this.#name}'s message was taken.`);
    const { error } = result;
    if (error.code === "NotAMember") this.#line("←", "NotAMember", JSON.stringify(error.data));
    else
      this.#line(
        "←",
        error.code,
        (error.issues ?? []).map((it) => `${it.path.join(".")}: ${it.message}`).join("; "),
      );
    return error.code;
  }

  async types(conversation: string): Promise<void> {
    this.#line("→", "event typing", conversation);
    await this.chat.whenConnected();
    this.chat.emit.typing({ conversation });
  }

  /** Answers the server's question from now on. */
  answersPresence(isThere: boolean): void {
    this.chat.handle.confirmPresence(({ question }) => {
      this.#line("←", "call confirmPresence", question);
      this.#line("→", "reply", String(isThere));
      return isThere;
    });
  }

  /** Settles with the code of the refusal. */
  async isRefused(): Promise<string> {
    this.#line("→", "connect", "");
    await this.chat.whenConnected({ timeoutMs: patienceMs }).catch(() => undefined);
    const state = this.chat.state.value;
    if (state.status !== "refused") throw new Error(`${this.#name} was not refused but is ${state.status}.`);
    this.#line("←", state.error.code, JSON.stringify(state.error.data));
    return state.error.code;
  }

  goes(): void {
    this.#line("→", "close", "");
    this.chat.close();
  }

  /** Waits until this client has seen the event with this content; each one is waited for once. */
  async sees(event: EventName, content: string): Promise<void> {
    const wanted = `${event} ${content}`;
    const deadlineMs = Date.now() + patienceMs;
    while (!this.#seen.includes(wanted)) {
      const leftMs = deadlineMs - Date.now();
      if (leftMs <= 0) throw new Error(`${this.#name} did not see ${event}: ${content}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#seen.splice(this.#seen.indexOf(wanted), 1);
  }

  #note(event: EventName, content: string): void {
    this.#line("←", `event ${event}`, content);
    this.#seen.push(`${event} ${content}`);
    this.#wake();
  }

  #line(arrow: "→" | "←", deed: string, detail: string): void {
    this.#transcript.line(this.#name, arrow, deed, detail);
  }
}
