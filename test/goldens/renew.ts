/** Writes every golden anew: `npx tsx test/goldens/renew.ts`. Read the diff before it is committed. */

import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { goldensFolder, listGoldens, outputFolders, renderGolden } from "./render-golden.js";

for (const name of await listGoldens()) {
  const files = await renderGolden(name);
  for (const side of outputFolders) {
    await rm(path.join(goldensFolder, name, side), { recursive: true, force: true });
    await mkdir(path.join(goldensFolder, name, side), { recursive: true });
  }
  for (const [file, text] of files) await writeFile(path.join(goldensFolder, name, file), text);
}
