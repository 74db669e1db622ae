import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadContracts } from "../../generator/load/load-contracts.js";
import { type ContractProject, imports, openProject, problemLine } from "./contract-project.js";

let project: ContractProject | undefined;
const opened: ContractProject[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.remove()));
});

async function open(files: Readonly<Record<string, string>>) {
  project = await openProject(files);
  opened.push(project);
  return project;
}

async function load(files: Readonly<Record<string, string>>, timeoutMs?: number) {
  const project = await open(files);
  return loadContracts(project.config, timeoutMs === undefined ? {} : { timeoutMs });
}

async function linesOf(files: Readonly<Record<string, string>>, timeoutMs?: number) {
  return (await load(files, timeoutMs)).problems.map(problemLine);
}

describe("files of the contracts folder", () => {
  test("are found in folders below it, sorted, without tests, declarations and other projects", async () => {
    const { files, problems } = await load({
      "contracts/b.ts": `${imports} export const b = channel("/b");`,
      "contracts/a/deep.mts": "export const one = 1;",
      "contracts/c.js": "export const two = 2;",
      "contracts/b.test.ts": "throw new Error();",
      "contracts/types.d.ts": "declare const x: string;",
      "contracts/notes.md": "",
      "contracts/other/package.json": "{}",
      "contracts/other/x.ts": "throw new Error();",
      "contracts/dsl/tsconfig.json": "{}",
      "contracts/dsl/x.ts": "throw new Error();",
      "contracts/node_modules/x.ts": "throw new Error();",
    });
    expect(problems).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual([
      "contracts/a/deep.mts",
      "contracts/b.ts",
      "contracts/c.js",
    ]);
  });

  test("share the schemas that they import from one another, and the project's own zod", async () => {
    const { files, dependencies } = await load({
      "contracts/a.ts": `${imports} import { Id } from "./shared/id.js"; export const a = channel("/a", { auth: Id }); export { Id, z };`,
      "contracts/b.ts": `import { Id } from "./shared/id.js"; export { Id };`,
      "contracts/shared/id.ts": `import { z } from "zod"; import { length } from "../../length.js"; export const Id = z.string().max(length);`,
      "length.ts": "export const length = 3;",
    });
    const [a, b] = files;
    expect(a?.exports.Id).toBe(b?.exports.Id);
    expect(a?.imports).toEqual(new Map([["./shared/id.js", "contracts/shared/id.ts"]]));
    expect(dependencies.map((path) => path.slice(project?.config.root.length))).toEqual([
      "/contracts/a.ts",
      "/contracts/b.ts",
      "/contracts/shared/id.ts",
      "/length.ts",
    ]);
  });

  test("may import a package of the workspace that is TypeScript source", async () => {
    const project = await open({
      "contracts/a.ts": `${imports} import { Id } from "@acme/shared"; export const a = channel("/a", { auth: Id });`,
      "packages/shared/package.json": `{ "name": "@acme/shared", "type": "module", "exports": "./id.ts" }`,
      "packages/shared/id.ts": `import { z } from "zod"; export const Id: z.ZodString = z.string();`,
    });
    const { root } = project.config;
    await mkdir(join(root, "node_modules/@acme"));
    await symlink(join(root, "packages/shared"), join(root, "node_modules/@acme/shared"), "dir");
    const { problems, dependencies } = await loadContracts(project.config);
    expect(problems).toEqual([]);
    expect(dependencies).toContain(join(root, "packages/shared/id.ts"));
  });

  test("are run anew at each load", async () => {
    const first = await load({ "contracts/a.ts": `${imports} export const a = channel("/one");` });
    await project?.write({ "contracts/a.ts": `${imports} export const a = channel("/two");` });
    const second = project && (await loadContracts(project.config));
    expect([first, second].map((each) => each?.files[0]?.exports.a)).toMatchObject([
      { path: "/one" },
      { path: "/two" },
    ]);
  });
});

describe("a contract that cannot be loaded", () => {
  test("says that the folder is missing, is empty, or holds no channel", async () => {
    expect(await linesOf({})).toEqual(["WP1004 there is no folder `contracts`"]);
    expect(await linesOf({ "contracts/notes.md": "" })).toEqual(["WP1004 `contracts` holds no contract"]);
    expect(await linesOf({ "contracts/a.ts": "export const a = 1;" })).toEqual([
      "WP1004 no file in `contracts` exports a channel",
    ]);
  });

  test("says where its syntax is wrong, counting columns in UTF-16 units", async () => {
    expect(await linesOf({ "contracts/a.ts": `const a = 1;\nconst é = "é" "x";` })).toEqual([
      'contracts/a.ts:2:15 WP1001 Expected ";" but found "\\"x\\""',
    ]);
  });

  test("says which import leads nowhere, and keeps its files watched", async () => {
    const { problems, dependencies } = await load({
      "contracts/a.ts": `import "./b.js";\nimport { x } from "./nope.js";\nimport "not-there";\nexport { x };`,
      "contracts/b.ts": "",
    });
    expect(problems.map(problemLine)).toEqual([
      "contracts/a.ts:2:19 WP1002 the import `./nope.js` leads nowhere",
      "contracts/a.ts:3:8 WP1002 the import `not-there` leads nowhere",
    ]);
    expect(problems[1]?.mend).toContain("npm install not-there");
    expect(dependencies).toHaveLength(2);
  });

  test("says where what is of wirepact comes from", async () => {
    const { problems } = await load({
      "contracts/a.ts": `import "wirepact";\nimport "wirepact/contracts";`,
    });
    const words = "import from `wirepact/contract`, which has all that a contract is written in";
    expect(problems.map(({ mend }) => mend)).toEqual([words, words]);
  });

  test("says how to mend a name that is not there, and a method", async () => {
    const mendOf = async (text: string) => {
      const { problems } = await load({ "contracts/a.ts": text });
      return problems.map(({ message, mend }) => `${message.split(": ")[1]}; ${mend}`);
    };
    const use = `import { channel } from "wirepact/contract"; export const a = channel("/a", { auth:`;
    expect(await mendOf(`${use} z.object({}) });`)).toEqual([
      'z is not defined; import it: `import { z } from "zod";`',
    ]);
    expect(await mendOf(`${use} evnt() });`)).toEqual([
      "evnt is not defined; write `event`, or import `evnt`",
    ]);
    expect(await mendOf(`${use} Person });`)).toEqual([
      "Person is not defined; import it, declare it, or correct the name",
    ]);
    // The bundle's own name for `z` is none that the author knows.
    const twice = `import { z } from "zod"; export const b = z.string().optinal();`;
    const { problems } = await load({
      "contracts/a.ts": twice,
      "contracts/b.ts": `import { z } from "zod"; export const c = z.string();`,
    });
    expect(problems).toMatchObject([
      {
        message: "the contract throws when it is loaded: `optinal` is not a function",
        mend: "correct the name `optinal`",
      },
    ]);
  });

  test("says which name another file or a package does not export", async () => {
    expect(
      await linesOf({
        "contracts/a.ts": `import { x } from "./b.js"; export const y = x;`,
        "contracts/b.ts": "",
      }),
    ).toEqual(["contracts/a.ts:1:10 WP1002 `contracts/b.ts` exports nothing that is called `x`"]);
    expect(
      await linesOf({
        "contracts/a.ts": `import { chanel } from "wirepact/contract";\nexport const c = chanel("/");`,
      }),
    ).toEqual([
      "contracts/a.ts:1:10 WP1002 a package that the contracts import exports nothing that is called `chanel`",
    ]);
  });

  test("may re-export a type without saying that it is one", async () => {
    expect(
      await linesOf({
        "contracts/a.ts": `${imports} import { T } from "./b.js"; export { T }; export * from "./b.js"; export const a = channel("/" as T);`,
        "contracts/b.ts": "export type T = string;",
      }),
    ).toEqual([]);
  });

  test("says where it throws, in its own lines", async () => {
    expect(
      await linesOf({
        "contracts/a.ts": `interface Gone { a: string }\n\nfunction boom(): never {\n  throw new Error("no env");\n}\nexport const a = boom();`,
      }),
    ).toEqual(["contracts/a.ts:4:9 WP1003 the contract throws when it is loaded: no env"]);
    expect(await linesOf({ "contracts/a.ts": `throw "text";` })).toEqual([
      "WP1003 the contract throws when it is loaded: text",
    ]);
  });

  test("is given up when a top-level await never ends", async () => {
    expect(await linesOf({ "contracts/a.ts": "await new Promise(() => {});\nexport {};" }, 50)).toEqual([
      "WP1003 the contracts did not finish loading within 0.05 s",
    ]);
  });
});
