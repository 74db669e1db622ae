import { expect, it } from "vitest";
import { cli, compile, run, testProject } from "./docs-project.js";

it("compiles as it stands, with every handler that it needs", async () => {
  const project = await testProject("rooms", "docs/rooms.md");
  expect(await compile(project)).toBe("");
  await run(process.execPath, [cli, "generate", "--check"], { cwd: project });
}, 180_000);
