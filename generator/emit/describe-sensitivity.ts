import type { SchemaModel } from "../model/index.js";

/** What the docs of something sensitive say of it; undefined where it is not. */
export function describeSensitivity(schema: SchemaModel): string | undefined {
  if (schema.isSensitive) return "Sensitive: not logged.";
  switch (schema.kind) {
    case "optional":
    case "nullable":
    case "nonoptional":
    case "readonly":
    case "default":
    case "prefault":
    case "catch":
      return describeSensitivity(schema.inner);
    default:
      return undefined;
  }
}
