import { printObject } from "../../many/print-zod.js";
import { writeFile } from "../../many/write-project.js";
import { printCalls } from "./print-calls.js";
import type { ClientProject } from "./project.js";

/** tRPC: a router to a group; the client knows it by its type. */
export const trpcProject: ClientProject = {
  name: "tRPC",
  write(folder, groups) {
    for (const { name, operations } of groups) {
      const procedures = operations.map(
        (operation) => `  ${operation.name}: t.procedure
    .input(${printObject(operation.input)})
    .output(${printObject(operation.output)})
    .mutation(() => { throw new Error("only its type is used"); }),\n`,
      );
      writeFile(
        folder,
        `server/${name}.ts`,
        `import { z } from "zod";\nimport { t } from "./trpc.js";\n\nexport const ${name} = t.router({\n${procedures.join("")}});\n`,
      );
    }
    writeFile(
      folder,
      "server/trpc.ts",
      'import { initTRPC } from "@trpc/server";\n\nexport const t = initTRPC.create();\n',
    );
    const imports = groups.map(({ name }) => `import { ${name} } from "./${name}.js";\n`);
    const names = groups.map(({ name }) => name).join(", ");
    writeFile(
      folder,
      "server/router.ts",
      `${imports.join("")}import { t } from "./trpc.js";\n\nexport const appRouter = t.router({ ${names} });\nexport type AppRouter = typeof appRouter;\n`,
    );
    const calls = printCalls(
      groups,
      (group, { name }, input) => `client.${group.name}.${name}.mutate(${input})`,
    );
    writeFile(
      folder,
      "client.ts",
      `import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { AppRouter } from "./server/router.js";

const client = createTRPCClient<AppRouter>({
  links: [wsLink({ client: createWSClient({ url: "ws://127.0.0.1" }) })],
});

${calls}`,
    );
  },
  unfinishedCall: ({ name }) => `client.${name}.`,
};
