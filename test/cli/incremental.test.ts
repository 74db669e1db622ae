import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { generate, type RunMemory } from "../../generator/generate.js";
import { makeProject, type Project } from "./project.js";

// Each test starts programs, on a machine that may have much to do.
vi.setConfig({ testTimeout: 240_000 });

const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

async function project(files: Files): Promise<Project> {
  const made = await makeProject(files);
  projects.push(made);
  return made;
}

type Files = Readonly<Record<string, string>>;

const imports = `import { call, channel, event } from "wirepact/contract";\nimport { z } from "zod";\n`;
const channelOf = (name: string, payload: string, more = "") =>
  `${imports}${more}export const ${name} = channel("/${name}", {
  clientToServer: { save: call({ input: ${payload}, output: z.boolean() }) },
  serverToClient: { saved: event(${payload}) },
});\n`;

const config = `{ "server": { "handlers": false } }`;
const money = `import { z } from "zod";\nexport const Money = z.object({ amount: z.number(), currency: z.string() });\n`;
const start: Files = {
  "wirepact.config.json": config,
  "contracts/notes.ts": channelOf("notes", "z.object({ text: z.string() })"),
  "contracts/tasks.ts": channelOf("tasks", "z.object({ done: z.boolean() })"),
  "contracts/money.ts": money,
  "contracts/orders.ts": channelOf(
    "orders",
    "z.object({ total: Money })",
    'import { Money } from "./money.js";\n',
  ),
};

/** What is done to the files, one after the other; an absent text deletes. */
const steps: readonly (readonly [string, Readonly<Record<string, string | undefined>>])[] = [
  [
    "changes a contract",
    { "contracts/notes.ts": channelOf("notes", "z.object({ text: z.string().max(9) })") },
  ],
  ["changes what a contract imports", { "contracts/money.ts": money.replace("z.number()", "z.int()") }],
  ["breaks a contract's syntax", { "contracts/tasks.ts": "export const tasks = {" }],
  ["mends it in another way", { "contracts/tasks.ts": channelOf("tasks", "z.object({ done: z.date() })") }],
  ["breaks a contract's types", { "contracts/notes.ts": channelOf("notes", 'z.string().min("3")') }],
  [
    "moves a line, which changes nothing but places",
    { "contracts/notes.ts": `\n${start["contracts/notes.ts"]}` },
  ],
  [
    "renames a contract",
    {
      "contracts/tasks.ts": undefined,
      "contracts/jobs.ts": channelOf("jobs", "z.object({ done: z.boolean() })"),
    },
  ],
  [
    "names a schema that takes a name from others",
    {
      "contracts/extra.ts": channelOf(
        "extra",
        "NotesSave",
        "export const NotesSave = z.object({ a: z.int() });\n",
      ),
    },
  ],
  [
    "lets two contracts share a schema",
    {
      "contracts/jobs.ts": channelOf(
        "jobs",
        "z.object({ price: Money.optional() })",
        'import { Money } from "./money.js";\n',
      ),
    },
  ],
  [
    "has two channels of one path",
    { "contracts/jobs.ts": channelOf("jobs", "z.int()").replace("/jobs", "/notes") },
  ],
  ["deletes both", { "contracts/jobs.ts": undefined, "contracts/extra.ts": undefined }],
  [
    "asks the compiler for a type",
    { "contracts/notes.ts": channelOf("notes", "z.string().transform((text) => ({ length: text.length }))") },
  ],
];

describe("the same files come out", () => {
  test("cold, with what a watch remembers, and with a cache, whatever changes in between", async () => {
    const watched = await project(start);
    const cached = await project(start);
    const memory: RunMemory = {};
    await run(watched, memory);
    await cached.run("generate");
    let files = start;
    for (const [name, changes] of steps) {
      files = Object.fromEntries(
        Object.entries({ ...files, ...changes }).flatMap(([file, text]) =>
          text === undefined ? [] : [[file, text] as const],
        ),
      );
      for (const each of [watched, cached]) {
        await change(each, changes);
      }
      const cold = await project({ ...files, ...(await outputOf(watched)) });
      const expected = await run(cold, {});
      expect(await run(watched, memory), name).toEqual(expected);
      expect(await outputOf(watched), name).toEqual(await outputOf(cold));
      // The second run is the one that finds nothing changed.
      for (const isFirst of [true, false]) {
        const { exitCode } = await cached.run("generate");
        expect(exitCode === 0, `${name}, ${isFirst ? "changed" : "unchanged"}`).toBe(expected.length === 0);
        expect(await outputOf(cached), name).toEqual(await outputOf(cold));
      }
    }
  });
});

/** Generates in this process; the problems, without what a run's temporary folder is called. */
async function run({ root }: Project, memory: RunMemory) {
  const loaded = await loadConfig(root);
  if (loaded.config === undefined) {
    throw new Error("The configuration is wrong.");
  }
  const { problems } = await generate(loaded.config, { write: true, typeCheck: true, memory });
  return problems;
}

async function change(made: Project, changes: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [file, text] of Object.entries(changes)) {
    await (text === undefined ? rm(path.join(made.root, file)) : made.write(file, text));
  }
}

async function outputOf(made: Project): Promise<Files> {
  const files = (await made.files()).filter((file) => file.includes("/generated/"));
  const texts = await Promise.all(files.map((file) => readFile(path.join(made.root, file), "utf8")));
  return Object.fromEntries(files.map((file, index) => [file, texts[index] ?? ""]));
}
