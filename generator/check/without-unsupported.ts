import type { ContractModel } from "../model/index.js";

/**
 * The model with `unknown` in the place of each schema that cannot travel, for the stages that come after:
 * they then find their own problems in the rest of it, in the same run. Parts without such a schema stay the
 * same objects.
 */
export function withoutUnsupported(model: ContractModel): ContractModel {
  // Every object of a model with that kind is a schema, and `unknown` is a schema.
  return replace(model) as ContractModel;
}

function replace(value: unknown): unknown {
  if (typeof value !== "object" || value === null || clean.has(value)) {
    return value;
  }
  const replaced = replaceIn(value);
  if (replaced === value) {
    clean.add(value);
  }
  return replaced;
}

/** What holds no such schema. Models do not change. */
const clean = new WeakSet<object>();

function replaceIn(value: object): unknown {
  if (Array.isArray(value)) {
    const items = value.map(replace);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if ("kind" in value && value.kind === "unsupported") {
    return { kind: "unknown" };
  }
  const entries = Object.entries(value);
  const replaced = entries.map(([key, inner]) => [key, replace(inner)] as const);
  const isSame = replaced.every(([, inner], index) => inner === entries[index]?.[1]);
  return isSame ? value : Object.fromEntries(replaced);
}
