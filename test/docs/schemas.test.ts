import { expect, it } from "vitest";
import { compile, testProject } from "./docs-project.js";

it("compiles as it stands", async () => {
  expect(await compile(await testProject("schemas", "docs/schemas.md"))).toBe("");
}, 180_000);
