import { basename, dirname } from "node:path";
import type { BuildFailure, BuildOptions } from "esbuild";
import { StartupError } from "../startup-error.js";

/** What the browser is to run. */
export interface ClientEntry {
  /** Absolute path of a module; or of a folder, with the text of a module that imports from it. */
  readonly place: string;
  readonly text?: string;
}

/** A module for browsers. */
export interface ClientBundle {
  readonly code: Uint8Array;
  /** Only of a bundle that is not minified. */
  readonly sourceMap: Uint8Array | undefined;
}

/**
 * Bundles the client with all that it imports. esbuild is loaded when this is called: a server that serves no client never
 * starts it.
 *
 * @param fileName - The bundle's name in its URL, by which it names its source map.
 */
export async function bundleClient(
  { place, text }: ClientEntry,
  fileName: string,
  minify: boolean,
): Promise<ClientBundle> {
  const input: BuildOptions =
    text === undefined
      ? { entryPoints: [place] }
      : { stdin: { contents: text, resolveDir: place, sourcefile: fileName, loader: "js" } };
  try {
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
      ...input,
      absWorkingDir: text === undefined ? dirname(place) : place,
      outfile: fileName,
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify,
      sourcemap: minify ? false : "linked",
      logLevel: "silent",
      // Packages ask for it to leave out what only developers need.
      define: { "process.env.NODE_ENV": minify ? '"production"' : '"development"' },
    });
    const find = (name: string) => outputFiles.find(({ path }) => basename(path) === name)?.contents;
    const code = find(fileName);
    if (code === undefined) throw new Error(`esbuild gave no ${fileName}.`);
    return { code, sourceMap: find(`${fileName}.map`) };
  } catch (cause) {
    throw new StartupError(
      "WP_CLIENT_NOT_BUILT",
      `The client in \`${place}\` cannot be bundled: ${reasonOf(cause)}. Mend it there, or run \`npx wirepact generate\`.`,
      { cause },
    );
  }
}

/** esbuild's first complaint with its place, else whatever was thrown. */
function reasonOf(cause: unknown): string {
  const [first] = (cause as Partial<BuildFailure> | undefined)?.errors ?? [];
  if (first === undefined) return cause instanceof Error ? cause.message : String(cause);
  const { location, text } = first;
  return location === null ? text : `${location.file}:${location.line}:${location.column}: ${text}`;
}
