import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EqualProject, makeEqualProject } from "./equal-project.js";

let project: EqualProject;
beforeAll(async () => {
  project = await makeEqualProject();
}, 60_000);
afterAll(() => project?.remove());

describe("emitted types", () => {
  it("are made of every construct without a problem", () => {
    expect(project.problems).toEqual([]);
  });

  it.each([
    { version: "6", compiler: "node_modules/typescript-6/bin/tsc" },
    { version: "7", compiler: "node_modules/typescript/bin/tsc" },
  ])(
    "are equal to those that zod infers, in TypeScript $version",
    async ({ compiler }) => {
      expect(await project.check(compiler)).toEqual([]);
    },
    120_000,
  );
});
