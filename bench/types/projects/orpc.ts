import { printObject } from "../../many/print-zod.js";
import { writeFile } from "../../many/write-project.js";
import { printCalls } from "./print-calls.js";
import type { ClientProject } from "./project.js";

/** oRPC: a contract to a group, and a client that is typed by all of them. */
export const orpcProject: ClientProject = {
  name: "oRPC",
  write(folder, groups) {
    for (const { name, operations } of groups) {
      const procedures = operations.map(
        (operation) =>
          `  ${operation.name}: oc.input(${printObject(operation.input)}).output(${printObject(operation.output)}),\n`,
      );
      writeFile(
        folder,
        `contract/${name}.ts`,
        `import { oc } from "@orpc/contract";\nimport { z } from "zod";\n\nexport const ${name} = {\n${procedures.join("")}};\n`,
      );
    }
    const imports = groups.map(({ name }) => `import { ${name} } from "./${name}.js";\n`);
    const names = groups.map(({ name }) => name).join(", ");
    writeFile(folder, "contract/contract.ts", `${imports.join("")}\nexport const contract = { ${names} };\n`);
    const calls = printCalls(groups, (group, { name }, input) => `client.${group.name}.${name}(${input})`);
    writeFile(
      folder,
      "client.ts",
      `import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import type { contract } from "./contract/contract.js";

const link = new RPCLink({ websocket: new WebSocket("ws://127.0.0.1") });
const client: ContractRouterClient<typeof contract> = createORPCClient(link);

${calls}`,
    );
  },
  unfinishedCall: ({ name }) => `client.${name}.`,
};
