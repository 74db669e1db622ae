import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));
const cli = path.join(packageRoot, "dist/generator/cli.js");

/** What a command printed, and how it ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is still running. */
export interface RunningCommand {
  /** Settles when what was printed so far matches; rejects when the command ends first. */
  printed(pattern: RegExp): Promise<void>;
  /** What was printed so far, both streams. */
  text(): string;
  /** Forgets what was printed so far. */
  clear(): void;
  stop(signal: NodeJS.Signals): Promise<CommandResult>;
}

/** A folder of its own, with this package and zod installed in it. */
export interface Project {
  readonly root: string;
  /** Runs the built command line in it. */
  run(...args: readonly string[]): Promise<CommandResult>;
  start(...args: readonly string[]): RunningCommand;
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  /** Files below the root, sorted, `node_modules` left out. */
  files(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Makes a project with the given files; remove it when the test ends. */
export async function makeProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "wirepact-test-")));
  await mkdir(path.join(root, "node_modules"));
  for (const name of ["fastify", "socket.io", "socket.io-client", "zod"]) {
    await symlink(path.join(packageRoot, "node_modules", name), path.join(root, "node_modules", name), "dir");
  }
  await symlink(packageRoot, path.join(root, "node_modules", "wirepact"), "dir");
  const project: Project = {
    root,
    run: (...args) => collect(spawnCli(root, args)),
    start: (...args) => follow(spawnCli(root, args)),
    async write(file, text) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
    },
    read: (file) => readFile(path.join(root, file), "utf8"),
    async files() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"),
        )
        .filter((file) => !file.startsWith("node_modules/"))
        .sort();
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) {
    await project.write(file, text);
  }
  return project;
}

function spawnCli(cwd: string, args: readonly string[]) {
  const { FORCE_COLOR, ...env } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  return child;
}

type Child = ReturnType<typeof spawnCli>;

async function collect(child: Child): Promise<CommandResult> {
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { exitCode, stdout, stderr };
}

function follow(child: Child): RunningCommand {
  let text = "";
  let onText = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: string) => {
      text += chunk;
      onText();
    });
  }
  const ended = collect(child);
  return {
    text: () => text,
    clear() {
      text = "";
    },
    async printed(pattern) {
      const seen = new Promise<void>((resolve) => {
        onText = () => {
          if (pattern.test(text)) {
            resolve();
          }
        };
        onText();
      });
      const result = await Promise.race([seen, ended]);
      if (result !== undefined && !pattern.test(text)) {
        throw new Error(`it ended before it printed ${pattern}:\n${text}`);
      }
    },
    async stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
