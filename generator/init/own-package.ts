import { readFileSync } from "node:fs";
import path from "node:path";
import { findPackageRoot } from "./package-root.js";

/** What of this package's own package.json is used at run time. */
export interface OwnPackage {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Reads this package's own package.json. */
export function readOwnPackage(): OwnPackage {
  // Written by ourselves and checked before it is published.
  return JSON.parse(readFileSync(path.join(findPackageRoot(), "package.json"), "utf8")) as OwnPackage;
}
