import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findDoubling } from "../../generator/check/pattern/find-doubling.js";
import { hasLongest } from "../../generator/check/pattern/has-longest.js";

describe("a pattern's time doubles", () => {
  test.each([
    [/^(a+)+$/, "a"],
    [/^(a*)*$/, "a"],
    [/^(a|a)*$/, "aa"],
    [/^(a|[a-z])+!/, "aa"],
    [/^(\w+\s?)*$/, "a"],
    [/^(.*,)*x/, ",a"],
    [/^(\d{1,3})+$/, "11"],
    [/^([a-z]{1,20}){1,20}$/, "a"],
    [/^(([a-z])+.)+[A-Z]([a-z])+$/, "aa"],
    [/^(?=(x+)+y)/, "x"],
    [/^(?<word>é+)+$/u, "é"],
    [{ source: "^(?:[[a-z]--b]+)+$", flags: "v" }, "a"],
    [/^(?:A|a)+$/i, "aa"],
  ] as const)("%s, with each %j", (pattern, text) => {
    expect(findDoubling(pattern)).toBe(text);
  });

  test("and so it does in Node", () => {
    // In units of the shorter one: a machine that is slow is so for both.
    const time = (count: number) => {
      const text = `${"a".repeat(count)}!`;
      const runs = [1, 2, 3].map(() => {
        const startedAt = performance.now();
        /^(a+)+$/.test(text);
        return performance.now() - startedAt;
      });
      return Math.min(...runs);
    };
    expect(time(23) / time(17)).toBeGreaterThan(8);
  });

  test.each([
    /^[a-z]+(-[a-z]+)*$/,
    /^(?:[A-Za-z]+\.)+[a-z]{2,}$/,
    /^(\d{1,3},)*$/,
    /^(\d{3})+$/,
    /^(a+)+/,
    /^(?=.*\d)(?=.*[a-z]).{8,}$/,
    /^[[\]()|]+$/,
    /^\[(?:[^\][\\]|\\.)*\]$/,
    /^(?:"(?:[^"\\]|\\.)*"|\d+)(?:,(?:"(?:[^"\\]|\\.)*"|\d+))*$/,
    /\s+$/,
    /^[a-f0-9]{64}$/,
    new RegExp(`^${"(?:ab|cd)*x".repeat(200)}$`),
  ])("not of %s", (pattern) => {
    expect(findDoubling(pattern)).toBeUndefined();
  });

  test("of none that zod has", () => {
    const patterns = Object.values(z.regexes).filter((value) => value instanceof RegExp);
    expect(patterns.length).toBeGreaterThan(20);
    expect(patterns.filter((pattern) => findDoubling(pattern) !== undefined)).toEqual([]);
  });
});

test.each([
  [/^[a-z]{2,8}$/, true],
  [/^(?:a|bc)d?$/, true],
  [/^a+$/, false],
  [/^a{2,}$/, false],
  [/a$/, false],
  [/^a/, false],
  [/^a\$/, false],
  [/^a|b$/, false],
  [/^(.{3})\1$/, false],
])("whether texts of %s have a longest: %s", (pattern, expected) => {
  expect(hasLongest(pattern.source)).toBe(expected);
});
