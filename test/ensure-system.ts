/**
 * Brings in what the tests need beyond npm, before they run: Chromium, by the system's package manager. In CI
 * (`CI=true`) what cannot be brought in fails the run; elsewhere the page's tests are skipped and say why.
 */
import { spawnSync } from "node:child_process";
import { chromiumPath, isChromiumThere, missingChromium } from "./page/chromium.js";

if (!isChromiumThere()) {
  installChromium();
  if (!isChromiumThere()) {
    process.stderr.write(`\n${missingChromium}\n\n`);
    if (process.env.CI === "true") process.exit(1);
  }
}

function installChromium(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).error !== undefined) return;
  process.stdout.write(`Chromium is not at ${chromiumPath}; bringing it in with apt-get.\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { status } = spawnSync("apt-get", command, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return;
  }
}
