import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the page is served from. */
export const pageFolder = place("public/build/");

/** Builds the chat's page from `page/` into `public/build/`, the whiteboard's from `whiteboard/` into a folder below. */
export async function buildPage(): Promise<void> {
  await rm(pageFolder, { recursive: true, force: true });
  await mkdir(pageFolder, { recursive: true });
  await buildInto(
    pageFolder,
    ["main.ts", "styles.css", "index.html", "icon.svg"].map((name) => `page/${name}`),
  );
  const boardParts = ["main.ts", "whiteboard.css", "index.html"].map((name) => `whiteboard/${name}`);
  await buildInto(`${pageFolder}whiteboard`, boardParts);
}

async function buildInto(outdir: string, parts: readonly string[]): Promise<void> {
  await build({
    entryPoints: parts.map(place),
    outdir,
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
