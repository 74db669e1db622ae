import { afterEach, describe, expect, test, vi } from "vitest";
import { makeProject, type Project } from "./project.js";

// Each test starts a program or two, on a machine that may have much to do.
vi.setConfig({ testTimeout: 60_000 });

const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

const contract = `import { call, channel, event } from "wirepact/contract";
import { z } from "zod";
export const chat = channel("/chat", {
  clientToServer: {
    post: call({ input: z.object({ text: z.string(), code: z.string().regex(/^(a+)+$/) }) }),
    typing: event(z.object({ to: z.array(z.int()) })),
  },
});
`;

async function project(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const made = await makeProject({ "contracts/chat.ts": contract, ...files });
  projects.push(made);
  return made;
}

const counted =
  "note: 2 payloads of clients have no maximum but the app's limits (WP6001): `npx wirepact generate --warnings` lists them\n";
const doubling = `contracts/chat.ts:5:54  warning WP6002  \`chat.post\`: input.code has the pattern \`^(a+)+$\`: each "a" more in a text that does not match doubles the time to find that out
  5 │ post: call({ input: z.object({ text: z.string(), code: z.string().regex(/^(a+)+$/) }) }),
    │                                                  ^
  mend: write it so that a text is taken in one way only: no quantifier around what has one and no sign between (\`^a+$\` for \`^(a+)+$\`), no two alternatives that begin alike

`;

describe("warnings", () => {
  test("are printed with their line, or counted, and stop nothing", async () => {
    const made = await project();
    const { exitCode, stdout, stderr } = await made.run("generate", "--no-typecheck");
    expect(stderr).toBe(doubling + counted);
    expect(stdout).toContain("files written");
    expect(exitCode).toBe(0);
  });

  test("are printed by a run that finds nothing to do, and by `--check`", async () => {
    const made = await project({ "wirepact.config.json": '{ "server": { "handlers": false } }' });
    await made.run("generate");
    await made.run("generate");
    const cached = await made.run("generate");
    expect(cached).toMatchObject({ exitCode: 0, stderr: doubling + counted });
    const check = await made.run("generate", "--check");
    expect(check).toMatchObject({ exitCode: 0, stderr: doubling + counted });
  });

  test("are all listed with `--warnings`", async () => {
    const made = await project();
    const { exitCode, stderr } = await made.run("generate", "--no-typecheck", "--warnings");
    expect(stderr.match(/\S+ +warning WP\d{4}/g)).toEqual([
      "contracts/chat.ts:5:25  warning WP6001",
      "contracts/chat.ts:5:54  warning WP6002",
      "contracts/chat.ts:6:19  warning WP6001",
    ]);
    expect(stderr).not.toContain("note:");
    expect(exitCode).toBe(0);
  });

  test("fail a strict run, whatever was found before", async () => {
    const made = await project({ "wirepact.config.json": '{ "server": { "handlers": false } }' });
    await made.run("generate");
    await made.run("generate");
    for (const mode of [[], ["--check"]]) {
      const { exitCode, stderr } = await made.run("generate", "--strict", ...mode);
      expect(stderr).toContain("3 problems; nothing was written.");
      expect(stderr).not.toContain("warning");
      expect(exitCode).toBe(1);
    }
  });

  test("leave the model on the output alone", async () => {
    const made = await project();
    const { stdout, stderr } = await made.run("generate", "--print-model");
    expect(JSON.parse(stdout)).toHaveProperty("channels");
    expect(stderr).toBe(doubling + counted);
  });
});
