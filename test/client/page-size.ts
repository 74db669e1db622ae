import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { emitClient } from "../../generator/emit/emit-client.js";
import { readFiles } from "../read/contract-project.js";
import { type RealisticContract, realisticContract } from "./realistic-contract.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a page weighs: bytes of its gzipped, minified script. */
export interface PageSize {
  /** Socket.IO's client and calls that check nothing. */
  readonly bareBytes: number;
  /** The generated client, validators included. */
  readonly clientBytes: number;
  /** Minified bytes of each of our files in the page. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Builds the page of a contract with so many calls, and the same page over bare socket.io-client. */
export async function measurePage(calls: number): Promise<PageSize> {
  const contract = realisticContract(calls);
  const { model } = await readFiles(contract.files);
  const generated = new Map(emitClient(model, { toRoot: "../.." }).map(({ path, text }) => [path, text]));
  const bare = await bundle(barePage(contract), generated);
  const client = await bundle(clientPage(contract), generated);
  return { bareBytes: bare.bytes, clientBytes: client.bytes, parts: client.parts };
}

function barePage({ channels }: RealisticContract): string {
  const lines = channels.flatMap(({ name, calls }) => [
    `const ${name} = io("/${name}");`,
    ...calls.map((call) => `page.${call} = (input) => ${name}.emitWithAck("${call}", input);`),
  ]);
  return ['import { io } from "socket.io-client";', "const page = (globalThis.page = {});", ...lines].join(
    "\n",
  );
}

function clientPage({ channels }: RealisticContract): string {
  const imports = channels.map(
    ({ name }) => `import { connect${pascal(name)} } from "generated/${name}.ts";`,
  );
  const lines = channels.flatMap(({ name, calls }) => [
    `const ${name} = connect${pascal(name)}("/");`,
    ...calls.map((call) => `page.${call} = ${name}.call.${call};`),
  ]);
  return [...imports, "const page = (globalThis.page = {});", ...lines].join("\n");
}

function pascal(name: string): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

async function bundle(
  contents: string,
  generated: ReadonlyMap<string, string>,
): Promise<{ bytes: number; parts: Readonly<Record<string, number>> }> {
  const result = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    alias: { "wirepact/client": `${root}client/runtime/index.ts` },
    plugins: [
      {
        name: "generated",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^generated\// }, ({ path }) => ({ path, namespace: "generated" }));
          onResolve({ filter: /^\.\//, namespace: "generated" }, ({ path }) => ({
            path: `generated/${path.slice(2).replace(/\.js$/, ".ts")}`,
            namespace: "generated",
          }));
          onLoad({ filter: /^generated\//, namespace: "generated" }, ({ path }) => ({
            contents: generated.get(path.slice("generated/".length)) ?? "",
            loader: "ts",
            resolveDir: root,
          }));
        },
      },
    ],
  });
  const text = result.outputFiles[0]?.contents ?? new Uint8Array();
  const parts = Object.values(result.metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput] as const),
  );
  const ours = parts.filter(([file, bytes]) => !file.includes("node_modules") && bytes > 0);
  return { bytes: gzipSync(text, { level: 9 }).length, parts: Object.fromEntries(ours) };
}
