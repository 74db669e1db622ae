import { isAttachment } from "../attachments.js";
import type { BlobForm, BlobLike, FileLike } from "../blob/blob-types.js";
import { UnreadBytes } from "../blob/unread-bytes.js";
import type { Check, Step } from "./check.js";
import { reportBound } from "./size.js";
import { runSteps } from "./steps.js";
import { quote, type Run, report, reportType } from "./walk.js";

declare const Blob: new (parts: readonly unknown[], options: { readonly type: string }) => BlobLike;
declare const File: new (
  parts: readonly unknown[],
  name: string,
  options: { readonly type: string; readonly lastModified?: number },
) => FileLike;

/**
 * A Blob, which travels as an object of its bytes and its type. They are read behind the check: until then what is written
 * holds their place.
 */
export const blob: Check = (value, walk, says) => {
  if (walk.isWriting) return value instanceof Blob ? formOf(value) : reportType(walk, says, "Blob", value);
  const form = readForm(value);
  return form ? new Blob([form.bytes], form) : reportType(walk, says, "Blob", value);
};

/**
 * A File, which travels with its name and its time besides.
 *
 * @param expected - What it is called in an issue: `file` by zod's `z.file()`.
 */
export function file(expected: "file" | "File", ...steps: readonly Step[]): Check {
  return (value, walk, says) => {
    const start = walk.found.length;
    const made = walk.isWriting ? value : makeFile(value);
    if (!(made instanceof File)) {
      reportType(walk, says, expected, value);
      // As zod has it, a size is looked at of whatever has one.
      if (walk.isWriting) runSteps(steps, value, walk, says, start);
      return value;
    }
    runSteps(steps, made, walk, says, start);
    if (!walk.isWriting) return made;
    const { name, lastModified } = made;
    return { ...formOf(made), name, lastModified } satisfies BlobForm;
  };
}

/** At least so many bytes. */
export function minBytes(bound: number): Step {
  return sizeStep(">=", bound, (size) => size >= bound);
}

/** At most so many bytes. */
export function maxBytes(bound: number): Step {
  return sizeStep("<=", bound, (size) => size <= bound);
}

/** Exactly so many bytes. */
export function exactBytes(bound: number): Step {
  return sizeStep("exactly ", bound, (size) => size === bound);
}

/** A type of a list, `image/png` say. */
export function mime(...types: readonly string[]): Step {
  return (value, walk, says) => {
    // Steps run on what is a File already.
    if (!types.includes((value as FileLike).type)) {
      const what = types.length === 1 ? "input: expected" : "option: expected one of";
      report(walk, says, "invalid_value", `Invalid ${what} ${types.map(quote).join("|")}`, true);
    }
    return value;
  };
}

function sizeStep(sign: string, bound: number, test: (size: number) => boolean): Step {
  const run: Run = (value, walk, says) => {
    // Object() makes any value safe to look into.
    const { size } = Object(value) as Partial<FileLike>;
    if (size === undefined || test(size)) return value;
    const expected =
      value instanceof File ? `file to have ${sign}${bound} bytes` : `unknown to be ${sign}${bound}`;
    reportBound(walk, says, size > bound, expected);
    return value;
  };
  return Object.assign(run, { limit: sign === ">=" ? Number.POSITIVE_INFINITY : bound });
}

function formOf(value: BlobLike): BlobForm {
  return { bytes: new UnreadBytes(value), type: value.type };
}

/** What came in the place of a Blob; a sender may leave the type out. */
function readForm(value: unknown): Pick<BlobForm, "bytes" | "type"> | undefined {
  // Object() makes any value safe to look into.
  const { bytes, type = "" } = Object(value) as Partial<BlobForm>;
  return isAttachment(bytes) && typeof type === "string" ? { bytes, type } : undefined;
}

function makeFile(value: unknown): FileLike | undefined {
  const form = readForm(value);
  const { name, lastModified } = Object(value) as Partial<BlobForm>;
  if (!form || typeof name !== "string") return undefined;
  if (lastModified !== undefined && !Number.isSafeInteger(lastModified)) return undefined;
  return new File([form.bytes], name, { ...form, ...(lastModified !== undefined && { lastModified }) });
}
