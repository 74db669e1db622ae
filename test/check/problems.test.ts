import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { generate } from "../../generator/generate.js";
import { type Problem, problemCodes, warningCodes } from "../../generator/index.js";
import { makeProject, type Project } from "../cli/project.js";
import { problemCases } from "./problem-cases.js";
import { warningCases } from "./warning-cases.js";

let project: Project | undefined;
afterEach(async () => {
  await project?.remove();
  project = undefined;
});

function printProblem({ code, place, message }: Problem): string {
  return [code, ...(place ? [`${place.file}:${place.line}:${place.column}`] : []), message].join(" ");
}

describe("problems", () => {
  test.each(problemCases)("$title", async ({ title, files, problems }) => {
    project = await makeProject(files);
    const { config, problems: ofConfig, locate } = await loadConfig(project.root);
    const typeCheck = title.includes("type error");
    const found =
      config === undefined ? ofConfig : (await generate(config, { write: true, typeCheck, locate })).problems;
    expect(found.map(printProblem)).toEqual(problems);
    expect(found.filter(({ mend }) => mend.trim() === "")).toEqual([]);
    expect(await project.files(), "nothing is written").toEqual(Object.keys(files).sort());
  });

  test("have one code list: that of the generator, of docs/errors.md, and of the cases above", async () => {
    const docs = await readFile(new URL("../../docs/errors.md", import.meta.url), "utf8");
    const documented = [...docs.matchAll(/^## (WP\d{4})$/gm)].map(([, code]) => code);
    const tried = [
      ...problemCases.flatMap(({ problems }) => problems),
      ...warningCases.flatMap(({ warnings }) => warnings),
    ].map((text) => text.slice(0, 6));
    const known = [...problemCodes, ...warningCodes];
    expect(documented).toEqual(known);
    expect([...new Set(tried)].sort()).toEqual(known.sort());
  });
});
