import { isIdentifier } from "./value.js";

/** Names that are taken in one scope. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The first of the wishes that is free and may be a name; else the last one, numbered. */
  take(...wishes: readonly string[]): string {
    const free = wishes.find((wish) => this.#isFree(wish));
    const last = wishes.at(-1) ?? "value";
    let name = free ?? last;
    for (let count = 2; !this.#isFree(name); count++) name = `${last}${count}`;
    this.#taken.add(name);
    return name;
  }

  /** The wish, if it is free; undefined if it is not. */
  tryTake(wish: string): string | undefined {
    if (!this.#isFree(wish)) return undefined;
    this.#taken.add(wish);
    return wish;
  }

  #isFree(name: string): boolean {
    return isIdentifier(name) && !reserved.has(name) && !this.#taken.has(name);
  }
}

/** The names of a function's locals: none that printed code uses for what stands outside functions. */
export class LocalNames extends Names {
  override take(...wishes: readonly string[]): string {
    return super.take(...wishes.map(localName));
  }

  override tryTake(wish: string): string | undefined {
    return super.tryTake(localName(wish));
  }
}

/** A name in camel case, made of words or other names; empty where no letter is left. */
export function camelCase(...parts: readonly string[]): string {
  let text = "";
  for (const part of parts) {
    for (const word of /[^A-Za-z0-9]/.test(part) ? part.split(/[^A-Za-z0-9]+/) : [part]) {
      text += text === "" ? lowerFirst(word) : upperFirst(word);
    }
  }
  return /^\d/.test(text) ? `_${text}` : text;
}

/** The same in Pascal case. */
export function pascalCase(...parts: readonly string[]): string {
  return upperFirst(camelCase(...parts));
}

function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function localName(wish: string): string {
  return outside.test(wish) ? `${wish}Value` : wish;
}

/** Functions, hoisted constants, the prelude, and globals that printed code uses. */
const outside =
  /^(?:(?:read|write|breaks|is|decode|encode|copy)[A-Z]\w*|\w+(?:Pattern|Values)|countCodePoints|stringKeys|invalid|[A-Z]\w*)$/;

const reserved: ReadonlySet<string> = new Set(
  (
    "arguments async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);
