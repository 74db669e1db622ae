import { mkdir } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "../write/replace-file.js";
import type { HandlerEdit } from "./handler-edit.js";

/** Writes handler files as planned. */
export async function applyHandlerEdits(edits: readonly HandlerEdit[]): Promise<void> {
  for (const { file, text } of edits) {
    await mkdir(path.dirname(file), { recursive: true });
    await replaceFile(file, text);
  }
}
