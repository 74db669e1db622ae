import { expect, it } from "vitest";
import { compile, run, testProject, tsx } from "./docs-project.js";

it("compiles and passes as it stands, over the README's contract", async () => {
  const project = await testProject("testing", "README.md", "docs/testing.md");
  expect(await compile(project)).toBe("");
  const files = ["test/chat.test.ts", "test/silence.test.ts"];
  const { stdout } = await run(process.execPath, [tsx, "--test", "--test-reporter=tap", ...files], {
    cwd: project,
  }).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toContain("# pass 3");
  expect(stdout).toContain("# fail 0");
}, 180_000);
