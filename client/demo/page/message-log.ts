import { avatar } from "./avatar.js";
import type { Conversation, Outgoing } from "./conversation.js";
import { element } from "./element.js";
import { formatMoment, formatTime } from "./format-time.js";
import { type MessageRow, messageRows, type Row } from "./message-rows.js";

/** What a person may do about a message that did not get through. */
export interface MessageLogActions {
  retry(outgoing: Outgoing): void;
  discard(outgoing: Outgoing): void;
}

const nearEndPx = 80;

/** The log of one conversation; keeps rows that did not change, so that a screen reader hears only what is new. */
export class MessageLog {
  readonly #list: HTMLOListElement;
  readonly #toEnd: HTMLButtonElement;
  readonly #actions: MessageLogActions;
  readonly #shown = new Map<string, { readonly look: string; readonly node: HTMLElement }>();
  #conversation: Conversation | undefined;
  #isAtEnd = true;

  constructor(list: HTMLOListElement, toEnd: HTMLButtonElement, actions: MessageLogActions) {
    this.#list = list;
    this.#toEnd = toEnd;
    this.#actions = actions;
    toEnd.addEventListener("click", () => this.#scrollToEnd());
    list.addEventListener("scroll", () => {
      this.#isAtEnd = this.#isNearEnd();
      if (this.#isAtEnd) toEnd.hidden = true;
    });
    // The end stays in view when the keyboard of a phone or a long draft takes its room.
    new ResizeObserver(() => this.#isAtEnd && this.#scrollToEnd()).observe(list);
  }

  show(conversation: Conversation, self: string): void {
    const isOther = this.#conversation !== conversation;
    if (isOther) this.#clear();
    this.#conversation = conversation;

    const rows = messageRows(conversation, self);
    const hasNew = rows.some((row) => !this.#shown.has(row.key));
    this.#place(rows);
    if (isOther || this.#isAtEnd || rows.at(-1)?.kind === "outgoing") this.#scrollToEnd();
    else if (hasNew) this.#toEnd.hidden = false;
  }

  #place(rows: readonly Row[]): void {
    const keys = new Set(rows.map((row) => row.key));
    for (const [key, { node }] of this.#shown) {
      if (keys.has(key)) continue;
      node.remove();
      this.#shown.delete(key);
    }
    let previous: Element | undefined;
    for (const row of rows) {
      const node = this.#nodeFor(row);
      const following = previous === undefined ? this.#list.firstElementChild : previous.nextElementSibling;
      if (following !== node) this.#list.insertBefore(node, following);
      previous = node;
    }
  }

  #nodeFor(row: Row): HTMLElement {
    const shown = this.#shown.get(row.key);
    if (shown?.look === row.look) return shown.node;
    const node = this.#render(row);
    shown?.node.remove();
    this.#shown.set(row.key, { look: row.look, node });
    return node;
  }

  #render(row: Row): HTMLElement {
    switch (row.kind) {
      case "day":
        return element("li", { className: "day" }, element("span", {}, row.text));
      case "note":
        return element("li", { className: "note", title: formatMoment(row.at) }, row.text);
      case "message":
        return renderMessage(row);
      case "outgoing":
        return this.#renderOutgoing(row.outgoing, row.startsGroup);
      default:
        return row satisfies never;
    }
  }

  #renderOutgoing(outgoing: Outgoing, startsGroup: boolean): HTMLElement {
    const bubble = element("p", { className: "bubble" }, outgoing.text);
    const node = element("li", { className: "message mine", data: { status: outgoing.status } }, bubble);
    if (startsGroup) node.classList.add("first");
    if (outgoing.status === "waiting")
      node.append(element("p", { className: "fate" }, "Waiting for the connection"));
    if (outgoing.status === "failed") {
      const retry = element("button", { type: "button", className: "quiet" }, "Try again");
      const discard = element("button", { type: "button", className: "quiet" }, "Discard");
      retry.addEventListener("click", () => this.#actions.retry(outgoing));
      discard.addEventListener("click", () => this.#actions.discard(outgoing));
      const words = `Not sent. ${outgoing.problem ?? ""} `;
      node.append(element("p", { className: "fate problem" }, words, retry, " ", discard));
    }
    return node;
  }

  #isNearEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    return scrollHeight - scrollTop - clientHeight < nearEndPx;
  }

  #scrollToEnd(): void {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#isAtEnd = true;
    this.#toEnd.hidden = true;
  }

  #clear(): void {
    this.#shown.clear();
    this.#list.replaceChildren();
  }
}

function renderMessage({ author, text, at, isMine, startsGroup }: MessageRow): HTMLElement {
  const node = element("li", { className: "message" });
  if (isMine) node.classList.add("mine");
  if (startsGroup) {
    node.classList.add("first");
    const time = element("time", { dateTime: at.toISOString(), title: formatMoment(at) }, formatTime(at));
    const name = element("span", { className: "author" }, isMine ? "You" : author);
    if (!isMine) node.append(avatar(author));
    node.append(element("p", { className: "byline" }, name, " ", time));
  }
  node.append(element("p", { className: "bubble", title: formatMoment(at) }, text));
  return node;
}
