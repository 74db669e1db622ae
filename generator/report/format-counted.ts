import type { Warning } from "../model/index.js";
import type { Paint } from "./paint.js";

/** One line for warnings that are only counted; undefined where there is none. So far these are of one code. */
export function formatCounted(warnings: readonly Warning[], paint: Paint): string | undefined {
  if (warnings.length === 0) return undefined;
  const payloads = warnings.length === 1 ? "1 payload" : `${warnings.length} payloads`;
  const have = warnings.length === 1 ? "has" : "have";
  return `${paint.strong("note:")} ${payloads} of clients ${have} no maximum but the app's limits (WP6001): \`npx wirepact generate --warnings\` lists them`;
}
