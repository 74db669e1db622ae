import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ResolvedConfig } from "../../model/index.js";
import { findTsConfig } from "../source/open-project.js";

/** How TypeScript finds modules in a project. */
export type ModuleRules = "node" | "bundler";

/** The rules of the contracts' project; undefined where the text of its configuration does not simply say so. */
export function moduleRulesOf(config: ResolvedConfig): ModuleRules | undefined {
  const file = findTsConfig(config);
  const options = file === undefined ? { module: "nodenext" } : readPlainOptions(file);
  const { module, moduleResolution = "node16" } = options ?? {};
  if (options === undefined || typeof module !== "string" || typeof moduleResolution !== "string") {
    return undefined;
  }
  if (/^node(?:16|18|20|next)$/i.test(module) && /^node(?:16|next)$/i.test(moduleResolution)) {
    return "node";
  }
  return /^(?:es(?:6|2015|2020|2022|next)|preserve)$/i.test(module) && /^bundler$/i.test(moduleResolution)
    ? "bundler"
    : undefined;
}

type Options = Readonly<Record<string, unknown>>;

/** The compiler's options, where all of them are known to leave the finding of modules alone, or say how it is done. */
function readPlainOptions(file: string, depth = 0): Options | undefined {
  const json = parseWithComments(readFileSync(file, "utf8"));
  if (!isRecord(json) || depth > mostExtended) {
    return undefined;
  }
  const { extends: parent, compilerOptions = {} } = json;
  const isPlain =
    Object.keys(json).every((name) => /^(?:\$schema|extends|compilerOptions|include|exclude)$/.test(name)) &&
    isRecord(compilerOptions) &&
    Object.entries(compilerOptions).every(isPlainOption);
  if (!isPlain || parent === undefined) {
    return isPlain ? compilerOptions : undefined;
  }
  const base = typeof parent === "string" && /^\.\.?\/.*\.json$/.test(parent) ? parent : undefined;
  const path = base && join(dirname(file), base);
  const inherited = path && isFile(path) ? readPlainOptions(path, depth + 1) : undefined;
  return inherited && { ...inherited, ...compilerOptions };
}

/** Configurations that extend one another; more is a circle. */
const mostExtended = 20;

const flags =
  /^(?:strict\w*|noImplicit\w+|noUnused\w+|noUnchecked\w+|noFallthroughCasesInSwitch|noPropertyAccessFromIndexSignature|exactOptionalPropertyTypes|useUnknownInCatchVariables|allowUnreachableCode|allowUnusedLabels|noEmit|noEmitOnError|declaration|declarationMap|emitDeclarationOnly|sourceMap|inlineSources|removeComments|composite|incremental|skipLibCheck|esModuleInterop|allowSyntheticDefaultImports|forceConsistentCasingInFileNames|isolatedModules|isolatedDeclarations|verbatimModuleSyntax|resolveJsonModule|allowJs|checkJs|allowImportingTsExtensions|rewriteRelativeImportExtensions|erasableSyntaxOnly|experimentalDecorators|useDefineForClassFields)$/;
const paths = /^(?:outDir|rootDir|declarationDir|tsBuildInfoFile|jsx|jsxImportSource)$/;
const targets = /^es(?:6|20(?:1[5-9]|2[0-4])|next)$/i;
const libraries = /^(?:es(?:6|20(?:1[5-9]|2[0-4])|next)|dom(?:\.iterable|\.asynciterable)?|webworker)$/i;

function isPlainOption([name, value]: readonly [string, unknown]): boolean {
  if (typeof value === "boolean") return flags.test(name);
  if (typeof value === "string") {
    return name === "target"
      ? targets.test(value)
      : /^module(?:Resolution|Detection)?$/.test(name) || paths.test(name);
  }
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isTexts && (name === "types" || (name === "lib" && value.every((item) => libraries.test(item))));
}

/** JSON, and what configurations have besides: comments, and commas behind the last one. */
function parseWithComments(text: string): unknown {
  const string = /"(?:[^"\\]|\\.)*"/.source;
  const comments = new RegExp(`(${string})|//[^\\n]*|/\\*[^]*?\\*/`, "g");
  const lastCommas = new RegExp(`(${string})|,(?=\\s*[}\\]])`, "g");
  const keep = (_: string, quoted = "") => quoted;
  try {
    return JSON.parse(text.replace(comments, keep).replace(lastCommas, keep));
  } catch {
    // Whatever else it is, TypeScript may still read it.
    return undefined;
  }
}

/** Whether it is a record, as parsed JSON is. */
export function isRecord(value: unknown): value is Options {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether there is such a file. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
