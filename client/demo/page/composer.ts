import { showProblem } from "./element.js";

/** Where the composer stands in the page. */
export interface ComposerPlaces {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly problem: HTMLElement;
  readonly count: HTMLElement;
}

/** What the composer does with what is written. */
export interface ComposerActions {
  /** Settles with the problem in words where the text cannot be posted. */
  post(text: string): Promise<string | undefined>;
  noteTyping(): void;
}

const maxCharacters = 2_000;
const countFromCharacters = 1_800;

/** The field in which a message is written: Enter sends, Shift+Enter starts a new line. */
export class Composer {
  readonly #places: ComposerPlaces;
  readonly #actions: ComposerActions;
  readonly #drafts = new Map<string, string>();
  #conversation: string | undefined;

  constructor(places: ComposerPlaces, actions: ComposerActions) {
    this.#places = places;
    this.#actions = actions;
    const { form, field } = places;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    field.addEventListener("keydown", (event) => {
      // While an input method composes, Enter belongs to it.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    field.addEventListener("input", () => {
      this.#tidy();
      if (field.value.trim() !== "") actions.noteTyping();
    });
  }

  /** Turns to a conversation, with what was being written there. */
  show(conversation: string): void {
    if (this.#conversation === conversation) return;
    const { field } = this.#places;
    if (this.#conversation !== undefined) this.#drafts.set(this.#conversation, field.value);
    this.#conversation = conversation;
    field.value = this.#drafts.get(conversation) ?? "";
    field.placeholder = `Message ${conversation}`;
    this.#tidy();
  }

  focus(): void {
    // On a touch screen the focus would bring up the keyboard unasked.
    if (matchMedia("(pointer: fine)").matches) this.#places.field.focus();
  }

  async #submit(): Promise<void> {
    const { field } = this.#places;
    const text = field.value;
    if (text.trim() === "") {
      this.#showProblem("Write something first.");
      return;
    }
    field.value = "";
    this.#tidy();
    const problem = await this.#actions.post(text);
    if (problem === undefined) return;
    if (field.value === "") field.value = text;
    this.#tidy();
    this.#showProblem(problem);
  }

  /** Fits height and count to the text, and forgets the last problem. */
  #tidy(): void {
    const { field, count } = this.#places;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const { length } = field.value;
    count.hidden = length < countFromCharacters;
    count.textContent = `${length.toLocaleString()} of ${maxCharacters.toLocaleString()} characters`;
    count.classList.toggle("problem", length > maxCharacters);
    this.#showProblem(undefined);
  }

  #showProblem(problem: string | undefined): void {
    showProblem(this.#places.problem, this.#places.field, problem);
  }
}
