import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "../measure/run-wirepact.js";
import type { OperationGroup } from "./operations.js";
import { printObject } from "./print-zod.js";

/** A project of wirepact's: one contract file to a group, and a configuration without handler files. */
export function writeProject(folder: string, groups: readonly OperationGroup[]): void {
  writeFile(folder, "package.json", '{ "private": true, "type": "module" }\n');
  writeFile(folder, "wirepact.config.json", `${JSON.stringify({ server: { handlers: false } })}\n`);
  for (const group of groups) writeFile(folder, `contracts/${group.name}.ts`, printContract(group));
}

/** The same, with what `wirepact generate` makes of it; what was made once in this run is copied. */
export async function writeGeneratedProject(
  folder: string,
  groups: readonly OperationGroup[],
): Promise<void> {
  writeProject(folder, groups);
  const contracts = JSON.stringify(groups);
  const made = generated.get(contracts);
  if (made === undefined) {
    await generate(folder);
    generated.set(contracts, folder);
    return;
  }
  for (const side of ["client", "server"]) {
    cpSync(path.join(made, side), path.join(folder, side), { recursive: true });
  }
}

/** Folders, by the contracts that they were generated from. */
const generated = new Map<string, string>();

/** A group as a contract. */
export function printContract(group: OperationGroup): string {
  const calls = group.operations.map(
    ({ name, input, output }) =>
      `    /** Does what its name says. */\n    ${name}: call({\n      input: ${printObject(input)},\n      output: ${printObject(output)},\n    }),\n`,
  );
  return `import { call, channel } from "wirepact/contract";
import { z } from "zod";

export const ${group.name} = channel("/${group.name}", {
  clientToServer: {
${calls.join("")}  },
});
`;
}

/** Writes a file and the folders that it needs. */
export function writeFile(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
