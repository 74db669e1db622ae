import type { Docs, Place } from "../model/index.js";
import { hardLine, type Layout } from "./layout.js";

/** What a comment is made of. */
export interface CommentParts {
  /** The contract's own comment. */
  readonly docs?: Docs | undefined;
  /** Text for where the contract has none. */
  readonly fallback?: string | undefined;
  /** A paragraph of our own behind that text, before its tags. */
  readonly note?: string | undefined;
  /** Where the contract declares it: gives the `@see` link. */
  readonly place?: Place | undefined;
  /** From the output folder to the project's root: `../..`. */
  readonly toRoot: string;
}

/** A documentation comment with its line break, or nothing. */
export function emitDocs(parts: CommentParts): Layout {
  const lines = commentLines(parts).map(escapeEnd);
  if (lines.length === 0) return [];
  if (lines.length === 1) return [`/** ${lines[0]} */`, hardLine];
  const body = lines.flatMap((text) => [hardLine, text === "" ? " *" : ` * ${text}`]);
  return ["/**", ...body, hardLine, " */", hardLine];
}

/** Text that does not end the comment it stands in. */
export function escapeEnd(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

function commentLines({ docs, fallback, note, place, toRoot }: CommentParts): readonly string[] {
  const text = (docs?.text ?? "").trim() === "" ? (fallback ?? "") : (docs?.text ?? "");
  const lines =
    text === ""
      ? []
      : text
          .trim()
          .replaceAll("*/", "*\\/")
          .split(/\r\n?|[\n\u2028\u2029]/);
  if (note !== undefined) addNote(lines, note);
  const hasTag = lines.some((entry) => /^\s*@/.test(entry));
  const tags = [
    ...(docs?.deprecated && !lines.some((entry) => /^\s*@deprecated\b/.test(entry)) ? ["@deprecated"] : []),
    ...(place === undefined ? [] : [`@see ${emitLink(place, toRoot)}`]),
  ];
  const isParted = lines.length > 0 && tags.length > 0 && !hasTag;
  return [...lines.map((entry) => entry.trimEnd()), ...(isParted ? [""] : []), ...tags];
}

/** Text behind a tag would be the tag's. */
function addNote(lines: string[], note: string): void {
  const tag = lines.findIndex((entry) => /^\s*@/.test(entry));
  const end = tag < 0 ? lines.length : tag;
  const isOpen = end > 0 && lines[end - 1] !== "";
  lines.splice(end, 0, ...(isOpen ? [""] : []), note, ...(tag < 0 ? [] : [""]));
}

/** A link that editors resolve from the generated file: `[contracts/chat.ts:52](../../contracts/chat.ts#L52)`. */
function emitLink(place: Place, toRoot: string): string {
  const file = `${toRoot}/${place.file}`;
  const target = targets.get(file) ?? encodeTarget(file);
  targets.set(file, target);
  return `[${place.file}:${place.line}](${target}#L${place.line})`;
}

/** Each file has many links. */
const targets = new Map<string, string>();

function encodeTarget(file: string): string {
  return encodeURI(file).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
