import type { SchemaModel } from "../../model/index.js";
import { anyOf } from "./condition.js";
import { refuseSize } from "./print-array.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { printSlot } from "./slots.js";
import { printValue } from "./value.js";

/** Prints a map, which travels as an array of entries. */
export function printMap(
  schema: SchemaModel & { readonly kind: "map" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  const { lines } = frame;
  const keyPath = [...path, "key"];
  const valuePath = [...path, "value"];
  if (frame.direction === "write") {
    refuse(
      frame,
      anyOf(
        `!(${source} instanceof Map)`,
        ...schema.checks.map((check) => refuseSize(check, `${source}.size`)),
      ),
    );
    const result = local(frame, path, "Out");
    const key = local(frame, keyPath);
    const value = local(frame, valuePath);
    lines.write(`const ${result}: unknown[] = [];`);
    // A map that is known by its class alone has entries of any type.
    lines.block(`for (const [${key}, ${value}] of ${source} as Map<unknown, unknown>)`, () => {
      const keyOut = printValue(printSlot(schema.key, key, frame, keyPath));
      const valueOut = printValue(printSlot(schema.value, value, frame, valuePath));
      lines.write(`${result}.push([${keyOut}, ${valueOut}]);`);
    });
    return result;
  }
  refuse(
    frame,
    anyOf(
      `!Array.isArray(${source})`,
      ...schema.checks.map((check) => refuseSize(check, `${source}.length`)),
    ),
  );
  const result = local(frame, path, "Map");
  const entry = local(frame, [...path, "entry"]);
  const key = local(frame, keyPath);
  const value = local(frame, valuePath);
  lines.write(`const ${result} = new Map<unknown, unknown>();`);
  lines.block(`for (const ${entry} of ${source} as unknown[])`, () => {
    refuse(frame, anyOf(`!Array.isArray(${entry})`, `${entry}.length !== 2`));
    lines.write(`const [${key}, ${value}]: unknown[] = ${entry};`);
    const keyIn = printValue(printSlot(schema.key, key, frame, keyPath));
    const valueIn = printValue(printSlot(schema.value, value, frame, valuePath));
    lines.write(`${result}.set(${keyIn}, ${valueIn});`);
  });
  // A key that comes twice is for the walker to judge.
  refuse(frame, `${result}.size < ${source}.length`);
  return result;
}

/** Prints a set, which travels as an array. */
export function printSet(
  schema: SchemaModel & { readonly kind: "set" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  const { lines } = frame;
  const itemPath = [...path, "item"];
  if (frame.direction === "write") {
    refuse(
      frame,
      anyOf(
        `!(${source} instanceof Set)`,
        ...schema.checks.map((check) => refuseSize(check, `${source}.size`)),
      ),
    );
    const result = local(frame, path, "Out");
    const item = local(frame, itemPath);
    lines.write(`const ${result}: unknown[] = [];`);
    lines.block(`for (const ${item} of ${source} as Set<unknown>)`, () => {
      lines.write(`${result}.push(${printValue(printSlot(schema.item, item, frame, itemPath))});`);
    });
    return result;
  }
  refuse(
    frame,
    anyOf(
      `!Array.isArray(${source})`,
      ...schema.checks.map((check) => refuseSize(check, `${source}.length`)),
    ),
  );
  const result = local(frame, path, "Set");
  const item = local(frame, itemPath);
  lines.write(`const ${result} = new Set<unknown>();`);
  lines.block(`for (const ${item} of ${source} as unknown[])`, () => {
    lines.write(`${result}.add(${printValue(printSlot(schema.item, item, frame, itemPath))});`);
  });
  refuse(frame, `${result}.size < ${source}.length`);
  return result;
}
