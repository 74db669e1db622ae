import { describe, expect, test } from "vitest";
import type { Problem } from "../../generator/index.js";
import { formatProblems } from "../../generator/report/format-problems.js";
import { paintFor } from "../../generator/report/paint.js";

function streamWith(properties: object): NodeJS.WriteStream {
  // Only what `paintFor` looks at.
  return properties as NodeJS.WriteStream;
}

const plain = paintFor(streamWith({ isTTY: false }));

function problemAt(line: number, column: number): Problem {
  return { code: "WP2001", place: { file: "a.ts", line, column }, message: "wrong", mend: "Mend it." };
}

function linesOf(source: string, problem: Problem): readonly string[] {
  return formatProblems([problem], new Map([["a.ts", source]]), plain).split("\n");
}

describe("a problem in words", () => {
  test("has the offending line without its indentation, and a caret below the place", () => {
    expect(linesOf("one\n    two: three,\n", problemAt(2, 10))).toEqual([
      "a.ts:2:10  WP2001  wrong",
      "  2 │ two: three,",
      "    │      ^",
      "  mend: mend it",
      "",
      "1 problem; nothing was written.",
      "",
    ]);
  });

  test("keeps the caret in its column below tabs, and takes CRLF as one line end", () => {
    const [, line, caret] = linesOf("one\r\ntwo:\tthree,\r\n", problemAt(2, 6));
    expect([line, caret]).toEqual(["  2 │ two:\tthree,", "    │     \t^"]);
  });

  test("shows the part of a long line that it is about", () => {
    const [, line = "", caret = ""] = linesOf(`${"x".repeat(500)}HERE${"y".repeat(500)}`, problemAt(1, 501));
    expect(line.length).toBeLessThan(110);
    expect(line.slice(caret.indexOf("^"))).toMatch(/^HERE/);
  });

  test("goes without the line where the source is not known or the place lies outside it", () => {
    expect(linesOf("one\n", problemAt(7, 1))[1]).toBe("  mend: mend it");
    expect(formatProblems([problemAt(1, 1)], new Map(), plain)).not.toContain("│");
  });
});

describe("colour", () => {
  test("is used on a terminal that has it, and nowhere else", () => {
    const coloured = paintFor(streamWith({ isTTY: true, hasColors: () => true }));
    expect(coloured.bad("x")).toBe("\u001b[31mx\u001b[39m");
    expect(paintFor(streamWith({ isTTY: true, hasColors: () => false })).bad("x")).toBe("x");
    expect(plain.bad("x")).toBe("x");
  });
});
