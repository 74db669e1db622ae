/** Schemas in, TypeScript out: functions that validate without looking anything up (docs of {@link printStraight}). */
import type { NamedSchema, SchemaModel } from "../../model/index.js";
import { callFunction, countUses, isShared, lineOf, printBody } from "./functions.js";
import { holdsOwnCodeIn } from "./own-code.js";
import { isPlain } from "./plain.js";
import { type PreludeName, preludeNames } from "./prelude.js";
import { functionName, Printer, type StraightDirection, type Unit } from "./printer.js";
import { Unprintable } from "./unprintable.js";

/** A payload for which a function is wanted. */
export interface StraightPayload {
  /** Pascal case, `PostMessageInput` for one: the function is `readPostMessageInput`. */
  readonly name: string;
  readonly schema: SchemaModel;
  readonly direction: StraightDirection;
  /** What {@link StraightCode.functions} knows it by. Default: direction and name, `read PostMessageInput`. */
  readonly id?: string;
}

/** What is said of a printing as a whole. */
export interface StraightOptions {
  /** The schemas that references lead to; only those that payloads use are printed. */
  readonly named: readonly NamedSchema[];
  /**
   * `server`: a payload that holds the author's own code gets no function, because zod has to run it. `client`:
   * such checks are passed over, since only the server has them.
   */
  readonly side: "server" | "client";
  /** Whether items of arrays, sets, maps and records get functions of their own, for {@link StraightText.lineOf}. */
  readonly hasLines?: boolean;
  /** Name by which the sentinel is known where the text will stand. Default `invalid`. */
  readonly invalid?: string;
}

/** The payloads of one file. */
export interface StraightFile {
  readonly payloads: readonly StraightPayload[];
  /** Other names that are taken where the text will stand. */
  readonly taken?: readonly string[];
}

/** What {@link printStraight} takes. */
export interface StraightRequest extends StraightOptions, StraightFile {}

/** What {@link printStraightFiles} takes. */
export interface StraightFilesRequest extends StraightOptions {
  readonly files: readonly StraightFile[];
}

/** A printed function, or the constants of a file. */
export interface StraightSection {
  /** Of the function, or of the first constant. */
  readonly name: string;
  readonly text: string;
  /** Names of the runtime that the text has to find imported, the sentinel among them. */
  readonly imports: readonly string[];
  /** Functions of the schemas' file that it calls. */
  readonly calls: readonly string[];
}

/** The printed text of one file. */
export interface StraightText {
  readonly sections: readonly StraightSection[];
  /** The sections, formatted; empty where no payload can be printed. */
  readonly text: string;
  /** Names of the runtime that the text has to find imported, the sentinel left out. */
  readonly imports: readonly PreludeName[];
  /** The functions that take just this schema, in this text or in that of the schemas' file. */
  readonly lineOf: (schema: SchemaModel) => Line;
}

/** Names of functions; absent where none is printed. */
export interface Line {
  readonly read?: string;
  readonly write?: string;
}

/** What {@link printStraight} gives. */
export interface StraightCode extends StraightText {
  /** Name of the function of each payload, by its id. One that is not in the text stands in the schemas' file. */
  readonly functions: ReadonlyMap<string, string>;
  /** Payloads that got no function, by id, with the part for which none is printed. */
  readonly left: ReadonlyMap<string, string>;
}

/** What {@link printStraightFiles} gives. */
export interface StraightFilesCode {
  /** One for each of the request, in its order. */
  readonly files: readonly StraightCode[];
  /** Functions of named schemas that several payloads use. The files import them. */
  readonly schemas: StraightText;
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
  return finishFile(printFile(request, makePrinter(request, request.taken)));
}

/** The same for several files. A named schema that is used twice has its function in a file of its own. */
export function printStraightFiles(request: StraightFilesRequest): StraightFilesCode {
  const shared = makePrinter(request);
  // No file may call something of its own what it may have to import.
  const sharedNames = request.named.flatMap(({ id }) =>
    ["breaks", "read", "write"].map((verb) => functionName(verb, [id])),
  );
  const printers = request.files.map(({ taken = [] }) =>
    makePrinter(request, [...taken, ...sharedNames], shared),
  );
  for (const [index, { payloads }] of request.files.entries()) {
    const printer = printers[index];
    // Everything is counted before anything is printed: where a function stands must not depend on the order.
    if (printer) for (const { schema, direction } of payloads) countUses(schema, direction, printer);
  }
  const printed = request.files.map((file, index) =>
    printFile({ ...request, ...file }, printers[index] ?? makePrinter(request), true),
  );
  const roots = printed.flatMap((file) => file.roots);
  return {
    files: printed.map(finishFile),
    schemas: finish(shared, roots),
  };
}

function makePrinter(
  { named, invalid = "invalid", hasLines = false }: StraightOptions,
  taken: readonly string[] = [],
  shared?: Printer,
): Printer {
  return new Printer(named, invalid, [...preludeNames, ...taken], { shared, hasLines });
}

interface PrintedFile extends Pick<StraightCode, "functions" | "left"> {
  readonly printer: Printer;
  readonly roots: readonly Unit[];
}

function printFile(request: StraightRequest, printer: Printer, isCounted = false): PrintedFile {
  const functions = new Map<string, string>();
  const left = new Map<string, string>();
  const roots: Unit[] = [];
  const payloads = request.payloads.filter((payload) => {
    const reason = reasonToLeave(payload, request, printer);
    if (reason !== undefined) left.set(idOf(payload), reason);
    return reason === undefined;
  });
  if (!isCounted) for (const { schema, direction } of payloads) countUses(schema, direction, printer);
  for (const payload of payloads) {
    try {
      const unit = printRoot(payload, printer);
      roots.push(unit);
      functions.set(idOf(payload), unit.name);
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      left.set(idOf(payload), error.message);
    }
  }
  return { printer, roots, functions, left };
}

function finishFile({ printer, roots, functions, left }: PrintedFile): StraightCode {
  return { ...finish(printer, roots), functions, left };
}

function finish(printer: Printer, roots: readonly Unit[]): StraightText {
  const reached = reach(roots);
  const units = reached.filter(({ owner }) => owner === printer);
  const constants = units.filter((unit) => unit.kind === "constant");
  const functions = units.filter((unit) => unit.kind === "function");
  const [first] = constants;
  const sections: StraightSection[] = [
    ...(first
      ? [{ name: first.name, text: constants.map(({ text }) => text).join("\n"), imports: [], calls: [] }]
      : []),
    ...functions.map((unit) => ({
      name: unit.name,
      text: unit.text,
      imports: [unit.owner.invalid, ...preludeOf([unit])].filter((name) => isIn(name, unit.text)),
      calls: [...unit.uses].filter(({ owner }) => owner !== unit.owner).map(({ name }) => name),
    })),
  ];
  return {
    sections,
    text: sections.map(({ text }) => `${text}\n`).join("\n"),
    imports: preludeOf(units),
    lineOf: (schema) => {
      const [read, write] = (["read", "write"] as const).map((direction) => {
        const unit = lineOf(schema, direction, printer);
        return unit && reached.includes(unit) ? unit.name : undefined;
      });
      return { ...(read !== undefined && { read }), ...(write !== undefined && { write }) };
    },
  };
}

function idOf({ id, direction, name }: StraightPayload): string {
  return id ?? `${direction} ${name}`;
}

function reasonToLeave(
  { schema }: StraightPayload,
  { side }: StraightOptions,
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
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWhole = !/[\w$.]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + name.length));
    if (isWhole) return true;
  }
  return false;
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
  return [
    ...new Set(units.flatMap((unit) => [...unit.prelude].filter((name) => isIn(name, unit.text)))),
  ].sort();
}
