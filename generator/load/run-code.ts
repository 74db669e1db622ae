import type { Metafile } from "esbuild";

/** What the code of contracts, or of a configuration, may depend on besides the files that it is made of. */
export interface RunCode {
  /** Without comments, as far as the bundler takes them out. */
  readonly text: string;
  /** What it imports of packages: URLs of their files, or names of Node's own modules. */
  readonly packages: readonly string[];
}

/** Describes a bundle. */
export function runCodeOf(text: string, { outputs }: Metafile): RunCode {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return { text, packages: imports.filter(({ external }) => external).map(({ path }) => path) };
}

/** Where there is none to run. */
export const noCode: RunCode = { text: "", packages: [] };
