import type { Conversation } from "./conversation.js";
import { element, showProblem } from "./element.js";

/** Where the list stands in the page. */
export interface ConversationListPlaces {
  readonly list: HTMLUListElement;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly problem: HTMLElement;
}

/** The conversations that the person opened, and the field that opens another one. */
export class ConversationList {
  readonly #places: ConversationListPlaces;
  readonly #open: (id: string) => void;
  #look = "";

  constructor(places: ConversationListPlaces, open: (id: string) => void) {
    this.#places = places;
    this.#open = open;
    places.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    places.field.addEventListener("input", () => showProblem(places.problem, places.field, undefined));
  }

  show(conversations: Iterable<Conversation>, current: Conversation): void {
    const items = [...conversations];
    const look = JSON.stringify([current.id, items.map((it) => [it.id, it.unread])]);
    if (look === this.#look) return;
    this.#look = look;
    const hadFocus = this.#places.list.contains(document.activeElement);
    this.#places.list.replaceChildren(...items.map((it) => this.#renderItem(it, it === current)));
    if (hadFocus) this.#places.list.querySelector<HTMLElement>("[aria-current]")?.focus();
  }

  #renderItem(conversation: Conversation, isCurrent: boolean): HTMLElement {
    const button = element(
      "button",
      { type: "button" },
      element("span", { className: "title" }, conversation.id),
    );
    button.addEventListener("click", () => this.#open(conversation.id));
    if (isCurrent) button.setAttribute("aria-current", "true");
    if (conversation.unread > 0) {
      const count = element("span", { className: "unread" }, String(conversation.unread));
      button.append(count, element("span", { className: "unseen" }, " unread"));
    }
    return element("li", {}, button);
  }

  #submit(): void {
    const { field, problem } = this.#places;
    const id = toConversationId(field.value);
    if (id === "" || id.length > 64) {
      const words =
        id === "" ? "A name has letters a to z, digits and dashes." : "Too long: 64 characters are the most.";
      showProblem(problem, field, words);
      return;
    }
    field.value = "";
    this.#open(id);
  }
}

/** What a person typed, as the name of a conversation: `Team Lunch` is `team-lunch`. */
export function toConversationId(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
