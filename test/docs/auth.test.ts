import { expect, it } from "vitest";
import { compile, run, testProject, tsx } from "./docs-project.js";

it("compiles and passes as it stands: tenants apart, an admin's call, the end of a session", async () => {
  const project = await testProject("auth", "docs/auth.md");
  expect(await compile(project)).toBe("");
  const { stdout } = await run(
    process.execPath,
    [tsx, "--test", "--test-reporter=tap", "test/auth.test.ts"],
    { cwd: project },
  ).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toContain("# pass 3");
  expect(stdout).toContain("# fail 0");
}, 180_000);
