import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A guide's code blocks as a project. */
export interface GuideProject {
  /** First lines of the blocks that say neither which file they are nor where they belong. */
  readonly homeless: readonly string[];
  /** What the compiler says of it: nothing, where all is well. */
  compile(): Promise<string>;
  /** What Node's test runner says of a file of tests. */
  test(file: string): Promise<string>;
  remove(): void;
}

/** A function around a fragment. */
interface Surroundings {
  readonly parameter: string;
  readonly imports: string;
}

/** By the first line of a fragment, which says where it belongs. */
const surroundings: Readonly<Record<string, Surroundings>> = {
  "in a handler": {
    parameter: "context: ChatContext<{ name: string }>",
    imports: 'import type { ChatContext } from "../server/generated/chat.js";',
  },
  "outside of handlers": {
    parameter: "app: FastifyInstance",
    imports: 'import type { FastifyInstance } from "fastify";\nimport "../server/generated/sockets.js";',
  },
  "on the client": {
    parameter: "chat: ChatClient",
    imports: 'import type { ChatClient } from "../client/generated/chat.js";',
  },
};

/**
 * Writes the blocks of a guide: those that begin with a path go there, those that begin with a place into a function of
 * that place. The guide's contract has to export `chat`.
 */
export async function writeGuideProject(document: string, name: string): Promise<GuideProject> {
  // Within the repository and outside node_modules, so that `wirepact/…` is the package itself, as an installing project sees it.
  const folder = join(root, "test/.tmp", name);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  remove();
  const homeless: string[] = [];
  for (const [index, { first, code }] of blocksOf(document).entries()) {
    const given = surroundings[first];
    if (/\.ts$/.test(first)) write(first, code);
    else if (given === undefined) homeless.push(first);
    else {
      const { imports, parameter } = given;
      write(
        `fragments/${index}.ts`,
        `${imports}\n\nexport async function fragment(${parameter}) {\n${code}}\n`,
      );
    }
  }
  write(
    "tsconfig.json",
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: { composite: false, noEmit: true, lib: ["ES2023", "DOM"], types: ["node"] },
    }),
  );
  await run(process.execPath, [join(root, "dist/generator/cli.js"), "generate"], { cwd: folder });
  const compile = async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const failed = (error: { readonly stdout: string }) => error;
    const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: folder }).catch(failed);
    return stdout;
  };
  const test = async (file: string) => {
    const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
    const { stdout } = await run(process.execPath, [tsx, "--test", "--test-reporter=tap", file], {
      cwd: folder,
    }).catch((error: { readonly stdout: string }) => error);
    return stdout;
  };
  return { homeless, compile, test, remove };
}

/** The TypeScript blocks of a document, and what the comment of each one's first line says. */
function blocksOf(document: string): { readonly first: string; readonly code: string }[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```ts\n(.*)\n([\s\S]*?)^```$/gm)].map(([, first = "", code = ""]) => ({
    first: first.replace(/^\/\/ /, "").replace(/:$/, ""),
    code,
  }));
}
