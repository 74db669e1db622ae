import path from "node:path";
import { build } from "esbuild";

/**
 * Bundles a program, packages left out, and gives its path: measured processes then run plain JavaScript and no loader.
 */
export async function buildProgram(entry: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${path.basename(entry, path.extname(entry))}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
