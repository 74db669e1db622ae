import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the page is served from. */
export const pageFolder = place("public/build/");

/** Builds the page from `page/` into `public/build/`. */
export async function buildPage(): Promise<void> {
  await rm(pageFolder, { recursive: true, force: true });
  await mkdir(pageFolder, { recursive: true });
  await build({
    entryPoints: ["main.ts", "styles.css", "index.html", "icon.svg"].map((name) => place(`page/${name}`)),
    outdir: pageFolder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    sourcemap: "linked",
    loader: { ".html": "copy", ".svg": "copy" },
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
