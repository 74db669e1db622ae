/**
 * Brings in what the tests need beyond npm, before they run: Chromium and Redis, by the system's package manager. In CI
 * (`CI=true`) what cannot be brought in fails the run; elsewhere the tests that need it are skipped and say why.
 */
import { spawnSync } from "node:child_process";
import { chromiumPath, isChromiumThere, missingChromium } from "./page/chromium.js";
import { isRedisThere, missingRedis, redisPath } from "./redis/redis-server.js";

const needs = [
  { name: "chromium", path: chromiumPath, isThere: isChromiumThere, missing: missingChromium },
  { name: "redis-server", path: redisPath, isThere: isRedisThere, missing: missingRedis },
];

const absent = needs.filter(({ isThere }) => !isThere());
if (absent.length > 0) install(absent);
const missing = absent.filter(({ isThere }) => !isThere());
for (const need of missing) process.stderr.write(`\n${need.missing}\n\n`);
if (missing.length > 0 && process.env.CI === "true") process.exit(1);

function install(packages: readonly { readonly name: string; readonly path: string }[]): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).error !== undefined) return;
  for (const { name, path } of packages) {
    process.stdout.write(`${name} is not at ${path}; bringing it in with apt-get.\n`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const names = packages.map(({ name }) => name);
  for (const command of [["update"], ["install", "--yes", "--no-install-recommends", ...names]]) {
    const { status } = spawnSync("apt-get", command, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return;
  }
}
