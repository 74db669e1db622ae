import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, release, totalmem, type } from "node:os";
import path from "node:path";
import { benchFolder, rootFolder } from "../measure/folders.js";

/** Where the figures come from. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /** Of Node and of every package that took part. */
  readonly versions: Readonly<Record<string, string>>;
}

const packages = [
  "wirepact",
  "socket.io",
  "socket.io-client",
  "fastify",
  "zod",
  "ws",
  "@trpc/server",
  "@orpc/server",
  "zod-sockets",
  "capnweb",
  "openapi-typescript",
  "esbuild",
];

/** Asks the system and the installed packages. */
export function readMachine(): Machine {
  const typescript = readVersion(path.join(rootFolder, "node_modules", "typescript", "package.json"));
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    versions: {
      node: process.versions.node,
      typescript,
      ...Object.fromEntries(packages.map((name) => [name, installedVersion(name)])),
    },
  };
}

/** A package's own description stands in the nearest `node_modules`, whether or not it exports it. */
function installedVersion(name: string): string {
  const require = createRequire(path.join(benchFolder, "package.json"));
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return readVersion(path.join(folder, name, "package.json"));
    } catch {
      // Not in this folder; the next one up.
    }
  }
  return "unknown";
}

function readVersion(file: string): string {
  const description: unknown = JSON.parse(readFileSync(file, "utf8"));
  const version =
    typeof description === "object" && description !== null && "version" in description
      ? description.version
      : undefined;
  return String(version);
}
