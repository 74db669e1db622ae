import type { Check } from "./check.js";
import { type Found, isAborted, report, reportType, runApart, type Walk } from "./walk.js";

/** A union: the first option that passes. */
export function union(...options: readonly Check[]): Check {
  return (value, walk, says) => {
    const failed: ReturnType<typeof runApart>[] = [];
    const { isUnsure, isGuessed } = walk;
    walk.isGuessed = true;
    const passed = options.findIndex((option) => {
      walk.isUnsure = false;
      const result = runApart(option, value, walk);
      failed.push(result);
      return result.found.length === 0;
    });
    const result = failed[passed];
    // Where the server may refuse this option and take a later one, nothing may be left out yet.
    const isKept =
      result &&
      walk.isWriting &&
      walk.isUnsure &&
      options.slice(passed + 1).some((option) => runApart(option, value, walk).found.length === 0);
    walk.isUnsure ||= isUnsure;
    walk.isGuessed = isGuessed;
    return isKept ? value : result ? result.value : failUnion(failed, value, walk, says);
  };
}

/** The issues of the one option that has the right type; else one that says that none has. */
function failUnion(
  failed: readonly { readonly value: unknown; readonly found: readonly Found[] }[],
  value: unknown,
  walk: Walk,
  says: string | undefined,
): unknown {
  const [nearest, ...others] = failed.filter(({ found }) => !isAborted(found, 0));
  if (nearest && others.length === 0) {
    for (const found of nearest.found) walk.found.push(found);
    return nearest.value;
  }
  report(walk, says, "invalid_union", "Invalid input");
  return value;
}

/**
 * A discriminated union: the option that claims the value of `key`.
 *
 * @param claims - Value by value, in zod's order; without an option where several claim it.
 */
export function discriminated(
  key: string,
  claims: readonly (readonly [value: unknown, option?: Check])[],
): Check {
  return (value, walk, says) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return reportType(walk, says, "object", value);
    }
    // Any object can be asked for any key.
    const claimed = (value as Record<string, unknown>)[key];
    const option = claims.find(([each]) => each === claimed)?.[1];
    if (option) return option(value, walk);
    const expected = claims.flatMap(([each, by]) => (by ? `'${each}'` : []));
    const text = expected.length > 0 ? `discriminator value. Expected ${expected.join(" | ")}` : "input";
    report(walk, says, "invalid_union", `Invalid ${text}`);
    walk.found.at(-1)?.path.push(key);
    return value;
  };
}
