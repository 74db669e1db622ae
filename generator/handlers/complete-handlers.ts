/** One handler file and one channel → the file with the missing handlers, and what there is to say of it. */

import { ts } from "ts-morph";
import { lifeCycleNames, rolesName, roomsName } from "../check/reserved-names.js";
import { implementName } from "../emit/names.js";
import type { ChannelModel, Notice, Place, Problem } from "../model/index.js";
import { addHandlers, type MissingHandlers } from "./add-handlers.js";
import { findImplementations } from "./find-implementations.js";
import type { HandlerEdit } from "./handler-edit.js";
import { type HandlerNames, readHandlerNames } from "./read-handler-names.js";

/** Where {@link completeHandlers} looks. */
export interface HandlerSource {
  /** Absolute. */
  readonly file: string;
  /** All handler files, by absolute path. */
  readonly files: ReadonlyMap<string, string>;
  /** A file's name as problems print it. */
  readonly printed: (file: string) => string;
}

/** What is to be done to one file for one channel. */
export interface Completion {
  /** Whether the file's code names `implementX` at all; a comment does not count. */
  readonly isNamed: boolean;
  /** Whether it calls it. */
  readonly isCalled: boolean;
  readonly edit?: HandlerEdit;
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

export function completeHandlers(channel: ChannelModel, source: HandlerSource): Completion {
  const before = source.files.get(source.file) ?? "";
  const parsed = ts.createSourceFile(source.file, before, ts.ScriptTarget.Latest, true);
  const implement = implementName(channel.name);
  const calls = findImplementations(parsed, implement);
  const notices: Notice[] = [];
  const problems: Problem[] = [];
  const added = new Set<string>();
  const edits = new Map<ts.ObjectLiteralExpression, MissingHandlers>();
  const needsRooms = channel.rooms.some(({ join }) => join === "client");
  for (const { node, literal } of calls) {
    const place = placeOf(node, source);
    if (literal === undefined) {
      problems.push(notEditable(channel, place));
      continue;
    }
    const names = readHandlerNames(literal, source);
    notices.push(...findDead(channel, names, source));
    const members = channel.clientToServer.filter(({ name }) => !names.present.has(name));
    const hasRooms = !needsRooms || names.present.has("rooms");
    const hasRoles = channel.roles === undefined || names.present.has(rolesName);
    const missing = namesOf({ members, hasRooms, hasRoles });
    if (missing.length === 0) continue;
    if (names.isOpen) notices.push(mayBeMissing(channel, missing, place));
    else edits.set(literal, { members, hasRooms, hasRoles });
  }
  let text = before;
  // From the end, so that what is added does not move what is still to be added to.
  const fromEnd = [...edits].sort(([left], [right]) => right.getEnd() - left.getEnd());
  for (const [literal, missing] of fromEnd) {
    text = addHandlers(text, literal, channel, missing);
    for (const name of namesOf(missing)) added.add(name);
  }
  return {
    isNamed: isNamed(parsed, implement),
    isCalled: calls.length > 0,
    notices,
    problems,
    ...(text !== before && {
      edit: { kind: "add", file: source.file, channel: channel.name, handlers: [...added], text },
    }),
  };
}

function namesOf({ members, hasRooms, hasRoles }: MissingHandlers): readonly string[] {
  return [
    ...(hasRoles ? [] : [rolesName]),
    ...(hasRooms ? [] : [roomsName]),
    ...members.map(({ name }) => name),
  ];
}

function isNamed(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => isNamed(child, name) || undefined) ?? false;
}

function placeOf(node: ts.Node, { printed }: HandlerSource): Place {
  const parsed = node.getSourceFile();
  const { line, character } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
  return { file: printed(parsed.fileName), line: line + 1, column: character + 1 };
}

function findDead(
  channel: ChannelModel,
  { present }: HandlerNames,
  source: HandlerSource,
): readonly Notice[] {
  const known = new Set(channel.clientToServer.map(({ name }) => name));
  return [...present].flatMap(([name, node]): readonly Notice[] => {
    if (known.has(name) || lifeCycleNames.has(name) || name === roomsName) return [];
    if (name === rolesName && channel.roles !== undefined) return [];
    return [
      {
        place: placeOf(node, source),
        message: `\`${channel.name}.${name}\` has a handler, and the contract does not have it`,
        mend: "Remove the handler, or declare it under `clientToServer`.",
      },
    ];
  });
}

function notEditable(channel: ChannelModel, place: Place): Problem {
  const implement = implementName(channel.name);
  return {
    code: "WP4001",
    place,
    message: `\`${channel.name}\`: the handlers in \`${implement}(…)\` are no object literal, so missing ones cannot be added`,
    mend: `Pass an object literal, into which others may be spread: \`${implement}({ ...handlers })\`; or set \`server.handlers\` to false.`,
  };
}

function mayBeMissing(channel: ChannelModel, missing: readonly string[], place: Place): Notice {
  const list = missing.map((name) => `\`${name}\``).join(", ");
  return {
    place,
    message: `\`${channel.name}\`: ${list} may be missing; what is spread into the handlers is not known here`,
    mend: "Add what the compiler says is missing.",
  };
}
