/** One way in which a payload breaks its schema; zod's codes and texts, without the offending value. */
export interface Issue {
  /** zod's issue code, `invalid_type` for one. */
  readonly code: string;
  /** Keys and indices from the payload's root to the place. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** At most so many issues of a payload are reported: enough to mend it, too few to multiply it. */
export const maxIssues = 10;
/** Longest text of an issue, in UTF-16 units. */
export const maxIssueMessageLength = 200;
/** Longest key within an issue's path, in UTF-16 units; deeper than `maxIssuePathLength` is cut. */
export const maxIssueKeyLength = 64;
/** Most keys within an issue's path. */
export const maxIssuePathLength = 32;

/**
 * The issues as they may cross the wire: at most ten, each short, nothing of the payload but its keys.
 *
 * @param issues - Issues of zod or of a generated validator; extra fields (`input` among them) are left out.
 */
export function shortenIssues(
  issues: readonly {
    readonly code?: string;
    readonly path?: readonly PropertyKey[];
    readonly message: string;
  }[],
): Issue[] {
  return issues.slice(0, maxIssues).map(({ code = "custom", path = [], message }) => ({
    code,
    path: path.slice(0, maxIssuePathLength).map(shortenKey),
    message: shorten(message, maxIssueMessageLength),
  }));
}

function shortenKey(key: PropertyKey): string | number {
  return typeof key === "number" ? key : shorten(String(key), maxIssueKeyLength);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
