import { type NamedSchema, partsOf, type SchemaModel } from "../../model/index.js";
import { knownFormat } from "../check/known-formats.js";
import { type Condition, lineWidth } from "./condition.js";
import { Lines } from "./lines.js";
import { camelCase, LocalNames, Names, pascalCase } from "./names.js";
import { printPattern } from "./pattern.js";
import { isPreludeName, type PreludeName } from "./prelude.js";
import { Unprintable } from "./unprintable.js";

/** Whether a value comes in or is about to leave. */
export type StraightDirection = "read" | "write";

/** A function or constant at the top of the printed text. */
export interface Unit {
  name: string;
  readonly kind: "function" | "constant";
  /** The printing that it is part of. */
  readonly owner: Printer;
  text: string;
  /** What it refers to. */
  readonly uses: Set<Unit>;
  readonly prelude: Set<PreludeName>;
  /** Whether it may throw on data without any code of its own: the root function then catches. */
  mayThrow: boolean;
}

/** One function that is being printed. */
export interface Frame {
  readonly printer: Printer;
  readonly unit: Unit;
  readonly direction: StraightDirection;
  /** Whether an option of a union is guessed by the form of its values; -0 then travels as 0. */
  readonly isGuessed: boolean;
  readonly lines: Lines;
  readonly names: LocalNames;
  /** Statement that gives the value up. */
  readonly fail: string;
  /** Name of the sentinel. */
  readonly invalid: string;
}

/** What a schema holds, at any depth. */
interface Found {
  readonly holdsNumber: boolean;
  readonly holdsCatch: boolean;
  readonly holdsAnything: boolean;
}

/** What all functions of one printing share. */
export class Printer {
  readonly names: Names;
  readonly invalid: string;
  /** Functions by what they read or write; undefined while and after it turned out that none can be printed. */
  readonly functions = new Map<string, Unit | undefined>();
  /** How often each schema that can have a function of its own is used. */
  readonly uses = new Map<string, number>();
  readonly #named: ReadonlyMap<string, SchemaModel>;
  readonly #constants = new Map<string, Unit>();
  readonly #known = new Map<SchemaModel, Found>();

  /** Who prints the functions of named schemas that are used twice; this printer where it is absent. */
  readonly shared: Printer | undefined;

  /** Whether items of arrays and their like have functions of their own. */
  readonly hasLines: boolean;

  constructor(
    named: readonly NamedSchema[],
    invalid: string,
    taken: Iterable<string>,
    { shared, hasLines = false }: { readonly shared?: Printer | undefined; readonly hasLines?: boolean } = {},
  ) {
    this.hasLines = hasLines;
    this.shared = shared;
    this.#named = new Map(named.map((entry) => [entry.id, entry.schema]));
    this.invalid = invalid;
    this.names = new Names([...taken, invalid]);
  }

  /** The schema behind any references. */
  readonly resolve = (schema: SchemaModel): SchemaModel => {
    let target = schema;
    for (let hops = 0; target.kind === "reference"; hops++) {
      const next = this.#named.get(target.id);
      if (next === undefined || hops > this.#named.size)
        throw new Unprintable(`no schema named ${target.id}`);
      target = next;
    }
    return target;
  };

  /** Whether the schema's code is another one where an option of a union is guessed: see {@link Frame.isGuessed}. */
  dependsOnGuess(schema: SchemaModel, direction: StraightDirection): boolean {
    const known = this.#found(schema);
    return known.holdsNumber && (direction === "write" || known.holdsCatch);
  }

  /** Whether a schema that is but a condition refuses more of what is written. */
  dependsOnDirection(schema: SchemaModel, isGuessed: boolean): boolean {
    const known = this.#found(schema);
    return known.holdsAnything || (known.holdsNumber && !isGuessed);
  }

  #found(schema: SchemaModel): Found {
    const known = this.#known.get(schema) ?? this.#look(schema);
    this.#known.set(schema, known);
    return known;
  }

  #look(root: SchemaModel): Found {
    const found = { holdsNumber: false, holdsCatch: false, holdsAnything: false };
    const seen = new Set<string>();
    const look = (schema: SchemaModel): void => {
      if (schema.kind === "number") found.holdsNumber = true;
      if (schema.kind === "catch") found.holdsCatch = true;
      if (schema.kind === "any" || schema.kind === "unknown") found.holdsAnything = true;
      if (schema.kind !== "reference") for (const part of partsOf(schema)) look(part);
      else if (!seen.has(schema.id)) {
        seen.add(schema.id);
        look(this.resolve(schema));
      }
    };
    look(root);
    return found;
  }

  /** A function yet to be printed. */
  unit(name: string): Unit {
    return {
      name,
      kind: "function",
      owner: this,
      text: "",
      uses: new Set(),
      prelude: new Set(),
      mayThrow: false,
    };
  }

  /** A frame for the function's body. */
  frame(unit: Unit, direction: StraightDirection, isGuessed = false): Frame {
    return {
      printer: this,
      unit,
      direction,
      isGuessed,
      lines: new Lines(),
      names: new LocalNames(["input"]),
      fail: `return ${this.invalid};`,
      invalid: this.invalid,
    };
  }

  /** A constant at the top of the text; the same one for the same expression. */
  constant(expression: string, wishes: () => readonly string[]): Unit {
    const known = this.#constants.get(expression);
    if (known) return known;
    const unit = this.unit(this.names.take(...wishes()));
    const line = `const ${unit.name} = ${expression};`;
    const text = line.length <= lineWidth ? line : `const ${unit.name} =\n  ${expression};`;
    const constant: Unit = { ...unit, kind: "constant", text };
    this.#constants.set(expression, constant);
    return constant;
  }
}

/** A name for a part of a value: `path` leads to it from the function's root. */
export type Path = readonly string[];

/** Takes a local name for the value at `path`, with an ending that tells it from others of the same place. */
export function local(frame: Frame, path: Path, ending = ""): string {
  for (let start = path.length - 1; start >= 0; start--) {
    const wish = camelCase(...path.slice(start), ending);
    const name = wish === "" ? undefined : frame.names.tryTake(wish);
    if (name !== undefined) return name;
  }
  return frame.names.take(`value${ending}`);
}

/** Gives the value up where the condition holds. */
export function refuse(frame: Frame, condition: Condition): void {
  if (condition === "true") throw new Unprintable("nothing passes");
  frame.lines.guard(condition, frame.fail);
}

/** The name of a function of the prelude, noted as used. */
export function use(frame: Frame, name: PreludeName): PreludeName {
  frame.unit.prelude.add(name);
  return name;
}

/** The name of a hoisted regular expression. */
export function hoistPattern(
  frame: Frame,
  pattern: { readonly source: string; readonly flags: string },
  path: Path,
  format: string,
): string {
  const known = knownFormat(format, pattern);
  // The runtime has them for its words already.
  const provided = `${known}Pattern`;
  if (known !== undefined && isPreludeName(provided)) return use(frame, provided);
  const flags = pattern.flags.replace(/[gy]/g, "");
  const ownName = format === "regex" ? [] : [`${camelCase(format)}Pattern`];
  const byPath = () => path.map((_, index) => `${camelCase(...path.slice(path.length - 1 - index))}Pattern`);
  return hoist(frame, printPattern(pattern.source, flags), () => [...ownName, ...byPath()]);
}

/** The name of a hoisted set of values. */
export function hoistSet(frame: Frame, values: readonly string[], path: Path): string {
  const byPath = () => path.map((_, index) => `${camelCase(...path.slice(path.length - 1 - index))}Values`);
  return hoist(frame, `/* @__PURE__ */ new Set<unknown>([${values.join(", ")}])`, byPath);
}

function hoist(frame: Frame, expression: string, wishes: () => readonly string[]): string {
  const unit = frame.printer.constant(expression, wishes);
  frame.unit.uses.add(unit);
  return unit.name;
}

/** The name of a function: its verb and what it is about. */
export function functionName(verb: string, path: Path): string {
  return verb + pascalCase(...path);
}
