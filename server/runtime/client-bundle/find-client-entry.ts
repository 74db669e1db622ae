import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartupError } from "../startup-error.js";
import type { ClientEntry } from "./bundle-client.js";

/** A generated `connect…` function; nothing else that a generated client exports is for pages. */
const connector = /^export function (connect\w+)\(/gm;

/**
 * What is to be bundled. For a folder of generated clients that is a module of its `connect…` functions.
 *
 * @param enginePath - Socket.IO's path on this server, which those functions are set to.
 */
export async function findClientEntry(from: string | URL, enginePath: string): Promise<ClientEntry> {
  const place = resolve(typeof from === "string" && !from.startsWith("file:") ? from : fileURLToPath(from));
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) {
    throw new StartupError(
      "WP_CLIENT_NOT_FOUND",
      `\`client.from\`: there is no \`${place}\`. Run \`npx wirepact generate\`, or name the folder that it writes clients to.`,
    );
  }
  if (!found.isDirectory()) return { place };
  const lines: string[] = [];
  for (const file of (await readdir(place)).sort()) {
    if (!/(?<!\.d)\.[jt]s$/.test(file)) continue;
    const text = await readFile(join(place, file), "utf8");
    for (const [, name = ""] of text.matchAll(connector)) lines.push(...connect(name, file, enginePath));
  }
  if (lines.length > 0) return { place, text: lines.join("\n") };
  throw new StartupError(
    "WP_CLIENT_EMPTY",
    `\`client.from\`: no generated client is in \`${place}\`. Run \`npx wirepact generate\`, or name the folder that it writes clients to.`,
  );
}

function connect(name: string, file: string, enginePath: string): string[] {
  return [
    `import { ${name} as ${name}To } from ${JSON.stringify(`./${file}`)};`,
    `export const ${name} = (url, options) =>`,
    `  ${name}To(url, { ...options, path: options?.path ?? ${JSON.stringify(enginePath)} });`,
  ];
}
