import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as patterns from "../../contracts/wire/check/patterns.js";
import { isZodSchema, zodMajor } from "../../generator/read/zod/zod-schema.js";
import { problemLine, readFiles } from "../read/contract-project.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Beside the generator's reader: the two places that run an author's own schema. */
const runners = ["contracts/wire/check/codec.ts", "server/runtime/from-contract.ts"];

describe("zod's insides", () => {
  it("are looked at by the generator's reader, and run where a schema is the author's own code", async () => {
    const files = await Promise.all(
      ["contracts/dsl", "contracts/wire", "generator", "server/runtime", "client/runtime"].map(listFiles),
    );
    const looking: string[] = [];
    for (const file of files.flat()) {
      const text = await readFile(path.join(root, file), "utf8");
      if (/\._zod\b|"_zod" in/.test(text)) looking.push(file);
    }
    const elsewhere = looking.filter((file) => !file.startsWith("generator/read/zod/"));
    expect(elsewhere.sort()).toEqual(runners);
  });

  it("are those of the version that is pinned for tests", async () => {
    const { devDependencies, peerDependencies } = JSON.parse(
      await readFile(path.join(root, "package.json"), "utf8"),
    );
    const { version } = JSON.parse(await readFile(path.join(root, "node_modules/zod/package.json"), "utf8"));
    expect(devDependencies.zod).toBe(version);
    expect(peerDependencies.zod).toBe(`^${zodMajor}.0.0`);
    expect(await readFile(path.join(root, "contracts/wire/check/patterns.ts"), "utf8")).toContain(
      `zod ${version} `,
    );
  });

  it("hold the patterns that the words have", () => {
    const schemas = {
      emailPattern: z.email(),
      uuidPattern: z.uuid(),
      ipv4Pattern: z.ipv4(),
      cidrv4Pattern: z.cidrv4(),
      macPattern: z.mac(),
      isoDatetimePattern: z.iso.datetime(),
      isoDatePattern: z.iso.date(),
      isoDurationPattern: z.iso.duration(),
    };
    expect(Object.keys(schemas).sort()).toEqual(Object.keys(patterns).sort());
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema._zod.def.pattern, name).toEqual(Reflect.get(patterns, name));
    }
  });

  it("of another major are none that the reader takes", () => {
    const later = { _zod: { ...z.string()._zod, version: { major: 5, minor: 0, patch: 0 } } };
    expect(isZodSchema(z.string())).toBe(true);
    expect(isZodSchema(later)).toBe(false);
  });

  it("of another major are named in the problem", async () => {
    const { problems } = await readFiles({
      "contracts/a.ts": `import { channel, event } from "wirepact/contract";
const later = { _zod: { def: { type: "string" }, traits: new Set(), version: { major: 5 } } };
export const a = channel("/a", { clientToServer: { say: event(later) } });`,
    });
    expect(problems.map(problemLine).join("\n")).toMatch(/a schema of zod 5, and wirepact knows zod 4/);
  });
});

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
