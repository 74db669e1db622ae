import type { PatternPart } from "./parse-pattern.js";

/**
 * A pattern as positions: each is an atom at its place. `next` says which position may follow which, and in how many
 * ways (Glushkov's automaton, with the ways that it would otherwise forget).
 */
export interface PatternGraph {
  readonly atoms: readonly string[];
  readonly next: readonly ReadonlyMap<number, number>[];
  /** Positions that a text may end at, as far as the pattern goes. */
  readonly last: ReadonlySet<number>;
}

/** More are not looked into: their pairs are too many to look at while somebody waits. */
const mostPositions = 300;
/** From so many on, a part that may come fewer times is taken for one that may come without end. */
const asGoodAsEndless = 10;

/** The graph of a pattern; undefined where it is too large. */
export function graphOf(pattern: PatternPart): PatternGraph | undefined {
  const maker = new GraphMaker();
  const { last } = maker.add(pattern);
  return maker.isTooLarge ? undefined : { atoms: maker.atoms, next: maker.next, last: new Set(last) };
}

/** A part within the graph: where it may begin and end, and whether it may be nothing at all. */
interface Piece {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly mayBeNothing: boolean;
}

const nothing: Piece = { first: [], last: [], mayBeNothing: true };

class GraphMaker {
  readonly atoms: string[] = [];
  readonly next: Map<number, number>[] = [];

  get isTooLarge(): boolean {
    return this.atoms.length > mostPositions;
  }

  add(part: PatternPart): Piece {
    if (this.isTooLarge) return nothing;
    switch (part.kind) {
      case "assertion":
        return nothing;
      case "atom": {
        const position = this.atoms.push(part.text) - 1;
        this.next.push(new Map());
        return { first: [position], last: [position], mayBeNothing: false };
      }
      case "sequence":
        return part.parts.reduce<Piece>((before, each) => this.#join(before, this.add(each)), nothing);
      case "choice": {
        const pieces = part.parts.map((each) => this.add(each));
        return {
          first: pieces.flatMap(({ first }) => first),
          last: pieces.flatMap(({ last }) => last),
          mayBeNothing: pieces.some(({ mayBeNothing }) => mayBeNothing),
        };
      }
      case "repeat":
        return this.#repeat(part);
      default:
        return part satisfies never;
    }
  }

  #repeat({ part, min, max }: PatternPart & { readonly kind: "repeat" }): Piece {
    const isEndless = max === Number.POSITIVE_INFINITY || max - min >= asGoodAsEndless;
    const copies = isEndless ? Math.max(1, min) : max;
    let whole = nothing;
    let ends: readonly number[] = [];
    for (let count = 0; count < copies && !this.isTooLarge; count += 1) {
      const piece = this.add(part);
      if (isEndless && count === copies - 1) this.#link(piece.last, piece.first);
      if (count < Math.max(1, min)) {
        whole = this.#join(whole, piece);
        ends = whole.last;
      } else {
        // One more comes behind the one before it only: `a{1,3}` gets to `aa` in one way.
        this.#link(ends, piece.first);
        whole = { ...whole, last: [...whole.last, ...piece.last] };
        ends = piece.last;
      }
    }
    return min === 0 ? { ...whole, mayBeNothing: true } : whole;
  }

  #join(before: Piece, after: Piece): Piece {
    this.#link(before.last, after.first);
    return {
      first: before.mayBeNothing ? [...before.first, ...after.first] : before.first,
      last: after.mayBeNothing ? [...before.last, ...after.last] : after.last,
      mayBeNothing: before.mayBeNothing && after.mayBeNothing,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const each of from) {
      const ways = this.next[each];
      for (const target of to) ways?.set(target, (ways.get(target) ?? 0) + 1);
    }
  }
}
