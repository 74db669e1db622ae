import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { readOwnPackage } from "../../generator/init/own-package.js";
import { makeProject, type Project } from "./project.js";

const cli = fileURLToPath(new URL("../../dist/generator/cli.js", import.meta.url));
const packageFile = readOwnPackage();
const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

async function project(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const made = await makeProject(files);
  projects.push(made);
  return made;
}

describe("the command line", () => {
  test("prints its version", async () => {
    const { run } = await project();
    expect(await run("--version")).toEqual({ exitCode: 0, stdout: `${packageFile.version}\n`, stderr: "" });
  });

  test("lists commands and exit codes in its help", async () => {
    const { run } = await project();
    const { exitCode, stdout } = await run("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("init [folder]");
    expect(stdout).toContain("generate [options]");
    expect(stdout).toContain("Exit codes: 0 fine, 1 problems or files out of date, 2 wrong command line.");
  });

  test("lists the options of a command in its help", async () => {
    const { run } = await project();
    const { exitCode, stdout } = await run("generate", "--help");
    expect(exitCode).toBe(0);
    for (const flag of ["--watch", "--check", "--print-model", "--config <file>", "--no-typecheck"]) {
      expect(stdout).toContain(flag);
    }
  });

  test("ends quietly when nobody reads to the end", async () => {
    const child = spawn(process.execPath, [cli, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    const stderr = await text(child.stderr);
    expect(stderr).toBe("");
    expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(0);
  });

  test.each([
    [["generat"], "error: unknown command 'generat'\n(Did you mean generate?)"],
    [["generate", "--chek"], "error: unknown option '--chek'\n(Did you mean --check?)"],
    [["generate", "--watch", "--check"], "error: --watch and --check exclude one another"],
    [["generate", "chat"], "error: too many arguments for 'generate'"],
    [["generate", "--config"], "error: option '-c, --config <file>' argument missing"],
  ])("answers %j with what is wrong, and exits 2", async (args, message) => {
    const { run } = await project();
    const { exitCode, stdout, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(exitCode).toBe(2);
  });

  test("without a command prints its help and exits 2", async () => {
    const { run } = await project();
    const { exitCode, stderr } = await run();
    expect(stderr).toContain("Usage: wirepact");
    expect(exitCode).toBe(2);
  });
});
