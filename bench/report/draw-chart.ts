import type { Results } from "./save-results.js";

/** Results → an SVG chart. */
export function drawChart(_results: Results): string {
  return "";
}
