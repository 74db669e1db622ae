import type { Place, TypeText } from "../model/index.js";

/** A type that only the compiler knows, as an expression to ask it for. */
export interface TypeQuestion {
  /** The file, from the root, whose export the expression begins at. */
  readonly file: string;
  readonly exportName: string;
  /** The type's text, the first `$` that begins no name standing for the export: `$["_zod"]["output"]`. */
  readonly path: string;
  /** Where to complain when there is no answer. */
  readonly place: Place;
}

/** Questions gathered while schemas are read; all are asked at once, in the end. */
export class TypeQuestions {
  readonly #asked: {
    readonly question: TypeQuestion;
    readonly answer: { text: string; imports: TypeText["imports"] };
  }[] = [];

  get size(): number {
    return this.#asked.length;
  }

  get questions(): readonly TypeQuestion[] {
    return this.#asked.map(({ question }) => question);
  }

  /** The text that the model keeps; it says `unknown` until {@link answer} fills it. */
  ask(question: TypeQuestion): TypeText {
    const answer = { text: "unknown", imports: [] };
    this.#asked.push({ question, answer });
    return answer;
  }

  /** Answers in the order of {@link questions}; undefined leaves `unknown`. */
  answer(answers: readonly (TypeText | undefined)[]): void {
    for (const [index, { answer }] of this.#asked.entries()) {
      Object.assign(answer, answers[index] ?? {});
    }
  }
}
