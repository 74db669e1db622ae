import { expect, it } from "vitest";
import { compile, namedBlocks, testProject } from "./docs-project.js";

it("has code that compiles as it stands", async () => {
  expect(namedBlocks("docs/limits.md").length).toBeGreaterThan(3);
  expect(await compile(await testProject("limits-page", "docs/limits.md"))).toBe("");
}, 180_000);
