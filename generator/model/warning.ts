import type { Place } from "./place.js";

/** Something in a contract that code can be generated for, and that its author should know of. */
export interface Warning {
  /** Stable: an entry of docs/errors.md. */
  readonly code: WarningCode;
  readonly place?: Place;
  /** What may go wrong, by name. */
  readonly message: string;
  /** An edit. */
  readonly mend: string;
}

/**
 * Every warning that the generator has. docs/errors.md has an entry and the tests have a case for each; a test keeps the
 * three equal.
 */
export const warningCodes = [
  /** What a client sends has no maximum of its own. */
  "WP6001",
  /** A pattern takes time that doubles with each character of a text that does not match. */
  "WP6002",
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** What becomes of a warning: nothing, a line in a count, a text of its own, a problem that fails the run. */
export type WarningLevel = "off" | "count" | "list" | "error";

/** Levels by code. */
export type WarningLevels = Readonly<Record<WarningCode, WarningLevel>>;

/** Without a word in the configuration: what only makes the most of a default is counted. */
export const defaultLevels: WarningLevels = { WP6001: "count", WP6002: "list" };

/** One level for all codes. */
export function everyLevel(level: WarningLevel): WarningLevels {
  return { WP6001: level, WP6002: level };
}
