import { isWireError } from "wirepact/client";
import { explainFailure } from "../explain-failure.js";
import { showProblem } from "./element.js";

/** Where the form stands in the page. */
export interface JoinFormPlaces {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly problem: HTMLElement;
  readonly button: HTMLButtonElement;
}

const rememberedName = "wirepact-chat-name";

/** The form with which a person comes in. */
export class JoinForm {
  readonly #places: JoinFormPlaces;

  /** @param join - Starts the connection; throws a `WireError` for a name that breaks the contract. */
  constructor(places: JoinFormPlaces, join: (name: string) => void) {
    this.#places = places;
    const { form, field } = places;
    field.value = localStorage.getItem(rememberedName) ?? "";
    field.addEventListener("input", () => this.#showProblem(undefined));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      try {
        join(field.value);
        localStorage.setItem(rememberedName, field.value.trim());
        this.#setBusy(true);
      } catch (error) {
        if (!isWireError(error)) throw error;
        this.reject(explainFailure(error));
      }
    });
    field.focus();
  }

  /** Says why the person did not get in, and gives them the field back. */
  reject(problem: string): void {
    this.#setBusy(false);
    this.#showProblem(problem);
    this.#places.field.select();
  }

  /** Stands ready for somebody to come in. */
  reset(): void {
    this.#setBusy(false);
    this.#showProblem(undefined);
    this.#places.field.focus();
  }

  #setBusy(isBusy: boolean): void {
    const { button } = this.#places;
    button.disabled = isBusy;
    button.textContent = isBusy ? "Joining…" : "Join";
  }

  #showProblem(problem: string | undefined): void {
    showProblem(this.#places.problem, this.#places.field, problem);
  }
}
