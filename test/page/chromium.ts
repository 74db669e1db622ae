import { accessSync, constants } from "node:fs";
import type { Browser } from "playwright-core";

/** Where the browser is; `CHROMIUM_PATH` says otherwise. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** What to do where there is none. */
export const missingChromium =
  `MISSING: Chromium at ${chromiumPath}; the tests of the page cannot run without it. ` +
  "Get it with `apt-get update && apt-get install chromium` as root, or set CHROMIUM_PATH to yours.";

export function isChromiumThere(): boolean {
  try {
    accessSync(chromiumPath, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: for the tests that is the same.
    return false;
  }
}

export async function launchChromium(): Promise<Browser> {
  // Loaded only here: whoever asks whether there is a browser does not wait for it.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
