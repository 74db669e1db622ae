import type { ts } from "ts-morph";
import type { ChannelModel, MemberModel } from "../model/index.js";
import { handlerLines, rolesLines, roomLines } from "./scaffold-handlers.js";

/** What an object literal of handlers lacks. */
export interface MissingHandlers {
  readonly members: readonly MemberModel[];
  /** Whether `rooms` is there, or not needed. */
  readonly hasRooms: boolean;
  /** Whether `roles` is there, or not needed. */
  readonly hasRoles: boolean;
}

/**
 * Adds handlers at the end of an object literal. Every other byte stays: line ends, tabs, comments and the
 * comma after the last handler are those of the file.
 *
 * @param text - The file's text, equal to the parsed one up to the literal's end.
 */
export function addHandlers(
  text: string,
  literal: ts.ObjectLiteralExpression,
  channel: ChannelModel,
  { members, hasRooms, hasRoles }: MissingHandlers,
): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const brace = literal.getEnd() - 1;
  const last = literal.properties.at(-1);
  const outer = indentationAt(text, literal.getStart());
  const isMultiLine = last !== undefined && text.slice(literal.getStart(), last.getStart()).includes("\n");
  const inner = isMultiLine ? indentationAt(text, last.getStart()) : `${outer}${unitOf(text)}`;
  const unit =
    inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : unitOf(text);
  const lines = [
    ...(hasRoles ? [] : rolesLines(channel)),
    ...(hasRooms ? [] : roomLines(channel)),
    ...members.flatMap((member) => handlerLines(channel, member)),
  ];
  const added = lines
    .map((line) => inner + line.replace(/^( {2})+/, (spaces) => unit.repeat(spaces.length / 2)))
    .join(lineEnd);
  // What stands before the brace on its line: white space, or the end of a literal on one line.
  const kept = text.slice(0, brace).replace(/[ \t]*$/, "");
  const ahead =
    last === undefined || literal.properties.hasTrailingComma ? kept : withComma(kept, last.getEnd());
  const isAtLineStart = ahead.endsWith("\n");
  return `${ahead}${isAtLineStart ? "" : lineEnd}${added}${lineEnd}${outer}${text.slice(brace)}`;
}

/** A comma right behind the last handler, ahead of any comment that follows it. */
function withComma(text: string, end: number): string {
  return `${text.slice(0, end)},${text.slice(end)}`;
}

function indentationAt(text: string, position: number): string {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, position))?.[0] ?? "";
}

/** One step of indentation, as the file has it. */
function unitOf(text: string): string {
  return /^(\t| {2,8}(?! ))/m.exec(text)?.[1] ?? "  ";
}
