import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { makeOperations } from "../many/operations.js";
import { writeFile, writeGeneratedProject } from "../many/write-project.js";
import { emptyFolder } from "../measure/folders.js";
import { exactly, figureOf, type Goal, type PartResult, type Table } from "../report/part-result.js";
import { type PrintPage, printBarePage, printWirepactPage, printZodPage } from "./pages.js";

const bare = "bare socket.io-client";

const pages: Readonly<Record<string, PrintPage>> = {
  [bare]: printBarePage,
  wirepact: printWirepactPage,
  "zod/mini by hand": printZodPage('import * as z from "zod/mini";', "mini"),
  "import * as z by hand": printZodPage('import * as z from "zod";', "zod"),
};

const counts = [
  { calls: 1, column: "1 call", goalKb: 4 },
  { calls: 10, column: "10 calls", goalKb: 6 },
  { calls: 100, column: "100 calls", goalKb: 20 },
];

/** What a page has to load for the same calls: minified, compressed, above what Socket.IO's client weighs by itself. */
export async function measureBundle(): Promise<PartResult> {
  const sizes: number[][] = [];
  for (const { calls } of counts) sizes.push(await measurePages(calls));

  const names = Object.keys(pages);
  const columns = counts.map(({ column }) => column);
  const table: Table = {
    title: `kB of gzip above ${bare}`,
    columns,
    rows: names
      .map((name, row) => ({
        name,
        figures: sizes.map((column) => exactly(((column[row] ?? 0) - (column[0] ?? 0)) / 1_000, "kB")),
      }))
      .slice(1),
  };
  const whole: Table = {
    title: "kB of gzip in all",
    columns,
    rows: names.map((name, row) => ({
      name,
      figures: sizes.map((column) => exactly((column[row] ?? 0) / 1_000, "kB")),
    })),
  };
  const goals = counts.map(
    ({ column, goalKb }): Goal => ({
      measure: `client bundle above ${bare}, ${column}`,
      bound: "at most",
      goal: goalKb,
      reached: figureOf(table, "wirepact", column).median,
      unit: "kB",
    }),
  );
  return {
    part: "bundle",
    title: "The client's bundle",
    notes: [
      "Each page offers the same calls, twenty to a channel, and checks what leaves and what comes in; the bare one checks nothing. wirepact's client is generated with `checks: small`, the default.",
      "Bundled and minified by esbuild, compressed by gzip at level 9.",
    ],
    tables: [table, whole],
    goals,
  };
}

/** Bytes of every page, in their order. */
async function measurePages(calls: number): Promise<number[]> {
  const folder = emptyFolder("bundle", String(calls));
  const groups = makeOperations(calls);
  await writeGeneratedProject(folder, groups);
  const sizes: number[] = [];
  for (const [index, print] of Object.values(pages).entries()) {
    const name = `page-${index}.ts`;
    writeFile(folder, name, print(groups));
    sizes.push(await bundledBytes(path.join(folder, name)));
  }
  return sizes;
}

async function bundledBytes(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`esbuild made nothing of ${entry}.`);
  return gzipSync(bundle.contents, { level: 9 }).length;
}
