import type { Operation, OperationGroup } from "../../many/operations.js";
import { sampleObject } from "../../many/sample-value.js";

/** A function to a group that makes every call of it and reads what comes back. */
export function printCalls(
  groups: readonly OperationGroup[],
  printCall: (group: OperationGroup, operation: Operation, input: string) => string,
): string {
  return groups
    .map((group) => {
      const calls = group.operations.map((operation, index) => {
        const input = JSON.stringify(sampleObject(operation.input));
        return `  const reply${index} = await ${printCall(group, operation, input)};\n  seen.push(reply${index}.id);\n`;
      });
      return `export async function use_${group.name}(seen: string[]): Promise<void> {\n${calls.join("")}}\n`;
    })
    .join("\n");
}
