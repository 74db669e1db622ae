import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The generated module of a server that exports a channel's definition, wherever the generator puts it. */
export function findDefinition(serverFolder: string, channel: string): string {
  for (const file of readdirSync(serverFolder)) {
    const module = path.join(serverFolder, file);
    if (readFileSync(module, "utf8").includes(`export const ${channel}Definition`)) return module;
  }
  throw new Error(`No file in ${serverFolder} exports \`${channel}Definition\`.`);
}
