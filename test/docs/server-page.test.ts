import { expect, it } from "vitest";
import { compile, namedBlocks, testProject } from "./docs-project.js";

it("has code that compiles as it stands", async () => {
  expect(namedBlocks("docs/server.md").length).toBeGreaterThan(3);
  expect(await compile(await testProject("server-page", "docs/server.md"))).toBe("");
}, 180_000);
