import type { Docs, Place } from "../../model/index.js";
import { brandKeyOf } from "./brand-calls.js";
import type { ContractSource, SourceExpression } from "./contract-source.js";
import { callOf, follow, propertyOf, type SourceCall, type SourceProperty } from "./follow.js";
import { readDocs, readDocsOfValue } from "./read-docs.js";

/** A field as the source has it. */
export interface FieldSource {
  readonly place: Place;
  readonly docs?: Docs;
  /** The comment of the constant that the field's schema is, for a field that has none of its own. */
  readonly docsOfValue?: Docs;
  readonly value: SchemaSource;
}

/**
 * The expression that makes a schema, as far as the source tells it. Where it does not, one gets the nearest
 * expression that is known: a place that is nearly right beats none.
 */
export class SchemaSource {
  readonly #source: ContractSource;
  readonly #at: SourceExpression | undefined;
  /** Whether the expression is the schema's own, and not just one nearby. */
  readonly #isExact: boolean;
  #chain: readonly SourceCall[] | undefined;
  #brandKey: { readonly value: string | undefined } | undefined;
  /** Where the expression begins, or the nearest place that is known. */
  readonly place: Place;

  constructor(source: ContractSource, at: SourceExpression | undefined, nearest?: Place, isExact = true) {
    this.#source = source;
    this.#at = at;
    this.#isExact = isExact;
    this.place = at === undefined ? (nearest ?? { file: "", line: 1, column: 1 }) : source.placeOf(at);
  }

  /** The documentation comment of the constant that the expression names. */
  get docs(): Docs | undefined {
    return this.#at === undefined ? undefined : readDocsOfValue(this.#source, this.#at);
  }

  /** Where the constant is declared that the expression names; else the expression itself. */
  get declaredPlace(): Place {
    const { ts } = this.#source;
    const { file, node } = this.#at ?? {};
    const isName = file !== undefined && node !== undefined && ts.isIdentifier(node);
    const declared = isName ? this.#source.declarationOf(file, node.text) : undefined;
    return declared === undefined ? this.place : this.#source.placeOf(declared.name);
  }

  /** A field of the object that this expression makes. */
  field(name: string): FieldSource | undefined {
    const found = this.#at === undefined ? undefined : this.#findField(this.#at, name, 0);
    if (found === undefined) {
      return undefined;
    }
    const docs = readDocs(this.#source, found.declaration);
    const docsOfValue = readDocsOfValue(this.#source, found.value);
    return {
      place: this.#source.placeOf(found.name),
      ...(docs === undefined ? {} : { docs }),
      ...(docsOfValue === undefined ? {} : { docsOfValue }),
      value: new SchemaSource(this.#source, found.value),
    };
  }

  /** What a wrapper (`array`, `optional`, `lazy`, …) wraps. */
  inner(...wrappers: readonly string[]): SchemaSource {
    const call = this.#findCall(wrappers);
    const inner = call?.receiver ?? call?.arguments[0];
    // A wrapper that the source does not show (`.partial()`, `.nullish()`) leaves the expression to the inner.
    return inner === undefined ? this : new SchemaSource(this.#source, inner);
  }

  /** Argument `index` of the function that makes the schema, or the `part`th element of it. */
  argument(makers: readonly string[], index: number, part?: number): SchemaSource {
    const argument = this.#findCall(makers)?.arguments[index];
    if (argument === undefined || part === undefined) {
      return this.#or(argument);
    }
    const list = follow(this.#source, argument);
    const element = this.#source.ts.isArrayLiteralExpression(list.node)
      ? list.node.elements[part]
      : undefined;
    return this.#or(element === undefined ? undefined : { file: list.file, node: element });
  }

  /** The two sides of an intersection, or of a pipe. */
  sides(...makers: readonly string[]): readonly [SchemaSource, SchemaSource] {
    const call = this.#findCall(makers);
    const all = call === undefined ? [] : [...(call.receiver ? [call.receiver] : []), ...call.arguments];
    return [this.#or(all[0]), this.#or(all[1])];
  }

  /** The two sides of a method that joins two schemas; undefined where the source has no such call. */
  chained(method: string): readonly [SchemaSource, SchemaSource] | undefined {
    const call = this.#findCall([method]);
    const [other] = call?.arguments ?? [];
    return call?.receiver === undefined || other === undefined
      ? undefined
      : [this.#or(call.receiver), this.#or(other)];
  }

  /** This expression, for a schema that is somewhere in it. */
  get nearby(): SchemaSource {
    return new SchemaSource(this.#source, this.#at, this.place, false);
  }

  /**
   * The calls that make the schema, the last one first: `min`, `string` for `z.string().min(1)`. None where
   * the expression is only one nearby.
   */
  get chain(): readonly SourceCall[] {
    this.#chain ??= this.#findChain();
    return this.#chain;
  }

  #findChain(): readonly SourceCall[] {
    const calls: SourceCall[] = [];
    let at = this.#isExact ? this.#at : undefined;
    while (at !== undefined && calls.length < mostLinks) {
      const call = callOf(this.#source, at);
      if (call === undefined) {
        break;
      }
      calls.push(call);
      at = call.receiver;
    }
    return calls;
  }

  /** The parser's words for kinds of nodes, for those who look into {@link chain}. */
  get ts(): ContractSource["ts"] {
    return this.#source.ts;
  }

  /** The expression that makes a value of the chain, once names are followed. */
  follow(from: SourceExpression): SourceExpression {
    return follow(this.#source, from);
  }

  /** What the source says of brands: the same text for the same ones; undefined where it says nothing. */
  get brandKey(): string | undefined {
    this.#brandKey ??= { value: brandKeyOf(this) };
    return this.#brandKey.value;
  }

  /**
   * Whether the chain that makes the schema is given an async function. zod wraps the function of a
   * `.superRefine()`, so that only the source tells.
   */
  get hasAsyncCheck(): boolean {
    const { ts } = this.#source;
    return this.chain.some((call) =>
      call.arguments.some(
        ({ node }) =>
          (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
          node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true,
      ),
    );
  }

  #or(expression: SourceExpression | undefined): SchemaSource {
    return expression === undefined ? this.nearby : new SchemaSource(this.#source, expression);
  }

  /** Goes down a chain (`z.array(x).min(1).optional()`) to the call of one of these names. */
  #findCall(names: readonly string[]) {
    let at: SourceExpression | undefined = this.#at;
    for (let step = 0; step < mostLinks && at !== undefined; step++) {
      const call = callOf(this.#source, at);
      if (call === undefined || names.includes(call.name)) {
        return call;
      }
      at = call.receiver ?? call.arguments[0];
    }
    return undefined;
  }

  #findField(at: SourceExpression, name: string, depth: number): SourceProperty | undefined {
    const { ts } = this.#source;
    if (depth > mostLinks) {
      return undefined;
    }
    const { file, node } = follow(this.#source, at);
    if (ts.isObjectLiteralExpression(node)) {
      const own = propertyOf(this.#source, { file, node }, name);
      const spreads = node.properties.filter(ts.isSpreadAssignment).toReversed();
      return (
        own ??
        first(spreads, ({ expression }) => this.#findField({ file, node: expression }, name, depth + 1))
      );
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.#findField({ file, node: node.expression }, name, depth + 1); // `Base.shape`
    }
    const call = callOf(this.#source, { file, node });
    if (call === undefined) {
      return undefined;
    }
    const adds = call.receiver === undefined || objectMakers.has(call.name);
    const places = [...(adds ? call.arguments.toReversed() : []), ...(call.receiver ? [call.receiver] : [])];
    return first(places, (place) => this.#findField(place, name, depth + 1));
  }
}

/** Links of a chain that are followed; more is a circle. */
const mostLinks = 60;

/** Methods whose arguments bring fields along. */
const objectMakers: ReadonlySet<string> = new Set(["extend", "safeExtend", "merge", "and"]);

function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
