import { makeOperations } from "../many/operations.js";
import { writeFile } from "../many/write-project.js";
import { emptyFolder } from "../measure/folders.js";
import type { ClientProject } from "./projects/project.js";

const configuration = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "DOM"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  files: ["client.ts"],
};

/** Puts a client with that many calls into a folder of its own, ready for TypeScript. */
export async function writeClientProject(
  part: string,
  project: ClientProject,
  operations: number,
): Promise<string> {
  const folder = emptyFolder(part, String(operations), project.name.replaceAll(/[^\w]/g, "-"));
  await project.write(folder, makeOperations(operations));
  writeFile(folder, "package.json", '{ "private": true, "type": "module" }\n');
  writeFile(folder, "tsconfig.json", `${JSON.stringify(configuration, null, 2)}\n`);
  return folder;
}
