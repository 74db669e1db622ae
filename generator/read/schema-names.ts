import { pascalCase } from "../emit/names.js";
import type { Docs, NamedSchema, Place, Problem, SchemaModel } from "../model/index.js";
import type { SchemaPosition } from "./zod/schema-position.js";
import { copiesOf, metadataOf, type ZodSchema } from "./zod/zod-schema.js";

/** A name for a schema object. */
export interface SchemaName {
  readonly id: string;
  readonly place: Place;
  readonly position: SchemaPosition;
  readonly docs?: Docs;
}

/** Which schema objects have names, and what the named ones that channels use look like. */
export class SchemaNames {
  /** Several of one schema only where their brands differ, which the schema itself does not know of. */
  readonly #names = new Map<ZodSchema, SchemaName[]>();
  readonly #found: { readonly name: SchemaName; schema: SchemaModel | undefined }[] = [];

  /** Gives a schema its name; the first one stays. */
  add(schema: ZodSchema, name: SchemaName): void {
    const known = this.#names.get(schema) ?? [];
    if (!known.some((each) => brandOf(each) === brandOf(name))) {
      this.#names.set(schema, [...known, name]);
    }
  }

  /** The name of a schema: its export's, else that of what it is a copy of, else the one of its `meta({ id })`. */
  of(schema: ZodSchema, position: SchemaPosition): SchemaName | undefined {
    for (const copy of copiesOf(schema)) {
      const known = this.#names.get(copy);
      const name = known === undefined ? undefined : pick(known, position.source.brandKey);
      if (name !== undefined) {
        return name;
      }
      const { id } = metadataOf(copy);
      if (id !== undefined) {
        const { declaredPlace: place, docs } = position.source;
        const named = { id: pascalCase(id), place, position, ...(docs === undefined ? {} : { docs }) };
        this.add(copy, named);
        return named;
      }
    }
    return undefined;
  }

  /** A reference to a named schema, which `read` reads at the first one. */
  reference(name: SchemaName, read: () => SchemaModel): SchemaModel {
    if (!this.#found.some((each) => each.name === name)) {
      const entry: { readonly name: SchemaName; schema: SchemaModel | undefined } = {
        name,
        schema: undefined,
      };
      this.#found.push(entry);
      entry.schema = read();
    }
    return { kind: "reference", id: name.id };
  }

  /** The named schemas that were referred to. */
  get found(): readonly FoundSchema[] {
    return this.#found;
  }
}

/** A named schema, once it is read. */
interface FoundSchema {
  readonly name: SchemaName;
  readonly schema: SchemaModel | undefined;
}

/** Every named schema that was referred to, sorted by id; and two that want one id, unless they are alike. */
export function finishNames(found: readonly FoundSchema[]): {
  readonly schemas: readonly NamedSchema[];
  readonly problems: readonly Problem[];
} {
  const byId = new Map<string, NamedSchema>();
  const problems: Problem[] = [];
  const sorted = found.toSorted((left, right) => comparePlaces(left.name, right.name));
  for (const { name, schema } of sorted) {
    if (schema === undefined) {
      continue;
    }
    const { place } = name;
    const named = { id: name.id, schema, place, ...(name.docs === undefined ? {} : { docs: name.docs }) };
    const other = byId.get(name.id);
    if (other === undefined) {
      byId.set(name.id, named);
    } else if (shape(other.schema) !== shape(schema)) {
      problems.push(explainClash(name.id, other.place, place));
    }
  }
  return { schemas: [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1)), problems };
}

function brandOf(name: SchemaName): string {
  return name.position.source.brandKey ?? "";
}

/** The name with that brand; else one without, to which the brand can be added. Unknown brands are no objection. */
function pick(names: readonly SchemaName[], brand: string | undefined): SchemaName | undefined {
  return brand === undefined
    ? names[0]
    : (names.find((each) => brandOf(each) === brand) ?? names.find((each) => brandOf(each) === ""));
}

function comparePlaces(left: SchemaName, right: SchemaName): number {
  const [one, other] = [left.place, right.place];
  if (one.file !== other.file) {
    return one.file < other.file ? -1 : 1;
  }
  return one.line - other.line || one.column - other.column;
}

/** A schema's structure as text, without places and documentation. */
function shape(schema: SchemaModel): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    key === "place" || key === "docs" ? undefined : value,
  );
}

function explainClash(id: string, first: Place, second: Place): Problem {
  return {
    code: "WP2008",
    place: second,
    message: `the type \`${id}\` would be made from two different schemas, this one and that of ${first.file}:${first.line}:${first.column}`,
    mend: "rename the export of one of the two (or its `meta({ id })`)",
  };
}
