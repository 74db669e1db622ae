import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/failures.md", root), "utf8");
/** Lines of the tables, without their heads. */
const rows = page.split("\n").filter((line) => /^\| (?!fault )/.test(line));

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
