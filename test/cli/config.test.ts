import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { nearestName } from "../../generator/config/nearest-name.js";
import { makeProject, type Project } from "./project.js";

const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

async function load(files: Readonly<Record<string, string>>, named?: string) {
  const project = await makeProject(files);
  projects.push(project);
  return loadConfig(project.root, named);
}

describe("without a configuration file", () => {
  test("every default holds", async () => {
    const { root, config, problems } = await load({});
    expect(problems).toEqual([]);
    expect(config).toEqual({
      root,
      contracts: path.join(root, "contracts"),
      serverOutput: path.join(root, "server/generated"),
      handlers: path.join(root, "server/handlers"),
      publisher: false,
      warnings: { WP6001: "count", WP6002: "list" },
      clients: [{ output: path.join(root, "client/generated") }],
    });
  });
});

describe("a client of the configuration", () => {
  const config = (checks: string) => ({
    "wirepact.config.json": `{ "clients": [{ "output": "api", "checks": "${checks}" }] }`,
  });

  test.each(["small", "fast"])("may ask for %s checks", async (checks) => {
    const { config: resolved, problems } = await load(config(checks));
    expect(problems).toEqual([]);
    expect(resolved?.clients).toMatchObject([{ checks }]);
  });

  test("is told what checks there are", async () => {
    const { problems } = await load(config("quick"));
    expect(problems).toMatchObject([
      {
        code: "WP1006",
        message: "`clients[0].checks` is no choice there is",
        mend: 'make it `"small"` or `"fast"`',
      },
    ]);
  });
});

describe("a configuration file", () => {
  const options = `{ contracts: "spec", clients: [{ output: "../web/api", channels: ["chat"] }] }`;

  test.each([
    [
      "wirepact.config.ts",
      `import { defineConfig } from "wirepact/generator";\nexport default defineConfig(${options});`,
    ],
    ["wirepact.config.mts", `const config: object = ${options};\nexport default config;`],
    ["wirepact.config.js", `export default ${options};`],
    ["wirepact.config.mjs", `export default ${options};`],
    [
      "wirepact.config.json",
      `{ "contracts": "spec", "clients": [{ "output": "../web/api", "channels": ["chat"] }] }`,
    ],
  ])("is read from %s", async (file, text) => {
    const { root, config, problems, dependencies } = await load({ [file]: text });
    expect(problems).toEqual([]);
    expect(config?.contracts).toBe(path.join(root, "spec"));
    expect(config?.clients).toEqual([{ output: path.resolve(root, "../web/api"), channels: ["chat"] }]);
    expect(dependencies).toEqual([path.join(root, file)]);
  });

  test("may import other files and packages, and knows where it stands", async () => {
    const { root, config, dependencies } = await load({
      "wirepact.config.ts": `
        import { basename } from "node:path";
        import { z } from "zod";
        import { folder } from "./folder.js";
        export default { contracts: z.string().parse(folder) + basename(import.meta.url) };`,
      "folder.ts": `export const folder: string = "in-";`,
    });
    expect(config?.contracts).toBe(path.join(root, "in-wirepact.config.ts"));
    expect([...dependencies].sort()).toEqual([
      path.join(root, "folder.ts"),
      path.join(root, "wirepact.config.ts"),
    ]);
  });

  test("is loaded anew each time", async () => {
    const project = await makeProject({ "wirepact.config.js": `export default { contracts: "one" };` });
    projects.push(project);
    await loadConfig(project.root);
    await project.write("wirepact.config.js", `export default { contracts: "two" };`);
    const { config } = await loadConfig(project.root);
    expect(config?.contracts).toBe(path.join(project.root, "two"));
  });

  test("that is named is the root of all paths", async () => {
    const { config, root } = await load({ "deep/own.json": `{}` }, "deep/own.json");
    expect(path.basename(root)).toBe("deep");
    expect(config?.contracts).toBe(path.join(root, "contracts"));
  });
});

describe("a wrong configuration is told with place and mend", () => {
  const at = (line: number, column: number, file = "wirepact.config.ts") => ({ file, line, column });

  test("an unknown option, with the nearest one", async () => {
    const { config, problems } = await load({
      "wirepact.config.ts": `export default {\n  clients: [{ outptu: "web", output: "client/generated" }],\n};`,
    });
    expect(config).toBeUndefined();
    expect(problems).toEqual([
      {
        code: "WP1006",
        place: at(2, 15),
        message: "`clients[0].outptu` is no option",
        mend: "did you mean `output`?",
      },
    ]);
  });

  test("an unknown option that is near to none, with all of them", async () => {
    const { problems } = await load({ "wirepact.config.ts": `export default { plugins: [] };` });
    expect(problems).toMatchObject([
      {
        message: "`plugins` is no option",
        mend: "take it out; options here: `contracts`, `server`, `clients`, `warnings`",
      },
    ]);
  });

  test.each([
    [`export default { contracts: 5 };`, "`contracts` is a number"],
    [`export default { contracts: "" };`, "`contracts` is empty"],
    [`export default { server: "server" };`, "`server` is text"],
    [`export default { server: { handlers: true } };`, "`server.handlers` is a boolean"],
    [`export default { server: { publisher: "worker" } };`, "`server.publisher` is text"],
    [`export default { clients: { output: "web" } };`, "`clients` is an object"],
    [`export default { clients: [] };`, "`clients` is an empty list"],
    [`export default { clients: [{}] };`, "`clients[0]` has no `output`"],
    [`export default { clients: [{ output: "web", channels: "chat" }] };`, "`clients[0].channels` is text"],
    [`export default () => ({});`, "the configuration is a function"],
    [`export const config = {};`, "the configuration is `undefined`"],
    [
      `export default { server: { output: "x" }, clients: [{ output: "./x/" }] };`,
      "`clients[0].output` and `server.output` are one folder, `x`",
    ],
    [
      `export default { server: { handlers: "server/generated" } };`,
      "`server.handlers` and `server.output` are one folder, `server/generated`",
    ],
    [
      `export default { clients: [{ output: "contracts/client" }] };`,
      "`clients[0].output` is within the contracts, `contracts`",
    ],
    [
      `export default { contracts: "server/generated/spec" };`,
      "`contracts` is within `server.output`, `server/generated`",
    ],
    [`throw new Error("no luck");`, "the configuration could not be loaded: no luck"],
    [`export default {`, "the configuration does not load: Expected identifier but found end of file"],
    [
      `import "./nowhere.js"; export default {};`,
      'the configuration does not load: Could not resolve "./nowhere.js"',
    ],
  ])("%s", async (text, message) => {
    const { config, problems } = await load({ "wirepact.config.ts": text });
    expect(config).toBeUndefined();
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(problems).toMatchObject([{ code: "WP1006", place: { file: "wirepact.config.ts", line: 1 } }]);
    expect(problems[0]?.mend).not.toBe("");
  });

  test("JSON that does not parse", async () => {
    const { problems } = await load({ "wirepact.config.json": `{\n  "contracts": }` });
    expect(problems).toMatchObject([{ code: "WP1006", place: at(2, 16, "wirepact.config.json") }]);
  });

  test("two files at once", async () => {
    const { problems } = await load({ "wirepact.config.ts": "", "wirepact.config.json": "{}" });
    expect(problems).toMatchObject([
      {
        code: "WP1006",
        message: "`wirepact.config.ts` and `wirepact.config.json` both configure this project",
      },
    ]);
  });

  test("a named file that is not there", async () => {
    const { problems } = await load({}, "own.config.ts");
    expect(problems).toMatchObject([
      { code: "WP1006", message: "there is no configuration file `own.config.ts`" },
    ]);
  });
});

test("the nearest name is the one meant, or none", () => {
  const known = ["contracts", "server", "clients", "output", "channels"];
  expect(nearestName("outptu", known)).toBe("output");
  expect(nearestName("contract", known)).toBe("contracts");
  expect(nearestName("Client", known)).toBe("clients");
  expect(nearestName("x", known)).toBeUndefined();
  expect(nearestName("completely", known)).toBeUndefined();
});
