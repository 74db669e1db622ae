/** An output folder and the files that belong there → what differs. Reads the disk, writes nothing. */

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { EmittedFile } from "../emit/emitted-file.js";
import { hashText, headerMark } from "../emit/module.js";
import { stampOf } from "../load/stamp.js";
import type { Problem } from "../model/index.js";

/** How an output folder differs from what belongs there; lists of paths from that folder, sorted. */
export interface OutputDiff {
  /** Emitted, and not on disk. */
  readonly missing: readonly string[];
  /** Made from an earlier contract, or by another version. */
  readonly stale: readonly string[];
  /** Changed by somebody since they were made. */
  readonly handEdited: readonly string[];
  /** Made by wirepact, and emitted no longer. */
  readonly orphaned: readonly string[];
  readonly unchanged: readonly string[];
  /** Files in the way that are not wirepact's: they are never touched. */
  readonly problems: readonly Problem[];
}

/**
 * Compares a folder with the files that belong there.
 *
 * @param folder - Absolute; need not exist.
 * @param printedFolder - The folder as problems name it. Default the path from the working folder.
 */
export async function compareOutput(
  folder: string,
  files: readonly EmittedFile[],
  printedFolder: string = path.relative("", folder).replaceAll(path.sep, "/"),
): Promise<OutputDiff> {
  const present = await listFolder(folder);
  if (present === "not_a_folder") {
    return { ...emptyDiff, problems: [inTheWay(printedFolder, "the file", "the output folder")] };
  }
  const states = await Promise.all(
    files.map(async (file) => ({ path: file.path, state: await compareFile(folder, file, present) })),
  );
  const pathsOf = (wanted: FileState): readonly string[] =>
    states.flatMap(({ path, state }) => (state === wanted ? [path] : [])).sort();
  return {
    missing: pathsOf("missing"),
    stale: pathsOf("stale"),
    handEdited: pathsOf("handEdited"),
    unchanged: pathsOf("unchanged"),
    orphaned: await findOrphans(folder, files, present),
    problems: pathsOf("foreign").map((file) =>
      inTheWay(`${printedFolder}/${file}`, "what", "generated code"),
    ),
  };
}

type FileState = "missing" | "stale" | "handEdited" | "unchanged" | "foreign";

const emptyDiff: OutputDiff = {
  missing: [],
  stale: [],
  handEdited: [],
  orphaned: [],
  unchanged: [],
  problems: [],
};

/** Names of the folder's files and whether each is a plain file. */
async function listFolder(folder: string): Promise<ReadonlyMap<string, boolean> | "not_a_folder"> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, entry.isFile() || entry.isSymbolicLink()]));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return new Map();
    if (hasCode(error, "ENOTDIR")) return "not_a_folder";
    throw error;
  }
}

async function compareFile(
  folder: string,
  file: EmittedFile,
  present: ReadonlyMap<string, boolean>,
): Promise<FileState> {
  const isFile = present.get(file.path);
  if (isFile === undefined) return "missing";
  if (!isFile) return "foreign";
  const target = path.join(folder, file.path);
  const stamp = stampOf(target, Date.now());
  if (stamp !== undefined && seen.get(file)?.get(target) === stamp) return "unchanged";
  const text = await readText(target);
  if (text === file.text) {
    seen.set(file, new Map(seen.get(file)).set(target, stamp));
    return "unchanged";
  }
  const seal = readSeal(text);
  if (seal === undefined) return text.trim() === "" ? "stale" : "foreign";
  return seal.isWhole ? "stale" : "handEdited";
}

/** Where emitted files were found as they should be, and the stamps that they had then. */
const seen = new WeakMap<EmittedFile, ReadonlyMap<string, string | undefined>>();

async function findOrphans(
  folder: string,
  files: readonly EmittedFile[],
  present: ReadonlyMap<string, boolean>,
): Promise<readonly string[]> {
  const emitted = new Set(files.map((file) => file.path));
  const candidates = [...present].flatMap(([name, isFile]) =>
    isFile && name.endsWith(".ts") && !emitted.has(name) ? [name] : [],
  );
  const texts = await Promise.all(candidates.map((name) => readText(path.join(folder, name))));
  return candidates.filter((_, index) => readSeal(texts[index] ?? "") !== undefined).sort();
}

/** A file's text; line ends as git may have made them on Windows count as what they stand for. */
async function readText(file: string): Promise<string> {
  return (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
}

/** Reads the header of a generated file; `isWhole` when nobody has changed what follows it. */
function readSeal(text: string): { readonly isWhole: boolean } | undefined {
  const header = /^[^\n]*\n([^\n]*)\n/.exec(text);
  const mark = header?.[1] ?? "";
  if (header === null || !mark.startsWith(headerMark)) return undefined;
  return { isWhole: hashText(text.slice(header[0].length)) === mark.slice(headerMark.length) };
}

function inTheWay(file: string, what: string, where: string): Problem {
  return {
    code: "WP4002",
    place: { file, line: 1, column: 1 },
    message: `${what} at ${file} is not wirepact's, and ${where} belongs there`,
    mend: `Move it elsewhere, or name another output folder in wirepact.config.ts.`,
  };
}

/** Whether `error` is one of Node's with that code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
