import type { SchemaModel } from "../../model/index.js";
import { absenceOf, type Resolve } from "../straight/absence.js";

type UnionSchema = SchemaModel & { readonly kind: "union" };

/**
 * Which option of a discriminated union claims which value of `key`, in zod's order; `undefined`, when several
 * options may omit the key, belongs to none.
 */
export function readClaims(
  schema: UnionSchema,
  key: string,
  resolve: Resolve,
): ReadonlyMap<unknown, SchemaModel | undefined> {
  const claims = new Map<unknown, SchemaModel | undefined>();
  for (const option of schema.options) {
    for (const value of valuesOfField(option, key, resolve) ?? []) {
      claims.set(value, claims.has(value) ? undefined : option);
    }
  }
  return claims;
}

/** The values that pass, where they can be counted: zod's `values`. */
export function knownValues(schema: SchemaModel, resolve: Resolve): readonly unknown[] | undefined {
  const inside = (part: SchemaModel) => knownValues(part, resolve);
  switch (schema.kind) {
    case "literal":
    case "enum":
      return schema.values;
    case "null":
      return [null];
    case "undefined":
      return [undefined];
    case "optional":
      return schema.exact ? inside(schema.inner) : plus(inside(schema.inner), undefined);
    case "nullable":
      return plus(inside(schema.inner), null);
    case "nonoptional":
      return inside(schema.inner)?.filter((value) => value !== undefined);
    case "readonly":
    case "default":
    case "prefault":
    case "catch":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return inside(resolve(schema));
    case "union": {
      if (schema.discriminator !== undefined) return undefined;
      const each = schema.options.map(inside);
      return each.includes(undefined) ? undefined : [...new Set(each.flatMap((values) => values ?? []))];
    }
    default:
      return undefined;
  }
}

/** The values that a field may have, where they can be counted: zod's `propValues`. */
function valuesOfField(schema: SchemaModel, key: string, resolve: Resolve): readonly unknown[] | undefined {
  const inside = (part: SchemaModel) => valuesOfField(part, key, resolve);
  switch (schema.kind) {
    case "object": {
      const field = schema.fields.find(({ name }) => name === key)?.schema;
      const values = field && knownValues(field, resolve);
      return field && absenceOf(field, resolve) !== "missing" ? plus(values, undefined) : values;
    }
    case "optional":
      return schema.exact ? inside(schema.inner) : undefined;
    case "readonly":
      return inside(schema.inner);
    case "transform":
      return inside(schema.accepts);
    case "reference":
      return inside(resolve(schema));
    case "union": {
      const [only, ...more] = schema.options;
      if (only !== undefined && more.length === 0 && schema.discriminator === undefined) return inside(only);
      if (schema.discriminator === undefined) return undefined;
      const each = schema.options.flatMap((option) => {
        const values = inside(option);
        return values ? [values] : [];
      });
      if (each.length === 0) return undefined;
      const all = [...new Set(each.flat())];
      const isShared =
        schema.discriminator === key && each.filter((values) => values.includes(undefined)).length > 1;
      return isShared ? all.filter((value) => value !== undefined) : all;
    }
    default:
      return undefined;
  }
}

function plus(values: readonly unknown[] | undefined, value: unknown): readonly unknown[] | undefined {
  return values && [...new Set([...values, value])];
}
