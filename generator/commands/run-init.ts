import path from "node:path";
import { initProject } from "../init/init-project.js";
import { paintFor } from "../report/paint.js";

/** `wirepact init`: prints what was made and what to do next. */
export async function runInit(folder: string): Promise<boolean> {
  const result = await initProject(path.resolve(folder));
  if (!result.ok) {
    const paint = paintFor(process.stderr);
    const files = result.files.map((file) => `  ${paint.path(file)}\n`).join("");
    process.stderr.write(
      `${paint.bad("Nothing was written")}: ${result.reason}${files === "" ? ".\n" : `:\n${files}`}` +
        `  ${paint.good("mend:")} ${result.mend}, or name another folder: \`npx wirepact init my-sockets\`\n`,
    );
    return false;
  }
  const paint = paintFor(process.stdout);
  const written = result.written.map((file) => `  ${paint.path(file)}\n`).join("");
  const kept = result.kept.map((what) => `  kept as it was: ${what}\n`).join("");
  const enter = folder === "." ? "" : `cd ${/\s/.test(folder) ? `"${folder}"` : folder} && `;
  process.stdout.write(
    `Made a project:\n${written}${kept}\nNext:\n` +
      `  ${paint.strong(`${enter}npm install && npm start`)}\n` +
      `  ${paint.strong("npm run client -- Ada")}   in another terminal\n`,
  );
  return true;
}
