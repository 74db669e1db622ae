import { fullScale, quickScale, type Scale, smokeScale } from "./measure/scale.js";
import { parts } from "./parts.js";
import { printPart } from "./report/print-part.js";
import { saveResults } from "./report/save-results.js";

const args = process.argv.slice(2);
const scale = scaleOf(args);
const wanted = args.filter((arg) => !arg.startsWith("--"));
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`No part \`${unknown.join("`, `")}\`: there are ${Object.keys(parts).join(", ")}.\n`);
  process.exit(1);
}

const started = performance.now();
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const partStarted = performance.now();
  const result = await measure(scale);
  process.stdout.write(printPart(result));
  process.stdout.write(`(${name}: ${secondsSince(partStarted)} s)\n`);
  // After each part: a run that is cut short keeps what it has found. A smoke test finds nothing.
  if (scale.name !== "smoke") await saveResults(result, scale);
}
process.stdout.write(`\n${secondsSince(started)} s\n`);

function scaleOf(flags: readonly string[]): Scale {
  if (flags.includes("--smoke")) return smokeScale;
  return flags.includes("--full") ? fullScale : quickScale;
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1_000).toFixed(1);
}
