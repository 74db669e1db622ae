import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleFastUse } from "./bundle-fast-use.js";
import { goldensFolder, listGoldens, readGolden, renderGolden } from "./render-golden.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
const renewal = "To renew the goldens: npx tsx test/goldens/renew.ts";
const names = await listGoldens();

let folder = "";
// Within the package, so that what is external is found.
beforeAll(async () => {
  folder = await mkdtemp(path.join(root, "node_modules/.cache/fast-goldens-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("emitted code", () => {
  it.each(names)("is byte for byte the golden `%s`", async (name) => {
    const [rendered, kept] = await Promise.all([renderGolden(name), readGolden(name)]);
    expect([...kept.keys()].sort(), renewal).toEqual([...rendered.keys()].sort());
    for (const [file, text] of rendered) expect(kept.get(file), `${name}/${file}: ${renewal}`).toBe(text);
  });

  it.each(names)("is used over real sockets: `%s`", async (name) => {
    const file = pathToFileURL(path.join(goldensFolder, name, "use.ts")).href;
    const module: unknown = await import(/* @vite-ignore */ file);
    // Every use.ts exports it: the compiler sees to that in compile-goldens.test.ts.
    const { use } = module as { readonly use: () => Promise<void> };
    await expect(use()).resolves.toBeUndefined();
  });

  it.each(names)("is used over real sockets by a client with fast checks: `%s`", async (name) => {
    const file = pathToFileURL(await bundleFastUse(name, folder)).href;
    const module: unknown = await import(/* @vite-ignore */ file);
    const { use } = module as { readonly use: () => Promise<void> };
    await expect(use()).resolves.toBeUndefined();
  });

  it.each(names)("has no `any`, and lines of at most 110 columns but for long texts: `%s`", async (name) => {
    for (const [file, text] of await readGolden(name)) {
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|\/\/.*/g, "");
      expect(code, file).not.toMatch(/\bany\b/);
      const long = code.split("\n").filter((line) => line.length > 110);
      expect(long, file).toEqual([]);
    }
  });

  it.each(names)("is formatted as Biome formats it: `%s`", async (name) => {
    const golden = await readGolden(name);
    const formatted = await Promise.all([...golden.values()].map(format));
    expect(formatted).toEqual([...golden.values()]);
  });
});

/** The text as the repository's formatter has it. Goldens themselves are not in its care. */
async function format(text: string): Promise<string> {
  const run = promisify(execFile)(process.execPath, [biome, "format", "--stdin-file-path=server/golden.ts"], {
    cwd: root,
  });
  run.child.stdin?.end(text);
  return (await run).stdout;
}
