import { type PatternPart, parsePattern } from "./parse-pattern.js";

/** Whether a pattern takes the whole of a text, and texts of some length at most. */
export function hasLongest(source: string, flags = ""): boolean {
  const { pattern } = parsePattern(source, flags);
  // Of `^a|b$` each side is held at one end only; with flag `m` a line's ends are meant.
  return (
    pattern.kind === "sequence" &&
    isAssertion(pattern.parts[0], "^") &&
    isAssertion(pattern.parts.at(-1), "$") &&
    !flags.includes("m") &&
    pattern.parts.every(hasEnd)
  );
}

function isAssertion(part: PatternPart | undefined, text: string): boolean {
  return part?.kind === "assertion" && part.text === text;
}

function hasEnd(part: PatternPart): boolean {
  switch (part.kind) {
    case "atom":
      return true;
    case "assertion":
      // What a reference repeats has its length, which may be any.
      return !/^\\[\dk]/.test(part.text);
    case "repeat":
      return part.max !== Number.POSITIVE_INFINITY && hasEnd(part.part);
    default:
      return part.parts.every(hasEnd);
  }
}
