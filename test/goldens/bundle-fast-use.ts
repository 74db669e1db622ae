import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { goldensFolder } from "./render-golden.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Bundles a golden's `use.ts` with the fast client in the place of the small one, and gives the module's path. */
export async function bundleFastUse(name: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [path.join(goldensFolder, name, "use.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    alias: {
      "wirepact/contract": path.join(root, "contracts/dsl/index.ts"),
      "wirepact/server": path.join(root, "server/runtime/index.ts"),
      "wirepact/client": path.join(root, "client/runtime/index.ts"),
    },
    plugins: [
      {
        name: "fast-client",
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/client\// }, ({ path: wanted, resolveDir }) => ({
            path: path.join(resolveDir, wanted.replace("./client/", "fast-client/").replace(/\.js$/, ".ts")),
          }));
        },
      },
    ],
  });
  return outfile;
}
