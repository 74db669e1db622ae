import { expect, it } from "vitest";
import { compile, run, testProject, tsx } from "./docs-project.js";

it("compiles and passes as it stands: a password that no log has", async () => {
  const project = await testProject("sensitive", "docs/sensitive.md");
  expect(await compile(project)).toBe("");
  const { stdout } = await run(
    process.execPath,
    [tsx, "--test", "--test-reporter=tap", "test/accounts.test.ts"],
    { cwd: project },
  ).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toContain("# pass 1");
  expect(stdout).toContain("# fail 0");
}, 60_000);
