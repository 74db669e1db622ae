import type { Issue } from "./issue.js";
import type { PayloadCheck, Validation } from "./validation.js";

/** The check of an object of exactly these fields; others are left out. */
export function fieldsCheck(fields: Readonly<Record<string, PayloadCheck>>): PayloadCheck {
  const run = (direction: "read" | "write") => (value: unknown) => {
    const issues: Issue[] = [];
    const result: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(fields)) {
      // Object() makes any value safe to look into; what it lacks, the field's own check refuses.
      take(check[direction](Object(value)[name]), name, issues, (field) => {
        result[name] = field;
      });
    }
    return verdict(result, issues);
  };
  return { read: run("read"), write: run("write") };
}

/** The check of an array of at most so many items. */
export function listCheck(item: PayloadCheck, maxItems: number): PayloadCheck {
  const run = (direction: "read" | "write") => (value: unknown) => {
    if (!Array.isArray(value) || value.length > maxItems)
      return refused(`expected at most ${maxItems} items`);
    const issues: Issue[] = [];
    const result: unknown[] = [];
    // Indices, since a sparse array passes its holes by.
    for (let index = 0; index < value.length; index++) {
      take(item[direction](value[index]), index, issues, (checked) => result.push(checked));
    }
    return verdict(result, issues);
  };
  return { read: run("read"), write: run("write") };
}

/** The check of a value that is the same on the wire as off it. */
export function plainCheck(expected: string, holds: (value: unknown) => boolean): PayloadCheck {
  const run = (value: unknown): Validation =>
    holds(value) ? { ok: true, value } : refused(`expected ${expected}`);
  return { read: run, write: run };
}

function take(part: Validation, key: string | number, issues: Issue[], keep: (value: unknown) => void): void {
  if (part.ok) keep(part.value);
  else issues.push(...part.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] })));
}

function verdict(value: unknown, issues: readonly Issue[]): Validation {
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

function refused(expected: string): Validation {
  return { ok: false, issues: [{ code: "invalid_type", path: [], message: `Invalid input: ${expected}` }] };
}
