import { expect, it } from "vitest";
import { compile, run, testProject, tsx } from "./docs-project.js";

it("compiles and passes as it stands, over @fastify/cookie, session and jwt", async () => {
  const project = await testProject("sessions", "docs/sessions.md");
  expect(await compile(project)).toBe("");
  const { stdout } = await run(
    process.execPath,
    [tsx, "--test", "--test-reporter=tap", "test/sessions.test.ts"],
    { cwd: project },
  ).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toContain("# pass 2");
  expect(stdout).toContain("# fail 0");
}, 180_000);
