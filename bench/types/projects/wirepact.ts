import { capitalise, kebab } from "../../many/operations.js";
import { writeFile, writeGeneratedProject } from "../../many/write-project.js";
import { printCalls } from "./print-calls.js";
import type { ClientProject } from "./project.js";

/** A generated client. */
export const wirepactProject: ClientProject = {
  name: "wirepact",
  async write(folder, groups) {
    await writeGeneratedProject(folder, groups);
    const imports = groups.map(
      ({ name }) => `import { connect${capitalise(name)} } from "./client/generated/${kebab(name)}.js";\n`,
    );
    const connects = groups.map(({ name }) => `const ${name} = connect${capitalise(name)}("/");\n`);
    const calls = printCalls(groups, (group, { name }, input) => `${group.name}.call.${name}(${input})`);
    writeFile(folder, "client.ts", `${imports.join("")}\n${connects.join("")}\n${calls}`);
  },
  unfinishedCall: ({ name }) => `${name}.call.`,
};
