import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { generate } from "../../generator/generate.js";
import type { Problem, Warning } from "../../generator/index.js";
import { makeProject, type Project } from "../cli/project.js";
import { warningCases } from "./warning-cases.js";

let project: Project | undefined;
afterEach(async () => {
  await project?.remove();
  project = undefined;
});

function print({ code, place, message }: Warning | Problem): string {
  return [code, ...(place ? [`${place.file}:${place.line}:${place.column}`] : []), message].join(" ");
}

async function run(files: Readonly<Record<string, string>>, isStrict = false) {
  project = await makeProject(files);
  const { config, problems } = await loadConfig(project.root);
  if (config === undefined) throw new Error(problems.map(print).join("\n"));
  return generate(config, { write: false, typeCheck: false, isStrict });
}

describe("warnings", () => {
  test.each(warningCases)("$title", async ({ files, warnings }) => {
    const report = await run(files);
    expect(report.problems).toEqual([]);
    expect(report.warnings.map(print)).toEqual(warnings);
    expect(report.warnings.filter(({ mend }) => mend.trim() === "")).toEqual([]);
    expect(report.outputs, "code is generated all the same").not.toEqual([]);
  });

  const both = {
    "contracts/a.ts": `import { channel, event } from "wirepact/contract";
import { z } from "zod";
export const a = channel("/a", { clientToServer: { say: event(z.string().regex(/^(a+)+$/)) } });`,
  };
  const levels = [
    ["nothing", {}, { WP6001: "count", WP6002: "list" }],
    ['`"list"`', { warnings: "list" }, { WP6001: "list", WP6002: "list" }],
    ['`"off"`', { warnings: "off" }, {}],
    ["one code", { warnings: { WP6001: "off" } }, { WP6002: "list" }],
    ["both codes", { warnings: { WP6001: "list", WP6002: "off" } }, { WP6001: "list" }],
  ] as const;
  test.each(levels)("have the level that the configuration gives by %s", async (_what, config, expected) => {
    const report = await run({ ...both, "wirepact.config.json": JSON.stringify(config) });
    expect(Object.fromEntries(report.warnings.map(({ code, level }) => [code, level]))).toEqual(expected);
    expect(report.problems).toEqual([]);
  });

  test("are problems where the configuration says so", async () => {
    const config = JSON.stringify({ warnings: { WP6002: "error" } });
    const report = await run({ ...both, "wirepact.config.json": config });
    expect(report.problems.map(({ code }) => code)).toEqual(["WP6002"]);
    expect(report.warnings.map(({ code }) => code)).toEqual(["WP6001"]);
    expect(report.outputs).toEqual([]);
  });

  test("are problems in a strict run, those apart that are switched off", async () => {
    const config = JSON.stringify({ warnings: { WP6001: "off" } });
    const report = await run({ ...both, "wirepact.config.json": config }, true);
    expect(report.problems.map(({ code }) => code)).toEqual(["WP6002"]);
    expect(report.warnings).toEqual([]);
  });

  const contracts = [
    ["the README's contract", "README.md"],
    ["a new project's contract", "generator/templates/contracts/lobby.ts"],
    ["the chat", "contracts/chat.ts"],
    ["the whiteboard", "contracts/whiteboard.ts"],
  ] as const;
  test.each(contracts)("have nothing to say of %s", async (_what, file) => {
    const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
    const text = await read(file);
    const [, block = text] = /```ts\n(\/\/ contracts\/[\s\S]*?)```/.exec(text) ?? [];
    const imported = block.includes("./chat.js")
      ? { "contracts/chat.ts": await read("contracts/chat.ts") }
      : {};
    const report = await run({ ...imported, "contracts/own.ts": block });
    expect(report.problems).toEqual([]);
    expect(report.model?.channels.length).toBeGreaterThan(0);
    expect(report.warnings).toEqual([]);
  });
});
