import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/failures.md", root), "utf8");
/** What stands ahead of the figures: lines of the tables, without their heads. */
const rows = (page.split("\n## Figures\n")[0] ?? "")
  .split("\n")
  .filter((line) => /^\| (?!fault )/.test(line));

it("has a line for each fault", () => {
  expect(rows.length).toBeGreaterThan(20);
});

it.each(rows.map((row) => [row.split("|")[1]?.trim(), row] as const))(
  "%s: names tests that exist",
  (_fault, row) => {
    const named = [...row.matchAll(/`(test\/[^`]+\.test\.ts)` "([^"]+)"/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = "", title = ""] of named) {
      expect(readFileSync(new URL(file, root), "utf8")).toContain(JSON.stringify(title));
    }
  },
);

it("has figures that a command renews which there is", () => {
  const scripts = readFileSync(new URL("package.json", root), "utf8");
  const commands = [...page.matchAll(/`npm run (faults|soak)\b/g)].map(([, name]) => name);
  expect(new Set(commands)).toEqual(new Set(["faults", "soak"]));
  for (const command of commands) expect(scripts).toContain(`"${command}": `);
});
