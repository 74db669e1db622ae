import type { ContractModel } from "../model/index.js";

/**
 * The model with `unknown` in the place of each schema that cannot travel, for the stages that come after:
 * they then find their own problems in the rest of it, in the same run.
 */
export function withoutUnsupported(model: ContractModel): ContractModel {
  // Every object of a model with that kind is a schema, and `unknown` is a schema.
  return replace(model) as ContractModel;
}

function replace(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(replace);
  }
  if ("kind" in value && value.kind === "unsupported") {
    return { kind: "unknown" };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
}
