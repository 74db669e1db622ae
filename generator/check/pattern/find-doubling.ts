import { type PatternPart, parsePattern } from "./parse-pattern.js";
import { graphOf, type PatternGraph } from "./pattern-graph.js";

/** A regular expression as zod keeps it in a contract. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/**
 * Text that a pattern can take in two ways, over and over: with each time that it stands in a row, the time to find out
 * that the whole does not match doubles. Undefined where there is none, or where the pattern is too large to tell.
 *
 * A pattern is ambiguous to this degree when a loop leads from one of its positions back to it in two ways that read the
 * same letters (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991). What takes quadratic time, such as
 * `\s+$`, is not looked for.
 */
export function findDoubling({ source, flags }: Pattern): string | undefined {
  const { pattern, looks } = parsePattern(source, flags);
  for (const part of [pattern, ...looks].filter(mayDouble)) {
    const graph = graphOf(part);
    const found = graph && findLoop(graph, lettersOf(graph.atoms, source, flags), mayFailBehind(part));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether something with parts of its own may come many times: all else is cheap to rule out. */
function mayDouble(part: PatternPart): boolean {
  switch (part.kind) {
    case "atom":
    case "assertion":
      return false;
    case "repeat":
      return (part.max > 1 && part.part.kind !== "atom") || mayDouble(part.part);
    default:
      return part.parts.some(mayDouble);
  }
}

/** Whether a match may fail where all of its positions are done with: `(a+)+` alone never does, `(a+)+$` may. */
function mayFailBehind(part: PatternPart): boolean {
  switch (part.kind) {
    case "atom":
      return false;
    case "assertion":
      return part.text !== "^";
    case "repeat":
      return mayFailBehind(part.part);
    default:
      return part.parts.some(mayFailBehind);
  }
}

/** Letters that each atom takes. */
type Letters = readonly ReadonlySet<string>[];

/** ASCII, and one letter each of what patterns tell apart beyond it; those that stand in a pattern come to it. */
const alphabet = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."éÉ世ⅷ٣\u2028\u00a0😀",
];

function lettersOf(atoms: readonly string[], source: string, flags: string): Letters {
  // The common ones come first: they are what is shown.
  const letters = [...new Set([..."a1 -._", ...source, ...alphabet])];
  const known = new Map<string, ReadonlySet<string>>();
  return atoms.map((atom) => {
    const taken = known.get(atom) ?? new Set(letters.filter(takenBy(atom, flags)));
    known.set(atom, taken);
    return taken;
  });
}

function takenBy(atom: string, flags: string): (letter: string) => boolean {
  try {
    const pattern = new RegExp(`^(?:${atom})$`, flags.replace(/[gym]/g, ""));
    return (letter) => pattern.test(letter);
  } catch {
    // A half of something that this reader of patterns does not know: it takes part in no loop that is found.
    return () => false;
  }
}

/** Two ways through the pattern that have read the same text, and whether they have parted on the way. */
interface Pair {
  readonly one: number;
  readonly other: number;
  readonly haveParted: boolean;
  readonly text: string;
}

/** Steps for one pattern, some tenths of a second; those that people write take some thousand. */
const mostSteps = 300_000;

function findLoop(graph: PatternGraph, letters: Letters, mayFail: boolean): string | undefined {
  const budget = { steps: mostSteps };
  for (const start of graph.atoms.keys()) {
    if (!mayFail && graph.last.has(start)) continue;
    const found = findLoopOf(start, graph, letters, budget);
    if (found !== undefined) return found;
    if (budget.steps <= 0) return undefined;
  }
  return undefined;
}

function findLoopOf(
  start: number,
  { next }: PatternGraph,
  letters: Letters,
  budget: { steps: number },
): string | undefined {
  const seen = new Set<string>();
  const pairs: Pair[] = [{ one: start, other: start, haveParted: false, text: "" }];
  for (const { one, other, haveParted, text } of pairs) {
    for (const [left, ways] of next[one] ?? []) {
      for (const right of next[other]?.keys() ?? []) {
        budget.steps -= 1;
        if (budget.steps <= 0) return undefined;
        const parts = haveParted || left !== right || (one === other && ways > 1);
        const key = `${left} ${right} ${parts}`;
        const letter = seen.has(key) ? undefined : sharedLetter(letters[left], letters[right]);
        if (letter === undefined) continue;
        if (left === start && right === start && parts) return `${text}${letter}`;
        seen.add(key);
        pairs.push({ one: left, other: right, haveParted: parts, text: `${text}${letter}` });
      }
    }
  }
  return undefined;
}

function sharedLetter(left = noLetters, right = noLetters): string | undefined {
  for (const letter of left) {
    if (right.has(letter)) return letter;
  }
  return undefined;
}

const noLetters: ReadonlySet<string> = new Set();
