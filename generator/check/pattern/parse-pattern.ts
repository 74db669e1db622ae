/** A part of a regular expression; an atom takes one letter. */
export type PatternPart =
  | { readonly kind: "atom"; readonly text: string }
  /** `^`, `\b`, a look to either side, a backreference: takes no letter that could be told ahead. */
  | { readonly kind: "assertion"; readonly text: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "repeat"; readonly part: PatternPart; readonly min: number; readonly max: number };

/**
 * The parts of a regular expression that JavaScript takes: what stands in it is not checked again. What a look ahead or
 * behind looks for stands in `looks`, as a pattern of its own.
 */
export function parsePattern(
  source: string,
  flags: string,
): {
  readonly pattern: PatternPart;
  readonly looks: readonly PatternPart[];
} {
  const reader = new PatternReader(source, flags.includes("v"));
  return { pattern: reader.choice(), looks: reader.looks };
}

class PatternReader {
  readonly looks: PatternPart[] = [];
  readonly #source: string;
  readonly #hasNestedClasses: boolean;
  #at = 0;

  constructor(source: string, hasNestedClasses: boolean) {
    this.#source = source;
    this.#hasNestedClasses = hasNestedClasses;
  }

  /** Up to the bracket that closes it, or the end. */
  choice(): PatternPart {
    const parts = [this.#sequence()];
    while (this.#take(/\|/y) !== undefined) parts.push(this.#sequence());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "choice", parts };
  }

  #sequence(): PatternPart {
    const parts: PatternPart[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      parts.push(this.#repeated(this.#one()));
    }
    return { kind: "sequence", parts };
  }

  #one(): PatternPart {
    const look = this.#take(/\(\?<?[=!]/y);
    if (look !== undefined) {
      this.looks.push(this.#closed());
      return { kind: "assertion", text: look };
    }
    if (this.#take(/\((?:\?(?:<[^>]*>|[a-z]*(?:-[a-z]+)?:))?/y) !== undefined) return this.#closed();
    const assertion = this.#take(/[$^]|\\[bB]|\\[1-9]\d*|\\k<[^>]*>/y);
    if (assertion !== undefined) return { kind: "assertion", text: assertion };
    return { kind: "atom", text: this.#class() ?? this.#take(escapedLetter) ?? this.#take(/./suy) ?? "" };
  }

  #closed(): PatternPart {
    const inner = this.choice();
    this.#at += 1;
    return inner;
  }

  #class(): string | undefined {
    if (this.#source.charAt(this.#at) !== "[") return undefined;
    const start = this.#at;
    let depth = 0;
    do {
      const letter = this.#source.charAt(this.#at);
      // Without flag `v` a `[` in a class is a letter like others.
      if (letter === "[" && (depth === 0 || this.#hasNestedClasses)) depth += 1;
      else if (letter === "]") depth -= 1;
      this.#at += letter === "\\" ? 2 : 1;
    } while (depth > 0 && this.#at < this.#source.length);
    return this.#source.slice(start, this.#at);
  }

  #repeated(part: PatternPart): PatternPart {
    const sign = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (sign === undefined) return part;
    const [min = 0, max = min] = boundsOf(sign);
    return { kind: "repeat", part, min, max };
  }

  #take(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const [found] = what.exec(this.#source) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const escapedLetter = /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|.)/suy;

function boundsOf(sign: string): readonly number[] {
  if (sign.startsWith("*")) return [0, Number.POSITIVE_INFINITY];
  if (sign.startsWith("+")) return [1, Number.POSITIVE_INFINITY];
  if (sign.startsWith("?")) return [0, 1];
  const [min = "0", max] = sign.replace(/[{}?]/g, "").split(",");
  if (max === undefined) return [Number(min)];
  return [Number(min), max === "" ? Number.POSITIVE_INFINITY : Number(max)];
}
