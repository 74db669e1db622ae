import { isBuiltin } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Message, Metafile, Plugin } from "esbuild";
import type { Problem, ResolvedConfig } from "../model/index.js";
import { explainMessage } from "./explain-message.js";
import { type RunCode, runCodeOf } from "./run-code.js";

/** Contract files as one module that Node can import; `m0`, `m1`, … are the files in order. */
export interface Bundle {
  readonly code: string;
  /** What it is that runs. */
  readonly runs: RunCode;
  /** The source map's text; its sources are paths from the root. */
  readonly map: string;
  /** For each file, by its path from the root: its imports of first-party files. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** For each file: the packages that it imports and that may hold schemas. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

/** What bundling found; `bundle` is absent when there is a problem. */
export interface Bundling {
  readonly bundle?: Bundle;
  readonly dependencies: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Bundles contract files with esbuild. One bundle for all of them, so that a schema which two files share is
 * one object; packages stay outside, so that zod is the project's own.
 */
export async function bundleContracts(config: ResolvedConfig, files: readonly string[]): Promise<Bundling> {
  const { build } = await import("esbuild");
  const dependencies = new Set<string>(files);
  const schemaless = new Set<string>();
  try {
    const result = await build({
      stdin: {
        contents: files
          .map((file, index) => `export * as m${index} from ${JSON.stringify(file)};`)
          .join("\n"),
        resolveDir: config.root,
        loader: "js",
      },
      absWorkingDir: config.root,
      outfile: "contracts.mjs",
      write: false,
      bundle: true,
      metafile: true,
      sourcemap: "external",
      sourcesContent: false,
      format: "esm",
      platform: "node",
      target: "node20",
      // Without an own list esbuild adds "module", which Node does not know.
      conditions: [],
      charset: "utf8",
      logLevel: "silent",
      plugins: [keepPackagesOutside(schemaless), recordFiles(dependencies)],
    });
    const problems = result.warnings.filter(isMissingExport).map(explainMessage);
    if (problems.length > 0) {
      return { dependencies: [...dependencies].sort(), problems };
    }
    const text = (ending: string) =>
      result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    return {
      bundle: {
        code: text(".mjs"),
        runs: runCodeOf(text(".mjs"), result.metafile),
        map: text(".map"),
        imports: firstPartyImports(result.metafile),
        packages: packageImports(result.metafile, schemaless),
      },
      dependencies: [...dependencies].sort(),
      problems: [],
    };
  } catch (error) {
    if (!isBuildFailure(error)) {
      throw error;
    }
    return { dependencies: [...dependencies].sort(), problems: error.errors.map(explainMessage) };
  }
}

const seen = Symbol("resolved once");

/**
 * Leaves packages to Node, as absolute file URLs: the bundle runs in a temporary folder, from where their
 * names lead nowhere. A workspace's package that is TypeScript source becomes part of the bundle.
 *
 * @param schemaless - Gets the URLs of zod and of the contract language, which make schemas and hold none.
 */
function keepPackagesOutside(schemaless: Set<string>): Plugin {
  return {
    name: "keep-packages-outside",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === seen || from.kind === "entry-point" || /^[a-z]:[\\/]/i.test(path)) {
          return undefined;
        }
        const found = await build.resolve(path, { ...from, pluginData: seen });
        if (found.errors.length > 0) {
          return undefined; // esbuild then reports it itself, with the place of the import
        }
        if (found.external || /\.[cm]?tsx?$/.test(found.path)) {
          return found;
        }
        const { href } = pathToFileURL(found.path);
        if (/^(?:zod|wirepact)(?:\/|$)/.test(path) && !schemaless.has(href)) {
          schemaless.add(href);
          loadAhead(href);
        }
        return { path: href, external: true };
      });
    },
  };
}

/** Loads what the bundle will import while esbuild, a process of its own, is still at work. */
function loadAhead(href: string): void {
  // What keeps it from loading is told when the bundle runs.
  import(/* @vite-ignore */ href).catch(() => undefined);
}

/** Adds every file that is read, so that a watcher knows them even when the build fails. */
function recordFiles(dependencies: Set<string>): Plugin {
  return {
    name: "record-files",
    setup(build) {
      build.onLoad({ filter: /.*/, namespace: "file" }, ({ path }) => {
        dependencies.add(resolve(path));
        return undefined;
      });
    },
  };
}

function firstPartyImports(metafile: Metafile): Bundle["imports"] {
  return new Map(
    Object.entries(metafile.inputs).map(([path, input]) => [
      path,
      new Map(
        input.imports.flatMap(({ path: target, original, external }) =>
          original === undefined || external ? [] : [[original, target] as const],
        ),
      ),
    ]),
  );
}

function packageImports(metafile: Metafile, schemaless: ReadonlySet<string>): Bundle["packages"] {
  return new Map(
    Object.entries(metafile.inputs).map(([path, input]) => [
      path,
      input.imports.flatMap(({ path: target, external }) =>
        external && !schemaless.has(target) && !isBuiltin(target) ? [target] : [],
      ),
    ]),
  );
}

function isMissingExport(message: Message): boolean {
  return message.id === "import-is-undefined";
}

function isBuildFailure(error: unknown): error is { readonly errors: readonly Message[] } {
  return typeof error === "object" && error !== null && "errors" in error && Array.isArray(error.errors);
}
