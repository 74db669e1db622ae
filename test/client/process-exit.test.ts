import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { startPlainServer } from "./plain-server.js";

it("lets the process end by itself once every client is closed", async () => {
  const server = await startPlainServer();
  const script = fileURLToPath(new URL("exits.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, server.url], {
    timeout: 15_000,
  });
  expect(stdout).toBe("done\n");
  await server.close();
});
