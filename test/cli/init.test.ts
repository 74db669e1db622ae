import { afterEach, describe, expect, test } from "vitest";
import { readOwnPackage } from "../../generator/init/own-package.js";
import { makeProject, type Project } from "./project.js";

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

const files = [
  ".gitignore",
  "README.md",
  "client/main.ts",
  "contracts/lobby.ts",
  "package.json",
  "server/handlers/lobby.ts",
  "server/main.ts",
  "test/lobby.test.ts",
  "tsconfig.json",
];

describe("wirepact init", () => {
  test("puts a project into an empty folder and says what to do next", async () => {
    const made = await project();
    const { exitCode, stdout, stderr } = await made.run("init");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("npm install && npm start");
    expect(await made.files()).toEqual(files);
    expect(await made.read(".gitignore")).toContain("node_modules/");
  });

  test("makes the folder that it is given, and names the project for it", async () => {
    const made = await project();
    const { stdout } = await made.run("init", "My Chat");
    expect(stdout).toContain('cd "My Chat" && npm install && npm start');
    expect(await made.files()).toEqual(files.map((file) => `My Chat/${file}`));
    expect(JSON.parse(await made.read("My Chat/package.json"))).toMatchObject({
      name: "my-chat",
      type: "module",
    });
  });

  test("takes the versions that this package is tested with", async () => {
    const made = await project();
    await made.run("init");
    const { dependencies, devDependencies } = JSON.parse(await made.read("package.json"));
    const own: Readonly<Record<string, string>> = packageFile.devDependencies;
    expect(dependencies).toEqual({
      fastify: `^${own.fastify}`,
      wirepact: `^${packageFile.version}`,
      zod: `^${own.zod}`,
    });
    expect(devDependencies).toEqual({
      "@types/node": `^${own["@types/node"]}`,
      tsx: `^${own.tsx}`,
      typescript: `^${own.typescript}`,
    });
  });

  test("writes nothing where it would overwrite, and lists the files", async () => {
    const made = await project({ "server/main.ts": "mine", "tsconfig.json": "{}", "other.txt": "" });
    const { exitCode, stdout, stderr } = await made.run("init");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("server/main.ts\n  tsconfig.json\n");
    expect(stderr).not.toContain("other.txt");
    expect(await made.files()).toEqual(["other.txt", "server/main.ts", "tsconfig.json"]);
    expect(await made.read("server/main.ts")).toBe("mine");
  });

  test("adds to a package.json and keeps all that is in it", async () => {
    const made = await project({
      "package.json": JSON.stringify({
        name: "mine",
        scripts: { start: "node .", test: "vitest" },
        dependencies: { wirepact: "file:../wirepact.tgz", typescript: "5.9.3" },
      }),
      "README.md": "mine",
      ".gitignore": "mine",
    });
    const { exitCode, stdout } = await made.run("init");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("kept as it was: .gitignore\n  kept as it was: README.md\n");
    expect(stdout).toContain("kept as it was: the script `start` (wirepact's would be `tsx server/main.ts`)");
    const merged = JSON.parse(await made.read("package.json"));
    expect(merged).toMatchObject({
      name: "mine",
      type: "module",
      scripts: { start: "node .", test: "vitest", generate: "wirepact generate" },
      dependencies: {
        wirepact: "file:../wirepact.tgz",
        typescript: "5.9.3",
        zod: expect.stringMatching(/^\^4/),
      },
    });
    expect(merged.devDependencies).not.toHaveProperty("typescript");
    expect(await made.read("README.md")).toBe("mine");
  });

  test("puts its own test in the place of the one that `npm init` makes up", async () => {
    const scripts = { test: 'echo "Error: no test specified" && exit 1' };
    const made = await project({ "package.json": JSON.stringify({ scripts }) });
    expect((await made.run("init")).exitCode).toBe(0);
    expect(JSON.parse(await made.read("package.json")).scripts.test).toBe("tsx --test test/*.test.ts");
  });

  test.each([
    [
      `{ "type": "commonjs" }`,
      'package.json has `"type": "commonjs"`; the project needs `"type": "module"`.\n  mend: run `npm pkg set type=module`',
    ],
    [`[]`, "package.json is no JSON object"],
    [`{`, "package.json is no JSON object"],
  ])("refuses the package.json %s and writes nothing", async (text, message) => {
    const made = await project({ "package.json": text });
    const { exitCode, stderr } = await made.run("init");
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
    expect(await made.files()).toEqual(["package.json"]);
  });
});
