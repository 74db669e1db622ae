import path from "node:path";
import { build, type Plugin } from "esbuild";

/** Options of {@link buildProgram}. */
export interface BuildOptions {
  /** The program's name; default: its entry's. */
  readonly name?: string;
  /** Packages that are bundled as well, so that `alias` reaches into them. */
  readonly inline?: readonly string[];
  /** Packages that stand for others: what is imported → what is loaded. */
  readonly alias?: Readonly<Record<string, string>>;
}

/**
 * Bundles a program, packages left out, and gives its path: measured processes then run plain JavaScript and no loader.
 */
export async function buildProgram(
  entry: string,
  folder: string,
  options: BuildOptions = {},
): Promise<string> {
  const name = options.name ?? path.basename(entry, path.extname(entry));
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    plugins: [leaveOutPackages(options)],
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}

function leaveOutPackages({ inline = [], alias = {} }: BuildOptions): Plugin {
  return {
    name: "leave-out-packages",
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
        kind === "entry-point" || inline.includes(name)
          ? undefined
          : { path: alias[name] ?? name, external: true },
      );
    },
  };
}
