import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // The package's own names, straight from source; test/package proves the packed tarball.
    alias: {
      "wirepact/contract": source("contracts/dsl/index.ts"),
      "wirepact/server": source("server/runtime/index.ts"),
      "wirepact/cluster": source("server/runtime/serve-cluster/index.ts"),
      "wirepact/client": source("client/runtime/index.ts"),
      "wirepact/testing": source("testing/index.ts"),
      "wirepact/generator": source("generator/index.ts"),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of a test is waiting: for a process, a browser, a deadline.
    maxWorkers: 3,
    // The generator's bundle of contracts is run by Node itself, as it is outside of tests.
    server: { deps: { external: [/\/wirepact-[^/]+\/contracts\.mjs$/] } },
  },
});
