/** Containers within containers that a value may have; JSON that a person wrote has fewer than ten. */
export const maxWalkDepth = 512;

/** An issue on its way up. */
export interface Found {
  readonly code: string;
  /** From the place up to the root: a list grows fastest at its end. */
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
  /** Whether the value is about to leave: in comes the application's form, out goes what travels. Else reversed. */
  isWriting: boolean;
  depth: number;
  /** Whether code that only the server has may still refuse what passed here. */
  isUnsure?: boolean | undefined;
  /** Whether another option of a union may have to tell its wire form from this one's. */
  isGuessed?: boolean | undefined;
  /** Ends the validation as a whole: there is no value, and nothing else to say. */
  refusal?: Pick<Found, "code" | "message">;
}

/**
 * Checks a value and gives back what becomes of it; what is wrong with it goes to `walk.found`.
 *
 * @param says - The author's text, in place of the issue's.
 * @param start - For a step: where the issues of its value begin.
 */
export type Run = (value: unknown, walk: Walk, says?: string, start?: number) => unknown;

/** Reports an issue at the value itself. */
export function report(
  walk: Walk,
  says: string | undefined,
  code: string,
  message: string,
  goesOn?: boolean,
): void {
  walk.found.push({ code, path: [], message: says ?? message, goesOn });
}

/** Reports a value of the wrong type, and gives it back. */
export function reportType(
  walk: Walk,
  says: string | undefined,
  expected: string,
  value: unknown,
  goesOn?: boolean,
): unknown {
  const message = `Invalid input: expected ${expected}, received ${typeName(value)}`;
  report(walk, says, "invalid_type", message, goesOn);
  return value;
}

/** Runs `run` on what stands under `key`. */
export function runAt(run: Run, value: unknown, key: string | number, walk: Walk): unknown {
  const start = walk.found.length;
  const result = run(value, walk);
  prefix(walk, start, key);
  return result;
}

/** Adds `key` to the path of each issue from `start` on. */
export function prefix(walk: Walk, start: number, key: string | number): void {
  for (let index = start; index < walk.found.length; index++) walk.found[index]?.path.push(key);
}

/** Whether an issue from `start` on keeps later checks from running. */
export function isAborted(found: readonly Found[], start: number): boolean {
  return found.some(({ goesOn }, index) => index >= start && goesOn !== true);
}

/** Runs `run` with issues of its own, and gives back its value with them. */
export function runApart(run: Run, value: unknown, walk: Walk): { value: unknown; found: Found[] } {
  const { found } = walk;
  walk.found = [];
  const apart = { value: run(value, walk), found: walk.found };
  walk.found = found;
  return apart;
}

/** Enters a container; leave it by `walk.depth--`. What is nested too deep is treated like an exhausted stack. */
export function enter(walk: Walk): void {
  if (++walk.depth > maxWalkDepth) throw new RangeError();
}

/** A value as zod's texts write it. */
export function quote(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : `${value}`;
}

function typeName(value: unknown): string {
  const type = typeof value;
  if (type === "number" && !Number.isFinite(value)) return `${value}`;
  if (type !== "object") return type;
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  // Only an object is left.
  const { constructor: made } = value as object;
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  return !isPlain && "constructor" in (value as object) && made ? made.name : "object";
}
