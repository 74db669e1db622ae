import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ResolvedConfig } from "../../model/index.js";
import { isFile, isRecord, type ModuleRules, moduleRulesOf } from "./module-rules.js";

/**
 * Whether the project's files alone prove what {@link knowsPlainImports} asks TypeScript: that contracts are modules which
 * may import zod and the contract language. False where they do not: TypeScript may still find them.
 */
export function provesPlainImports(config: ResolvedConfig): boolean {
  const rules = moduleRulesOf(config);
  const scope = nearest(config.contracts, "package.json");
  const own = scope === undefined ? undefined : readJson(scope);
  // A package that imports itself goes by other rules.
  if (rules === undefined || !isRecord(own) || /^(?:zod|wirepact)$/.test(String(own.name))) {
    return false;
  }
  const isModule = rules === "bundler" || own.type === "module";
  return (
    isModule &&
    hasTypes("zod", ".", config.contracts, rules) &&
    hasTypes("wirepact", "./contract", config.contracts, rules)
  );
}

/** Whether a package says where the types of an entry are, and they are there. */
function hasTypes(name: string, entry: string, from: string, rules: ModuleRules): boolean {
  const file = nearest(from, join("node_modules", name, "package.json"));
  const manifest = file === undefined ? undefined : readJson(file);
  if (file === undefined || !isRecord(manifest) || !isRecord(manifest.exports)) {
    return false;
  }
  const target = findTarget(manifest.exports[entry], rules);
  return target !== undefined && /\.d\.[cm]?ts$/.test(target) && isFile(join(dirname(file), target));
}

/** What an entry leads to for an import by TypeScript: the first condition that holds. */
function findTarget(entry: unknown, rules: ModuleRules): string | undefined {
  if (typeof entry === "string") return entry;
  if (!isRecord(entry)) return undefined;
  for (const [condition, inner] of Object.entries(entry)) {
    // Types of another version of TypeScript's, which only TypeScript tells.
    if (condition.startsWith("types@")) return undefined;
    const holds =
      condition === "types" ||
      condition === "import" ||
      condition === "default" ||
      (condition === "node" && rules === "node");
    const found = holds ? findTarget(inner, rules) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The file of that name in the folder, or in the nearest one above it that has it. */
function nearest(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, name);
    if (isFile(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // TypeScript takes some texts that are no JSON.
    return undefined;
  }
}
