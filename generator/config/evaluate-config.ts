import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Message, Plugin } from "esbuild";
import { noCode, type RunCode, runCodeOf } from "../load/run-code.js";
import type { Problem } from "../model/index.js";

/** Milliseconds that a configuration file may take to load. */
const loadTimeoutMs = 10_000;

/** What a configuration file exports. */
export interface EvaluatedConfig {
  readonly value: unknown;
  /** The file and everything of the project that it imports; absolute. */
  readonly dependencies: readonly string[];
  readonly problems: readonly Problem[];
  readonly code: RunCode;
}

/**
 * Loads a configuration file, afresh each time.
 *
 * @param file - Absolute; TypeScript, JavaScript or JSON.
 */
export async function evaluateConfig(file: string): Promise<EvaluatedConfig> {
  const root = path.dirname(file);
  const bundle = await bundleConfig(file, root);
  if (bundle.text === undefined) {
    return { value: undefined, dependencies: [file], problems: bundle.problems, code: noCode };
  }
  const folder = await mkdtemp(path.join(tmpdir(), "wirepact-config-"));
  try {
    const copy = path.join(folder, "config.mjs");
    await writeFile(copy, bundle.text);
    const value = await withinTime(importDefault(pathToFileURL(copy).href));
    return { value, dependencies: bundle.dependencies, problems: [], code: bundle.code };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const problem: Problem = {
      code: "WP1006",
      place: { file: path.basename(file), line: 1, column: 1 },
      message: `the configuration could not be loaded: ${text}`,
      mend: "let it export an object without doing anything else: `export default defineConfig({ … })`",
    };
    return { value: undefined, dependencies: bundle.dependencies, problems: [problem], code: bundle.code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundleConfig(file: string, root: string) {
  const { build } = await import("esbuild");
  const url = pathToFileURL(file).href;
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "silent",
      define: {
        "import.meta.url": JSON.stringify(url),
        "import.meta.filename": JSON.stringify(file),
        "import.meta.dirname": JSON.stringify(root),
      },
      plugins: [keepPackagesOutside],
    });
    const text = result.outputFiles[0]?.text ?? "";
    return {
      text,
      code: runCodeOf(text, result.metafile),
      dependencies: Object.keys(result.metafile.inputs)
        .filter(isFile)
        .map((input) => path.resolve(root, input)),
      problems: [],
    };
  } catch (error) {
    return { text: undefined, code: noCode, dependencies: [file], problems: problemsOf(error) };
  }
}

/** What a configuration imports from this package: nothing but the function that types it. */
const ownName = "wirepact/generator";

/** Packages are imported from where they are: the bundle itself lies in a temporary folder. */
const keepPackagesOutside: Plugin = {
  name: "keep-packages-outside",
  setup(build) {
    build.onResolve(
      { filter: /^[^./]/ },
      async ({ path: specifier, importer, resolveDir, kind, pluginData }) => {
        if (kind === "entry-point" || pluginData === keepPackagesOutside.name || path.isAbsolute(specifier)) {
          return undefined;
        }
        if (isBuiltin(specifier)) {
          return { external: true };
        }
        if (specifier === ownName) {
          return { path: ownName, namespace: ownName };
        }
        const found = await build.resolve(specifier, {
          kind,
          importer,
          resolveDir,
          pluginData: keepPackagesOutside.name,
        });
        return found.errors.length > 0
          ? { errors: found.errors }
          : { path: pathToFileURL(found.path).href, external: true };
      },
    );
    // It may be loaded before the project has installed anything.
    build.onLoad({ filter: /.*/, namespace: ownName }, () => ({
      contents: "export const defineConfig = (config) => config;",
    }));
  },
};

function isFile(input: string): boolean {
  return !input.startsWith(`${ownName}:`);
}

async function importDefault(url: string): Promise<unknown> {
  const module: Readonly<Record<string, unknown>> = await import(url);
  return module.default;
}

async function withinTime<Value>(loading: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it did not end within ${loadTimeoutMs / 1000} s`)),
      loadTimeoutMs,
    );
  });
  try {
    return await Promise.race([loading, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function problemsOf(error: unknown): Problem[] {
  // esbuild's BuildFailure is an Error with a list of messages; anything else is told as it is.
  const messages = (error as { readonly errors?: readonly Message[] }).errors ?? [];
  if (messages.length === 0) {
    throw error;
  }
  return messages.map(({ text, location }) => ({
    code: "WP1006",
    ...(location && { place: { file: location.file, line: location.line, column: location.column + 1 } }),
    message: `the configuration does not load: ${text}`,
    mend: "mend the file there",
  }));
}
