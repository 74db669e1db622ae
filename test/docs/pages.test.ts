import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { isChromiumThere, launchChromium } from "../page/chromium.js";
import { compile, testProject, tsx } from "./docs-project.js";

const mayRun = isChromiumThere() || process.env.CI === "true";

it("compiles as it stands", async () => {
  expect(await compile(await testProject("pages-types", "README.md", "docs/pages.md"))).toBe("");
}, 180_000);

it.skipIf(!mayRun)(
  "runs as it stands: the page in a browser hears what it posts",
  async () => {
    const project = await testProject("pages", "README.md", "docs/pages.md");
    const server = spawn(process.execPath, [tsx, "server/page.ts"], {
      cwd: project,
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const browser = await launchChromium();
    try {
      const [address] = (await once(server.stdout, "data")) as [Buffer];
      const page = await browser.newPage();
      await page.goto(address.toString().trim());
      await page.getByText("Ada: hi").waitFor();
    } finally {
      await browser.close();
      await end(server);
    }
  },
  180_000,
);

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
}
