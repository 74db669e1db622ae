import { capitalise, kebab, type OperationGroup } from "../many/operations.js";
import { type Dialect, printObject } from "../many/print-zod.js";

/** Groups → the text of a page's script; each offers every call as `page.<name>(input)`. */
export type PrintPage = (groups: readonly OperationGroup[]) => string;

/** Socket.IO's client, and a look at nothing. */
export const printBarePage: PrintPage = (groups) =>
  page(
    'import { io } from "socket.io-client";\n',
    groups,
    (group) => `const ${group} = io("/${group}");`,
    (group, call) => `(input) => ${group}.emitWithAck("${call}", input)`,
  );

/** The generated client, from `client/generated` beside the page. */
export const printWirepactPage: PrintPage = (groups) =>
  page(
    groups
      .map(
        ({ name }) => `import { connect${capitalise(name)} } from "./client/generated/${kebab(name)}.js";\n`,
      )
      .join(""),
    groups,
    (group) => `const ${group} = connect${capitalise(group)}("/");`,
    (group, call) => `${group}.call.${call}`,
  );

/** Hand-written: what leaves and what comes in is parsed. */
export function printZodPage(importLine: string, dialect: Dialect): PrintPage {
  return (groups) => {
    const schemas = groups.flatMap(({ operations }) =>
      operations.map(
        ({ name, input, output }) =>
          `const ${name}Input = ${printObject(input, dialect)};\nconst ${name}Output = ${printObject(output, dialect)};\n`,
      ),
    );
    const send = `async function send(socket, name, input, output, value) {
  return output.parse(await socket.timeout(10000).emitWithAck(name, input.parse(value)));
}\n`;
    return page(
      `import { io } from "socket.io-client";\n${importLine}\n${schemas.join("")}${send}`,
      groups,
      (group) => `const ${group} = io("/${group}");`,
      (group, call) => `(value) => send(${group}, "${call}", ${call}Input, ${call}Output, value)`,
    );
  };
}

function page(
  head: string,
  groups: readonly OperationGroup[],
  connect: (group: string) => string,
  printCall: (group: string, call: string) => string,
): string {
  const connects = groups.map(({ name }) => connect(name));
  const calls = groups.flatMap(({ name, operations }) =>
    operations.map((call) => `  ${call.name}: ${printCall(name, call.name)},`),
  );
  return `${head}${connects.join("\n")}\nglobalThis.page = {\n${calls.join("\n")}\n};\n`;
}
