import { createRequire } from "node:module";
import { WebSocketServer } from "ws";
import { StartupError } from "./startup-error.js";

/** Oldest `ws` that ends a connection whose pings it cannot answer any more; earlier ones buffer pongs without end. */
const oldest = [8, 23] as const;

/**
 * The WebSocket server that Engine.IO is given in place of its own older copy.
 *
 * @param version - Of the `ws` that is loaded; an override of the project's may have put another one there.
 * @throws {@link StartupError} `WP_OLD_WS`.
 */
export function websocketEngine(version: string = loadedVersion()): typeof WebSocketServer {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new StartupError(
      "WP_OLD_WS",
      `\`ws\` ${version} is loaded, on which one client can fill the server's memory with pings: take out what holds it back (\`npm ls ws\`), ${oldest.join(".")} is the oldest that may serve.`,
    );
  }
  return WebSocketServer;
}

function loadedVersion(): string {
  const manifest: { readonly version: string } = createRequire(import.meta.url)("ws/package.json");
  return manifest.version;
}
