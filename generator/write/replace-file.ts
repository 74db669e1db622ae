import { chmod, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** Writes a file beside its place and moves it there, so that nobody ever reads half of it. Keeps its mode. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, text);
    const mode = await stat(file).then(
      (found) => found.mode,
      () => undefined,
    );
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
