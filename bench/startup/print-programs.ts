import path from "node:path";
import { findDefinition } from "../many/find-definition.js";
import type { OperationGroup } from "../many/operations.js";
import { sampleObject } from "../many/sample-value.js";

/**
 * A program that imports what the checks of all operations need, uses each once, and prints what that took. What every
 * server has loaded anyway (Socket.IO, Fastify, the package, zod) is there before the clock starts.
 */
export function printStartup(groups: readonly OperationGroup[], way: "zod" | "wirepact"): string {
  const samples = groups.map(({ name, operations }) => [
    name,
    operations.map((operation) => [
      operation.name,
      sampleObject(operation.input),
      sampleObject(operation.output),
    ]),
  ]);
  return `import "fastify";
import "socket.io";
import "wirepact/server";
import "zod";

const samples = JSON.parse(${JSON.stringify(JSON.stringify(samples))});
globalThis.gc();
const heapBefore = process.memoryUsage().heapUsed;
const start = performance.now();
const channels = await import("./${way}-channels.mjs");
let passed = 0;
for (const [channel, operations] of samples) {
  for (const [name, input, output] of operations) {
${way === "zod" ? zodUse : wirepactUse}
  }
}
const milliseconds = performance.now() - start;
globalThis.gc();
const heapBytes = process.memoryUsage().heapUsed - heapBefore;
process.stdout.write(JSON.stringify({ milliseconds, heapBytes, passed }));
`;
}

/** The module that the program loads: every contract, or every channel's definition of the generated server. */
export function printChannels(
  folder: string,
  groups: readonly OperationGroup[],
  way: "zod" | "wirepact",
): string {
  const server = path.join(folder, "server", "generated");
  return groups
    .map(({ name }) =>
      way === "zod"
        ? `export { ${name} } from "./contracts/${name}.js";\n`
        : `export { ${name}Definition as ${name} } from ${JSON.stringify(findDefinition(server, name))};\n`,
    )
    .join("");
}

const zodUse = `    const call = channels[channel].clientToServer[name];
    if (call.input.safeParse(input).success) passed++;
    if (call.output.safeParse(output).success) passed++;`;

const wirepactUse = `    const call = channels[channel].clientToServer[name];
    if (call.input.read(input).ok) passed++;
    if (call.output.write(output).ok) passed++;`;
