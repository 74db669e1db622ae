import { createRequire } from "node:module";
import { StartupError } from "../startup-error.js";

/**
 * Loads a package that only some apps need, and which they install themselves. At once, because `attachSockets` awaits
 * nothing.
 *
 * @param from - Where it is looked for.
 */
export function requirePeer(
  name: string,
  wanted: readonly string[],
  from: string = import.meta.url,
): unknown {
  const require = createRequire(from);
  try {
    return require(name);
  } catch (cause) {
    if (!isAbsent(cause, name)) throw cause;
    throw new StartupError(
      "WP_MISSING_PACKAGE",
      `\`${name}\` is not installed, and what is asked for needs it: \`npm install ${wanted.join(" ")}\`.`,
      { cause },
    );
  }
}

/** Not one that the package itself fails to find. */
function isAbsent(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "MODULE_NOT_FOUND" &&
    error.message.includes(`'${name}'`)
  );
}
