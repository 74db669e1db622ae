import type { Run } from "./walk.js";

/** What the absence of a key means to a schema: it is missing, it may be, or something takes its place. */
export type Absence = "missing" | "allowed" | "filled";

/** A plan made ready to run. All but `run` are functions because named plans are made on their first use. */
export interface Node {
  readonly run: Run;
  /** zod's `optin`. */
  readonly absence: () => Absence;
  /** zod's `optout`: whether the key may be absent from what is read. */
  readonly mayVanish: () => boolean;
  /** The values that pass, where they can be counted; zod's `values`. */
  readonly values: () => ReadonlySet<unknown> | undefined;
  /** The values that a field may have, where they can be counted; zod's `propValues`. */
  readonly valuesOf: (key: string) => ReadonlySet<unknown> | undefined;
  readonly parts: () => readonly Node[];
  /** Whether what passes may still be no JSON. */
  readonly isOpaque: boolean;
}

/** A node of which nothing is known but what `more` says. */
export function node(run: Run, more: Partial<Node> = {}): Node {
  return {
    run,
    absence: () => "missing",
    mayVanish: () => false,
    values: () => undefined,
    valuesOf: () => undefined,
    parts: () => [],
    isOpaque: false,
    ...more,
  };
}

/** A node around another one, alike but for what `more` says. */
export function wrap(inner: Node, run: Run, more: Partial<Node> = {}): Node {
  return { ...inner, parts: () => [inner], isOpaque: false, ...more, run };
}

/** Whether a part of `root` lets anything pass. */
export function isOpaque(root: Node, seen: Set<Node> = new Set()): boolean {
  if (root.isOpaque) return true;
  if (seen.has(root)) return false;
  seen.add(root);
  return root.parts().some((part) => isOpaque(part, seen));
}

/** `set`, and `value` with it. */
export function plus(
  set: ReadonlySet<unknown> | undefined,
  value: unknown,
): ReadonlySet<unknown> | undefined {
  return set && new Set(set).add(value);
}
