import type { ChatClient } from "../generated/chat.js";
import type { Message } from "../generated/schemas.js";
import { explainFailure } from "./explain-failure.js";
import type { TerminalScreen } from "./terminal-screen.js";

const help = `Write a line and press Enter to post it. Besides:
  /join <name>  go to another conversation
  /who          who is here
  /help         this text
  /quit         leave`;

/** One person's chat in the terminal: one conversation at a time, its lines above the prompt. */
export class TerminalChat {
  readonly #chat: ChatClient;
  readonly #name: string;
  readonly #screen: TerminalScreen;
  #conversation: string;
  #seen = new Set<string>();
  #answer: ((line: string) => void) | undefined;

  constructor(chat: ChatClient, name: string, conversation: string, screen: TerminalScreen) {
    this.#chat = chat;
    this.#name = name;
    this.#conversation = conversation;
    this.#screen = screen;
    this.#listen();
  }

  /** Takes a line as the answer to the server's question; says whether there was one. */
  answer(line: string): boolean {
    const isAsked = this.#answer !== undefined;
    this.#answer?.(line);
    return isAsked;
  }

  /** Carries out a line: a command, or a message. */
  async take(line: string): Promise<void> {
    const text = line.trim();
    const [command, argument = ""] = text.split(/\s+/u);
    if (text === "") return;
    if (!text.startsWith("/")) return this.#post(text);
    if (command === "/join" && argument !== "") return this.#moveTo(argument);
    if (command === "/who") return this.#tellWho();
    if (command === "/help") return this.#screen.print(help, "note");
    this.#screen.print(`There is no \`${text}\` here; /help lists what there is.`, "problem");
  }

  /** Enters the conversation, as after each new connection, and shows what was said there meanwhile. */
  async enter(): Promise<void> {
    const result = await this.#chat.call.join.safe({ conversation: this.#conversation });
    if (!result.ok) return this.#screen.print(explainFailure(result.error), "problem");
    const { people, messages } = result.value;
    for (const message of messages) this.#show(message);
    this.#screen.print(`In ${this.#conversation} with ${people.join(", ")}`, "note");
  }

  #listen(): void {
    const { on, handle } = this.#chat;
    on.messagePosted((message) => this.#show(message));
    on.personJoined(({ name }) => this.#screen.print(`${name} joined`, "note"));
    on.personLeft(({ name }) => this.#screen.print(`${name} left`, "note"));
    handle.confirmPresence(({ question }, { signal }) => this.#ask(question, signal));
  }

  #ask(question: string, signal: AbortSignal): Promise<boolean> {
    this.#screen.print(`${question} (y/n)`, "problem");
    return new Promise((resolve) => {
      const settle = (line: string) => {
        this.#answer = undefined;
        signal.removeEventListener("abort", giveUp);
        resolve(/^\s*y/iu.test(line));
      };
      const giveUp = () => settle("n");
      signal.addEventListener("abort", giveUp, { once: true });
      this.#answer = settle;
    });
  }

  async #post(text: string): Promise<void> {
    const result = await this.#chat.call.postMessage.safe({ conversation: this.#conversation, text });
    if (!result.ok) this.#screen.print(`Not sent: ${explainFailure(result.error)}`, "problem");
  }

  async #moveTo(conversation: string): Promise<void> {
    const left = this.#conversation;
    if (conversation === left) return;
    const joined = await this.#chat.call.join.safe({ conversation });
    if (!joined.ok) return this.#screen.print(explainFailure(joined.error), "problem");
    this.#conversation = conversation;
    this.#seen = new Set();
    await this.#chat.call.leave.safe({ conversation: left });
    await this.enter();
  }

  async #tellWho(): Promise<void> {
    // Joining once more changes nothing, and tells who is there.
    const result = await this.#chat.call.join.safe({ conversation: this.#conversation });
    if (result.ok) this.#screen.print(`Here: ${result.value.people.join(", ")}`, "note");
    else this.#screen.print(explainFailure(result.error), "problem");
  }

  #show({ id, conversation, author, text, sentAt }: Message): void {
    if (conversation !== this.#conversation || this.#seen.has(id)) return;
    this.#seen.add(id);
    const time = new Date(sentAt).toTimeString().slice(0, 5);
    const [first = "", ...more] = text.split("\n");
    const lines = [`${time} ${this.#screen.bold(author)}: ${first}`, ...more.map((line) => `      ${line}`)];
    this.#screen.print(lines.join("\n"), author === this.#name ? "own" : "plain");
  }
}
