import { type Node, node } from "./node.js";
import { reportUndeclared } from "./object.js";
import { enter, prefix, type Run, report, reportType, runApart, type Walk } from "./walk.js";

/** Runs a record's plan. */
export function recordNode(
  key: Node,
  value: Node,
  mode: "partial" | "loose" | undefined,
  says: string | undefined,
): Node {
  const isLoose = mode === "loose";
  const run: Run = (input, walk) => {
    if (!isPlainObject(input)) return reportType(walk, says, "record", input);
    enter(walk);
    const output: Record<PropertyKey, unknown> = {};
    const unknown: string[] = [];
    const values = key.values();
    const undeclared = (name: PropertyKey) => {
      if (isLoose && name !== "__proto__") output[name] = input[name];
      else if (!isLoose) unknown.push(String(name));
    };
    if (values && mode !== "partial") {
      const names = [...values].filter((name) => typeof name === "string" || typeof name === "number");
      for (const name of names) if (name !== "__proto__") runValue(value, input, name, name, output, walk);
      const declared = new Set(names.map(String));
      for (const name in input) if (!declared.has(name)) undeclared(name);
    } else {
      for (const name of keysOf(input, walk)) {
        const { found, value: outName } = runKey(key, name, walk);
        if (found.length === 0) {
          // A key that passed is text or a number, whatever its schema made of it.
          if (outName !== "__proto__") runValue(value, input, name, outName as PropertyKey, output, walk);
        } else if (isLoose || values) undeclared(name);
        else {
          report(walk, "invalid_key", says ?? "Invalid key in record");
          prefix(walk, walk.found.length - 1, name);
        }
      }
    }
    if (unknown.length > 0) reportUndeclared(walk, unknown, says);
    walk.depth--;
    return output;
  };
  return node(run, { parts: () => [key, value], isOpaque: isLoose });
}

/** The keys that are read; of a value to be written, those that travel. */
function keysOf(input: Record<PropertyKey, unknown>, walk: Walk): readonly PropertyKey[] {
  if (walk.isWriting)
    return Object.keys(input).filter((key) => key !== "__proto__" && input[key] !== undefined);
  const isRead = Object.prototype.propertyIsEnumerable;
  return Reflect.ownKeys(input).filter((key) => key !== "__proto__" && isRead.call(input, key));
}

/** A key schema of numbers sees text that is a number as the number. */
function runKey(key: Node, name: PropertyKey, walk: Walk): ReturnType<typeof runApart> {
  const asIs = runApart(key.run, name, walk);
  if (asIs.found.length === 0 || typeof name !== "string" || !/^-?\d+(?:\.\d+)?$/.test(name)) return asIs;
  const asNumber = runApart(key.run, Number(name), walk);
  return asNumber.found.length === 0 ? asNumber : asIs;
}

function runValue(
  { run }: Node,
  input: Record<PropertyKey, unknown>,
  name: PropertyKey,
  outName: PropertyKey,
  output: Record<PropertyKey, unknown>,
  walk: Walk,
): void {
  const start = walk.found.length;
  const result = run(input[name], walk);
  if (walk.found.length > start) prefix(walk, start, name);
  if (result !== undefined || !walk.isWriting) output[outName] = result;
}

/** zod's notion of a plain object: any that its own class does not claim. */
export function isPlainObject(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { constructor: made } = value;
  if (typeof made !== "function") return true;
  const { prototype } = made;
  return (
    typeof prototype === "object" &&
    prototype !== null &&
    !Array.isArray(prototype) &&
    Object.hasOwn(prototype, "isPrototypeOf")
  );
}
