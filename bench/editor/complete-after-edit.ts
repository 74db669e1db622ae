import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { makeOperations } from "../many/operations.js";
import type { ClientProject } from "../types/projects/project.js";
import { writeClientProject } from "../types/write-client-project.js";
import { startLanguageServer } from "./language-server.js";

/** Seconds that somebody waits who opens a client and types. */
export interface EditorTimes {
  /** The first completion after the file was opened. */
  readonly first: number;
  /** Completions at a call site, each right after an edit. */
  readonly afterEdit: readonly number[];
}

/** Opens a client of that many operations, and completes a call again and again, with an edit before each. */
export async function completeAfterEdit(
  project: ClientProject,
  operations: number,
  edits: number,
): Promise<EditorTimes> {
  const folder = await writeClientProject("editor", project, operations);
  const group = makeOperations(operations).at(-1);
  const wanted = group?.operations[0]?.name;
  if (group === undefined || wanted === undefined) throw new RangeError("No operations.");

  const file = path.join(folder, "client.ts");
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, "utf8");
  const lineCount = text.split("\n").length;
  const call = project.unfinishedCall(group);
  const server = await startLanguageServer(folder);
  let version = 1;
  const complete = async (edit: number): Promise<number> => {
    // A line that was not there, and the call that is being typed.
    const added = `\nexport const edit${edit} = ${edit};\n${call}`;
    const start = performance.now();
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: ++version },
      contentChanges: [{ text: text + added }],
    });
    const answer = await server.request("textDocument/completion", {
      textDocument: { uri },
      position: { line: lineCount + 1, character: call.length },
      context: { triggerKind: 1 },
    });
    const seconds = (performance.now() - start) / 1_000;
    if (!labelsOf(answer).some((label) => label.includes(wanted))) {
      throw new Error(`${project.name}: \`${wanted}\` is not offered behind \`${call}\`.`);
    }
    return seconds;
  };
  try {
    server.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "typescript", version, text },
    });
    const first = await complete(0);
    const afterEdit: number[] = [];
    for (let edit = 1; edit <= edits; edit++) afterEdit.push(await complete(edit));
    return { first, afterEdit };
  } finally {
    await server.stop();
  }
}

/** A list of items, or an object that holds one. */
function labelsOf(answer: unknown): readonly string[] {
  const items = Array.isArray(answer)
    ? answer
    : typeof answer === "object" && answer !== null && "items" in answer && Array.isArray(answer.items)
      ? answer.items
      : [];
  return items.map((item: { readonly label?: unknown }) => String(item.label));
}
