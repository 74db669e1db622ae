import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EmittedFile } from "../../generator/emit/emitted-file.js";
import { emitModule } from "../../generator/emit/module.js";
import { compareOutput } from "../../generator/write/compare-output.js";
import { writeOutput } from "../../generator/write/write-output.js";

function emitted(name: string, value: number): EmittedFile {
  const place = { file: "contracts/a.ts", line: 1, column: 1 };
  const text = `export const value = ${value};`;
  const declarations = [{ name: "value", origin: "a test", place, docs: [], text }];
  return emitModule({ path: name, source: place.file, declarations });
}

const files = [emitted("a.ts", 1), emitted("b.ts", 2)];
const nothing = { missing: [], stale: [], handEdited: [], orphaned: [], unchanged: [], problems: [] };

let folder = "";
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), "output-")), "generated");
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

async function generate(wanted: readonly EmittedFile[] = files): Promise<void> {
  await writeOutput(folder, wanted, await compareOutput(folder, wanted));
}

describe("an output folder", () => {
  it("is made with every file, and unchanged the next time", async () => {
    expect(await compareOutput(folder, files)).toEqual({ ...nothing, missing: ["a.ts", "b.ts"] });
    await generate();
    expect(await readdir(folder)).toEqual(["a.ts", "b.ts"]);
    expect(await compareOutput(folder, files)).toEqual({ ...nothing, unchanged: ["a.ts", "b.ts"] });
  });

  it("has only those files written that changed", async () => {
    await generate();
    const before = await stat(path.join(folder, "a.ts"));
    const changed = [emitted("a.ts", 1), emitted("b.ts", 3)];
    expect(await compareOutput(folder, changed)).toEqual({
      ...nothing,
      unchanged: ["a.ts"],
      stale: ["b.ts"],
    });
    await generate(changed);
    const after = await stat(path.join(folder, "a.ts"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(await readFile(path.join(folder, "b.ts"), "utf8")).toBe(changed[1]?.text);
  });

  it("tells a file that somebody edited from one that is stale", async () => {
    await generate();
    const file = path.join(folder, "a.ts");
    await writeFile(file, (await readFile(file, "utf8")).replace("value = 1", "value = 9"));
    expect(await compareOutput(folder, files)).toEqual({
      ...nothing,
      unchanged: ["b.ts"],
      handEdited: ["a.ts"],
    });
    await generate();
    expect(await compareOutput(folder, files)).toEqual({ ...nothing, unchanged: ["a.ts", "b.ts"] });
  });

  it("loses what is emitted no longer, and nothing else", async () => {
    await generate();
    await writeFile(path.join(folder, "mine.ts"), "export {};\n");
    await writeFile(path.join(folder, "notes.md"), "// wirepact:0000000000000000\n");
    const fewer = files.slice(0, 1);
    expect(await compareOutput(folder, fewer)).toEqual({
      ...nothing,
      unchanged: ["a.ts"],
      orphaned: ["b.ts"],
    });
    await generate(fewer);
    expect(await readdir(folder)).toEqual(["a.ts", "mine.ts", "notes.md"]);
  });

  it("counts as unchanged when a checkout turned its line ends", async () => {
    await generate();
    const file = path.join(folder, "a.ts");
    await writeFile(file, (await readFile(file, "utf8")).replaceAll("\n", "\r\n"));
    expect(await compareOutput(folder, files)).toEqual({ ...nothing, unchanged: ["a.ts", "b.ts"] });
  });

  it("keeps a file in the way that is not wirepact's, and writes nothing", async () => {
    await mkdir(folder);
    await writeFile(path.join(folder, "a.ts"), "export const mine = 1;\n");
    const diff = await compareOutput(folder, files, "server/generated");
    expect(diff.problems).toMatchObject([
      { code: "WP4002", place: { file: "server/generated/a.ts", line: 1, column: 1 } },
    ]);
    await writeOutput(folder, files, diff);
    expect(await readdir(folder)).toEqual(["a.ts"]);
    expect(await readFile(path.join(folder, "a.ts"), "utf8")).toBe("export const mine = 1;\n");
  });

  it("is refused where a file has its name, or a folder the name of a file", async () => {
    await writeFile(folder, "");
    expect((await compareOutput(folder, files)).problems).toMatchObject([{ code: "WP4002" }]);
    await rm(folder);
    await mkdir(path.join(folder, "b.ts"), { recursive: true });
    expect((await compareOutput(folder, files)).problems).toMatchObject([{ code: "WP4002" }]);
  });
});
