import { type Absence, type Node, node } from "./node.js";
import { type Found, isAborted, type Run, report, reportType, runApart } from "./walk.js";

/** Runs a union's plan: the first option that passes. */
export function unionNode(options: readonly Node[], says: string | undefined): Node {
  const [only] = options;
  if (only && options.length === 1) return only;
  const run: Run = (value, walk) => {
    const results: { value: unknown; found: Found[] }[] = [];
    const wasUnsure = walk.isUnsure;
    for (const { run } of options) {
      walk.isUnsure = false;
      const result = runApart(run, value, walk);
      if (result.found.length === 0) {
        // Where the server may refuse this option and take a later one, nothing may be left out yet.
        const isKept = walk.isWriting && walk.isUnsure && results.length < options.length - 1;
        walk.isUnsure ||= wasUnsure;
        return isKept ? value : result.value;
      }
      results.push(result);
    }
    const [nearest, ...others] = results.filter(({ found }) => !isAborted(found, 0));
    if (nearest && others.length === 0) {
      for (const found of nearest.found) walk.found.push(found);
      return nearest.value;
    }
    report(walk, "invalid_union", says ?? "Invalid input");
    return value;
  };
  return node(run, {
    parts: () => options,
    absence: () => highest(options.map((option) => option.absence())),
    mayVanish: () => options.some((option) => option.mayVanish()),
    values: () => together(options.map((option) => option.values())),
  });
}

/** Runs a discriminated union's plan: the option that claims the value of `key`. */
export function switchNode(key: string, options: readonly Node[], says: string | undefined): Node {
  let byValue: Map<unknown, Node | undefined> | undefined;
  const run: Run = (value, walk) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return reportType(walk, says, "object", value);
    }
    byValue ??= claims(key, options);
    // Any object can be asked for any key.
    const option = byValue.get((value as Record<string, unknown>)[key]);
    if (option) return option.run(value, walk);
    const expected = [...byValue].flatMap(([claimed, by]) => (by ? `'${claimed}'` : []));
    const text = expected.length > 0 ? `discriminator value. Expected ${expected.join(" | ")}` : "input";
    walk.found.push({
      code: "invalid_union",
      path: [key],
      message: says ?? `Invalid ${text}`,
      goesOn: undefined,
    });
    return value;
  };
  return {
    ...unionNode(options, says),
    parts: () => options,
    run,
    valuesOf: (name) => {
      const each = options.flatMap((option) => option.valuesOf(name) ?? []);
      if (each.length === 0) return undefined;
      const all = new Set(each.flatMap((values) => [...values]));
      if (name === key && each.filter((values) => values.has(undefined)).length > 1) all.delete(undefined);
      return all;
    },
  };
}

/** Which option claims which value; `undefined`, when several options may omit the key, belongs to none. */
function claims(key: string, options: readonly Node[]): Map<unknown, Node | undefined> {
  const byValue = new Map<unknown, Node | undefined>();
  for (const option of options) {
    for (const value of option.valuesOf(key) ?? []) {
      byValue.set(value, byValue.has(value) ? undefined : option);
    }
  }
  return byValue;
}

function highest(all: readonly Absence[]): Absence {
  return all.includes("filled") ? "filled" : all.includes("allowed") ? "allowed" : "missing";
}

function together(all: readonly (ReadonlySet<unknown> | undefined)[]): ReadonlySet<unknown> | undefined {
  const values = new Set<unknown>();
  for (const each of all) {
    if (!each) return undefined;
    for (const value of each) values.add(value);
  }
  return values;
}
