import { printObject } from "../../many/print-zod.js";
import { writeFile } from "../../many/write-project.js";
import { printCalls } from "./print-calls.js";
import type { ClientProject } from "./project.js";

/** Socket.IO's typed events: an event map to a group, over types inferred from zod. */
export const socketIoProject: ClientProject = {
  name: "Socket.IO over z.infer",
  write(folder, groups) {
    for (const { name, operations } of groups) {
      const schemas = operations.map(
        (operation) =>
          `export const ${operation.name}Input = ${printObject(operation.input)};\nexport const ${operation.name}Output = ${printObject(operation.output)};\n`,
      );
      const events = operations.map(
        (operation) =>
          `  ${operation.name}: (input: z.infer<typeof ${operation.name}Input>, acknowledge: (output: z.infer<typeof ${operation.name}Output>) => void) => void;\n`,
      );
      writeFile(
        folder,
        `events/${name}.ts`,
        `import { z } from "zod";\n\n${schemas.join("")}\nexport interface ${name}Events {\n${events.join("")}}\n`,
      );
    }
    const imports = groups.map(({ name }) => `import type { ${name}Events } from "./events/${name}.js";\n`);
    const connects = groups.map(
      ({ name }) => `const ${name}: Socket<NothingHeard, ${name}Events> = io("/${name}");\n`,
    );
    const calls = printCalls(
      groups,
      (group, { name }, input) => `${group.name}.emitWithAck("${name}", ${input})`,
    );
    writeFile(
      folder,
      "client.ts",
      `import { io, type Socket } from "socket.io-client";\n${imports.join("")}\ntype NothingHeard = Record<never, never>;\n${connects.join("")}\n${calls}`,
    );
  },
  unfinishedCall: ({ name }) => `${name}.emitWithAck("`,
};
