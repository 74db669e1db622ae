import type { ts } from "ts-morph";
import type { TypeText } from "../model/index.js";

/** Finds the export under which other files get at a symbol. */
export type FindExport = (symbol: ts.Symbol) => { readonly name: string; readonly from: string } | undefined;

/** A type has a part that cannot be written in another file. */
export class UnwritableType extends Error {}

/** What printing takes. */
export interface TypePrinting {
  readonly ts: typeof ts;
  readonly program: ts.Program;
  readonly findExport: FindExport;
}

/**
 * Writes a type so that it stands on its own: exported names are imported, all else is written out.
 *
 * The compiler's own printer will not do: it writes names that only the contract can see, writes recursion as
 * `any[]`, and orders unions by what else it has looked at before.
 *
 * @throws UnwritableType with the reason, as the end of a sentence that begins "it has".
 */
export function printType(type: ts.Type, printing: TypePrinting): TypeText {
  const printer = new TypePrinter(printing);
  const text = printer.print(type);
  return { text, imports: printer.imports };
}

/** Types within types; deeper is a circle of types that are made anew at each turn. */
const deepest = 30;

class TypePrinter {
  readonly #ts: typeof ts;
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #findExport: FindExport;
  readonly #imports = new Map<string, string>();
  readonly #open: ts.Type[] = [];

  constructor({ ts, program, findExport }: TypePrinting) {
    this.#ts = ts;
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#findExport = findExport;
  }

  get imports(): TypeText["imports"] {
    return [...this.#imports]
      .map(([name, from]) => ({ name, from }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  print(type: ts.Type): string {
    const named = this.#printBrand(type) ?? this.#printName(type.aliasSymbol, type.aliasTypeArguments);
    if (named !== undefined) {
      return named;
    }
    if (this.#open.includes(type) || this.#open.length > deepest) {
      throw new UnwritableType("a type that holds itself and has no exported name");
    }
    this.#open.push(type);
    const text = this.#printStructure(type);
    this.#open.pop();
    return text;
  }

  #printStructure(type: ts.Type): string {
    const { TypeFlags } = this.#ts;
    if (type.flags & (TypeFlags.Any | TypeFlags.TypeParameter)) {
      return "unknown"; // emitted code has no `any`
    }
    if (type.flags & TypeFlags.Void) {
      return "undefined";
    }
    if (type.flags & TypeFlags.EnumLike) {
      return this.#printEnum(type).join(" | ");
    }
    if (type.isStringLiteral()) {
      return JSON.stringify(type.value);
    }
    if (type.isUnion()) {
      return this.#printUnion(type.types);
    }
    if (type.isIntersection()) {
      return this.#printIntersection(type);
    }
    return type.flags & TypeFlags.Object
      ? this.#printObject(type as ts.ObjectType) // by its flag
      : this.#checker.typeToString(type, undefined, this.#ts.TypeFormatFlags.NoTruncation);
  }

  /** An enum: its name where it is exported, those of its members where not all are meant, else their values. */
  #printEnum(type: ts.Type): readonly string[] {
    const members = type.isUnion() ? type.types : [type];
    const declared = this.#enumOf(members[0]);
    const name = this.#printName(declared?.symbol, undefined);
    const isWhole = declared?.isUnion() === true && declared.types.length === members.length;
    if (name !== undefined && (isWhole || declared === type)) {
      return [name];
    }
    return members.map((member) => {
      if (name !== undefined) {
        return `${name}.${member.symbol.name}`;
      }
      if (member.isStringLiteral() || member.isNumberLiteral()) {
        return JSON.stringify(member.value);
      }
      throw new UnwritableType(`the enum \`${type.symbol.name}\`, which is not exported`);
    });
  }

  /** The enum that a type is a member of; for a type that is no such member none. */
  #enumOf(member: ts.Type | undefined): ts.Type | undefined {
    const declaration = member?.symbol?.declarations?.[0];
    const found =
      declaration === undefined || (member?.flags ?? 0) & this.#ts.TypeFlags.Enum
        ? declaration
        : declaration.parent;
    return found !== undefined && this.#ts.isEnumDeclaration(found)
      ? this.#checker.getTypeAtLocation(found)
      : undefined;
  }

  /** Sorted by text, undefined and null last: the compiler's order changes with what it has seen before. */
  #printUnion(types: readonly ts.Type[]): string {
    const enums = groupBy(types, (member) => this.#enumOf(member));
    const texts = new Set(
      [...enums].flatMap(([declared, members]) =>
        declared?.isUnion() === true && declared.types.length === members.length
          ? this.#printEnum(declared)
          : members.map((member) => this.#printOperand(member)),
      ),
    );
    if (texts.has("true") && texts.has("false")) {
      texts.delete("true");
      texts.delete("false");
      texts.add("boolean");
    }
    const last = ["undefined", "null"].filter((text) => texts.delete(text));
    return [...[...texts].sort(), ...last.reverse()].join(" | ");
  }

  #printIntersection(type: ts.IntersectionType): string {
    return type.types.map((part) => this.#printOperand(part)).join(" & ");
  }

  /** zod's `$brand<"Id">`; undefined for any other type. */
  #printBrand(type: ts.Type): string | undefined {
    const properties = type.flags & this.#ts.TypeFlags.Object ? this.#properties(type) : [];
    const [property] = properties;
    if (property === undefined || properties.length > 1 || !property.name.startsWith("__@$brand@")) {
      return undefined;
    }
    this.#imports.set("$brand", "zod");
    const names = this.#properties(this.#checker.getTypeOfSymbol(property));
    return `$brand<${names.map(({ name }) => JSON.stringify(name)).join(" | ")}>`;
  }

  #printOperand(type: ts.Type): string {
    const text = this.print(type);
    const isCompound = type.aliasSymbol === undefined && (type.isUnion() || type.isIntersection());
    return isCompound && / [|&] /.test(text) ? `(${text})` : text;
  }

  #printObject(type: ts.ObjectType): string {
    if (this.#checker.isTupleType(type)) {
      return this.#printTuple(type as ts.TupleTypeReference); // by the checker's word
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference); // by the checker's word
      const text = item === undefined ? "unknown" : this.print(item);
      const isCompound = item !== undefined && / [|&] /.test(text) && !/^\w+</.test(text);
      const array = `${isCompound ? `(${text})` : text}[]`;
      return type.symbol.name === "ReadonlyArray" ? `readonly ${array}` : array;
    }
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
      throw new UnwritableType("a function");
    }
    const isReference = "target" in type;
    const typeArguments = isReference ? this.#checker.getTypeArguments(type as ts.TypeReference) : undefined; // by `target`
    const named = this.#printName(type.symbol, typeArguments);
    if (named !== undefined) {
      return named;
    }
    if (type.isClass()) {
      throw new UnwritableType(`the class \`${type.symbol.name}\`, which is not exported`);
    }
    return this.#printFields(type);
  }

  #printTuple(type: ts.TupleTypeReference): string {
    const { ElementFlags } = this.#ts;
    const items = this.#checker.getTypeArguments(type).map((item, index) => {
      const flags = type.target.elementFlags[index] ?? ElementFlags.Required;
      const text = this.#printOperand(item);
      return flags & ElementFlags.Rest ? `...${text}[]` : flags & ElementFlags.Optional ? `${text}?` : text;
    });
    return `${type.target.readonly ? "readonly " : ""}[${items.join(", ")}]`;
  }

  #printFields(type: ts.Type): string {
    const fields = this.#properties(type).map((property) => {
      const optional = property.flags & this.#ts.SymbolFlags.Optional ? "?" : "";
      const name = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(property.name)
        ? property.name
        : JSON.stringify(property.name);
      return `${this.#isReadonly(property) ? "readonly " : ""}${name}${optional}: ${this.print(this.#checker.getTypeOfSymbol(property))}`;
    });
    const indices = this.#checker
      .getIndexInfosOfType(type)
      .map((info) => `[key: ${this.print(info.keyType)}]: ${this.print(info.type)}`);
    const all = [...fields, ...indices];
    return all.length === 0 ? "Record<never, never>" : `{ ${all.join("; ")} }`;
  }

  #properties(type: ts.Type): readonly ts.Symbol[] {
    return this.#checker.getPropertiesOfType(type);
  }

  #isReadonly(property: ts.Symbol): boolean {
    const declaration = property.valueDeclaration;
    return (
      declaration !== undefined &&
      (this.#ts.getCombinedModifierFlags(declaration) & this.#ts.ModifierFlags.Readonly) !== 0
    );
  }

  /** A type's name, where other files can use it: one of the language, or an export. */
  #printName(
    symbol: ts.Symbol | undefined,
    typeArguments: readonly ts.Type[] | undefined,
  ): string | undefined {
    if (symbol === undefined) {
      return undefined;
    }
    const isGlobal =
      (symbol.flags & (this.#ts.SymbolFlags.Interface | this.#ts.SymbolFlags.Class)) !== 0 &&
      symbol.declarations?.some((each) => this.#program.isSourceFileDefaultLibrary(each.getSourceFile())) ===
        true;
    const found = isGlobal ? undefined : this.#findExport(symbol);
    if (!isGlobal && found === undefined) {
      return undefined;
    }
    const name = found?.name ?? symbol.name;
    if (found !== undefined) {
      const other = this.#imports.get(name);
      if (other !== undefined && other !== found.from) {
        return undefined; // two files, one name: the second is written out
      }
      this.#imports.set(name, found.from);
    }
    const list = (typeArguments ?? []).map((argument) => this.print(argument));
    return list.length === 0 ? name : `${name}<${list.join(", ")}>`;
  }
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
