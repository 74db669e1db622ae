/** Containers within containers that a value may have; JSON that a person wrote has fewer than ten. */
export const maxDepth = 512;

/** An issue on its way up: its path grows at the front. */
export interface Found {
  readonly code: string;
  readonly path: (string | number)[];
  readonly message: string;
  /**
   * zod's `continue`: later checks run all the same (`true`), not even the checks of lengths do (`false`), or
   * only those (`undefined`).
   */
  goesOn: boolean | undefined;
  /** Undeclared keys, for an intersection whose other side may declare them. */
  readonly keys?: readonly string[];
  /** The author's text for undeclared keys. */
  readonly says?: string | undefined;
}

/** One validation under way. */
export interface Walk {
  found: Found[];
  /** Whether the value is about to leave, rather than come in. */
  isWriting: boolean;
  depth: number;
  /** Whether code that only the server has may still refuse what passed here. */
  isUnsure: boolean;
}

/** Checks a value and gives back what becomes of it; what is wrong with it goes to `walk.found`. */
export type Run = (value: unknown, walk: Walk) => unknown;

/** Ends a validation as a whole: there is no value, and no use in looking further. */
export class Refusal {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

/** Reports an issue at the value itself. */
export function report(walk: Walk, code: string, message: string, goesOn?: boolean): void {
  walk.found.push({ code, path: [], message, goesOn });
}

/** Reports a value of the wrong type, and gives it back. */
export function reportType(walk: Walk, says: string | undefined, expected: string, value: unknown): unknown {
  report(walk, "invalid_type", says ?? `Invalid input: expected ${expected}, received ${typeName(value)}`);
  return value;
}

/** Puts `key` in front of the path of each issue from `start` on. */
export function prefix(walk: Walk, start: number, key: PropertyKey): void {
  for (let index = start; index < walk.found.length; index++) {
    walk.found[index]?.path.unshift(typeof key === "symbol" ? String(key) : key);
  }
}

/** Whether an issue from `start` on keeps later checks from running. */
export function isAborted(found: readonly Found[], start: number): boolean {
  for (let index = start; index < found.length; index++) if (found[index]?.goesOn !== true) return true;
  return false;
}

/** Runs `run` with issues of its own, and gives back its value with them. */
export function runApart(run: Run, value: unknown, walk: Walk): { value: unknown; found: Found[] } {
  const { found } = walk;
  walk.found = [];
  const apart = { value: run(value, walk), found: walk.found };
  walk.found = found;
  return apart;
}

/** Enters a container; leave it by `walk.depth--`. */
export function enter(walk: Walk): void {
  if (++walk.depth > maxDepth) throw tooDeep();
}

/** The refusal of a value that is nested too deep. */
export function tooDeep(): Refusal {
  return new Refusal("too_deep", `Too deep: expected at most ${maxDepth} levels`);
}

/** A value as zod's texts write it. */
export function quote(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : `${value}`;
}

function typeName(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? "number" : `${value}`;
  if (typeof value !== "object") return typeof value;
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const { constructor: made } = value;
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  return !isPlain && "constructor" in value && made ? made.name : "object";
}
