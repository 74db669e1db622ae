/** Schemas in, TypeScript out: functions that validate without looking anything up (docs of {@link printStraight}). */
import type { NamedSchema, SchemaModel } from "../../model/index.js";
import { callFunction, countUses, isShared, printBody } from "./functions.js";
import { holdsOwnCodeIn } from "./own-code.js";
import { isPlain } from "./plain.js";
import { type PreludeName, prelude, preludeNeeds } from "./prelude.js";
import { functionName, Printer, type StraightDirection, type Unit } from "./printer.js";
import { Unprintable } from "./unprintable.js";

/** A payload for which a function is wanted. */
export interface StraightPayload {
  /** Pascal case, `PostMessageInput` for one: the function is `readPostMessageInput`. */
  readonly name: string;
  readonly schema: SchemaModel;
  readonly direction: StraightDirection;
}

/** What {@link printStraight} takes. */
export interface StraightRequest {
  /** The schemas that references lead to; only those that payloads use are printed. */
  readonly named: readonly NamedSchema[];
  readonly payloads: readonly StraightPayload[];
  /**
   * `server`: a payload that holds the author's own code gets no function, because zod has to run it. `client`:
   * such checks are passed over, since only the server has them.
   */
  readonly side: "server" | "client";
  /** Name by which the sentinel is known where the text will stand. Default `invalid`. */
  readonly invalid?: string;
  /** Functions of the prelude that are imported where the text will stand; the others are printed when used. */
  readonly provided?: readonly PreludeName[];
  /** Other names that are taken where the text will stand. */
  readonly taken?: readonly string[];
}

/** What {@link printStraight} gives. */
export interface StraightCode {
  /** Functions and constants, formatted; empty where no payload can be printed. */
  readonly text: string;
  /** Name of the function of each payload, by direction and name (`read PostMessageInput`). */
  readonly functions: ReadonlyMap<string, string>;
  /** What the text has to find imported: the provided functions of the prelude that it calls. */
  readonly imports: readonly PreludeName[];
  /** Payloads that got no function, with the part for which none is printed. */
  readonly left: ReadonlyMap<string, string>;
}

/**
 * Prints the happy path of validation: functions `(input: unknown): unknown` that give back the fresh value, or the
 * sentinel for whatever they refuse or are not sure of. They never say why: the walker (contracts/wire) or zod looks
 * again at what they refuse. What they do give back is exactly what these would give: `schema.parse` for `read`, and
 * for `write` what `payloadCheck(…).write` describes.
 *
 * A function does not throw on data; a getter or proxy that throws, throws through it.
 */
export function printStraight(request: StraightRequest): StraightCode {
  const invalid = request.invalid ?? "invalid";
  const preludeNames = Object.keys(prelude);
  const printer = new Printer(request.named, invalid, [...preludeNames, ...(request.taken ?? [])]);
  const functions = new Map<string, string>();
  const left = new Map<string, string>();
  const roots: Unit[] = [];

  const payloads = request.payloads.filter((payload) => {
    const reason = reasonToLeave(payload, request, printer);
    if (reason !== undefined) left.set(keyOfPayload(payload), reason);
    return reason === undefined;
  });
  for (const { schema, direction } of payloads) countUses(schema, direction, printer);
  for (const payload of payloads) {
    try {
      const unit = printRoot(payload, printer);
      roots.push(unit);
      functions.set(keyOfPayload(payload), unit.name);
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      left.set(keyOfPayload(payload), error.message);
    }
  }

  const units = reach(roots);
  const provided = new Set<string>(request.provided ?? []);
  const used = preludeOf(units);
  const sections = [
    ...units.filter((unit) => unit.kind === "constant").map((unit) => unit.text),
    ...used.filter((name) => !provided.has(name)).map((name) => prelude[name]),
    ...units.filter((unit) => unit.kind === "function").map((unit) => unit.text),
  ];
  const text = sections
    .map((section) => `${section}\n`)
    .join("\n")
    .replaceAll(/(^const .*\n)\n(?=const )/gm, "$1");
  return { text, functions, imports: used.filter((name) => provided.has(name)), left };
}

function keyOfPayload({ direction, name }: StraightPayload): string {
  return `${direction} ${name}`;
}

function reasonToLeave(
  { schema }: StraightPayload,
  { side }: StraightRequest,
  printer: Printer,
): string | undefined {
  try {
    return side === "server" && holdsOwnCodeIn(schema, printer) ? "the author's own code" : undefined;
  } catch (error) {
    if (error instanceof Unprintable) return error.message;
    throw error;
  }
}

/** The function that is handed out: a shared one as it is, unless something has to be caught around it. */
function printRoot({ name, schema, direction }: StraightPayload, printer: Printer): Unit {
  const root = printer.unit(functionName(direction, [name]));
  const frame = printer.frame(root, direction);
  if (isShared(schema, frame) && !isPlain(schema, frame)) {
    const shared = callFunction(schema, frame, [name]);
    const [target] = root.uses;
    if (target && !mayThrow(target)) return target;
    root.text = `function ${root.name}(input: unknown): unknown {\n  return ${shared}(input);\n}`;
  } else printBody(schema, frame, [name]);
  root.name = printer.names.take(root.name, functionName(direction, [name, "Payload"]));
  root.text = root.text.replace(/^function \w+/, `function ${root.name}`);
  if (mayThrow(root)) root.text = guardBody(root.text, printer.invalid);
  return root;
}

/** The function with its body in a `try`. */
function guardBody(text: string, invalid: string): string {
  const lines = text.split("\n");
  const body = lines.slice(1, -1).map((line) => (line === "" ? line : `  ${line}`));
  return [
    lines[0],
    "  try {",
    ...body,
    "  } catch {",
    "    // Too deep, or of a kind that JSON has not: whoever looks again will tell.",
    `    return ${invalid};`,
    "  }",
    "}",
  ].join("\n");
}

/** Whether a function or one that it calls may throw; those that call themselves may exhaust the stack. */
function mayThrow(root: Unit): boolean {
  const all = reach([root]);
  return all.some((unit) => unit.mayThrow || reach([...unit.uses]).includes(unit));
}

/** Whether the name is still there: a condition that always holds takes the others beside it away. */
function isIn(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text);
}

/** The units and all that they use, each after those that use it. */
function reach(roots: readonly Unit[]): Unit[] {
  const found = new Set(roots);
  for (const unit of found) {
    for (const used of unit.uses) if (isIn(used.name, unit.text)) found.add(used);
  }
  return [...found];
}

function preludeOf(units: readonly Unit[]): PreludeName[] {
  const used = new Set(units.flatMap((unit) => [...unit.prelude].filter((name) => isIn(name, unit.text))));
  for (const name of used) for (const needed of preludeNeeds[name] ?? []) used.add(needed);
  return [...used].sort();
}
