import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { makeProject, type Project } from "./project.js";

// Each test starts a program a few times, on a machine that may have much to do.
vi.setConfig({ testTimeout: 120_000 });

const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

const contract = (payload: string, before = "") => `import { channel, event } from "wirepact/contract";
import { z } from "zod";
${before}export const chat = channel("/chat", { serverToClient: { posted: event(${payload}) } });
`;
const output = "client/generated/chat.ts";

/** A project that has been generated, twice: files that are as new as a run are not trusted to be what it read. */
async function settled(files: Readonly<Record<string, string>>): Promise<Project> {
  const made = await makeProject({ "wirepact.config.json": '{ "server": { "handlers": false } }', ...files });
  projects.push(made);
  await made.run("generate");
  await made.run("generate");
  return made;
}

function cacheFolder({ root }: Project): string {
  return path.join(root, "node_modules", ".cache", "wirepact");
}

async function cacheFiles(made: Project): Promise<readonly string[]> {
  const names = await readdir(cacheFolder(made)).catch(() => []);
  return names.map((name) => path.join(cacheFolder(made), name));
}

/** Lets the manifest say something that only it can know. */
async function mark(made: Project): Promise<void> {
  for (const file of await cacheFiles(made)) {
    await writeFile(file, (await readFile(file, "utf8")).replaceAll('"name":"chat"', '"name":"remembered"'));
  }
}

describe("a run that finds nothing changed", () => {
  test("tells what the last one knew, and touches no file", async () => {
    const made = await settled({ "contracts/chat.ts": contract("z.int()") });
    await mark(made);
    const before = await stat(path.join(made.root, output));
    const { stdout, exitCode } = await made.run("generate");
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(/^remembered {2}1 member .*\n0 files written, \d+ unchanged/),
    ]);
    expect((await stat(path.join(made.root, output))).mtimeMs).toBe(before.mtimeMs);
  });

  test("is not one whose output was edited, deleted or added to by hand", async () => {
    const made = await settled({ "contracts/chat.ts": contract("z.int()") });
    const text = await made.read(output);
    await made.write(output, `${text}// mine\n`);
    expect((await made.run("generate")).stdout).toContain("1 file written");
    expect(await made.read(output)).toBe(text);
    await rm(path.join(made.root, output));
    expect((await made.run("generate")).stdout).toContain("1 file written");
    await made.write("client/generated/old.ts", text);
    expect((await made.run("generate")).stdout).toContain("1 removed");
  });

  test("is not one whose types come from a file that has changed", async () => {
    const types = (text: string) => `export interface Point { ${text} }\n`;
    const made = await settled({
      "shared/point.ts": types("x: number"),
      "contracts/chat.ts": contract(
        "z.custom<Point>()",
        'import type { Point } from "../shared/point.js";\nexport type { Point };\n',
      ),
    });
    await mark(made);
    await made.write("shared/point.ts", types("x: string"));
    const { exitCode, stdout } = await made.run("generate");
    expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining("remembered")]);
  });

  test("is not one of a contract that asks for something that passes", async () => {
    const made = await settled({ "contracts/chat.ts": contract('z.literal(process.env.WORD ?? "none")') });
    expect(await cacheFiles(made)).toEqual([]);
  });

  test("is not one of another kind: without a type check nothing is known of types", async () => {
    const made = await settled({
      "contracts/chat.ts": contract("z.string().refine((text: number) => text > 1)"),
    });
    const exitCodes = [];
    for (const flags of [["--no-typecheck"], ["--no-typecheck"], []]) {
      exitCodes.push((await made.run("generate", ...flags)).exitCode);
    }
    expect([await cacheFiles(made), exitCodes]).toEqual([[expect.any(String)], [0, 0, 1]]);
  });

  test("is found without the cache, and whatever stands in it", async () => {
    const made = await settled({ "contracts/chat.ts": contract("z.int()") });
    for (const text of [
      "",
      "{",
      "[]",
      '{"traces":null}',
      '{"generator":"other","traces":{"files":{},"folders":{}}}',
    ]) {
      for (const file of await cacheFiles(made)) {
        await writeFile(file, text);
      }
      const { exitCode, stdout } = await made.run("generate");
      expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^chat .*\n0 files written/)]);
    }
    await rm(cacheFolder(made), { recursive: true });
    expect((await made.run("generate")).stdout).toContain("0 files written");
  });
});
