import { z } from "zod";
import type {
  BigintCheck,
  DateCheck,
  FileCheck,
  LiteralValue,
  NamedSchema,
  NumberCheck,
  SchemaModel,
  SizeCheck,
  StringCheck,
} from "../../generator/model/index.js";

/** Model in, zod's own source out: what the property test prints when it fails, and runs to have the schema. */
export function zodSource(schema: SchemaModel): string {
  const error = schema.message === undefined ? "" : text({ error: schema.message });
  const withError = (...items: string[]) => [...items, error].filter((item) => item !== "").join(", ");
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean": {
      const checks = schema.kind === "boolean" ? "" : schema.checks.map(checkSource).join("");
      return `z${schema.coerce ? ".coerce" : ""}.${schema.kind}(${error})${checks}`;
    }
    case "null":
    case "undefined":
    case "never":
      return `z.${schema.kind}(${error})`;
    case "any":
    case "unknown":
      return `z.${schema.kind}()`;
    case "literal":
      return `z.literal(${withError(`[${schema.values.map(literalSource).join(", ")}]`)})`;
    case "enum": {
      const entries = schema.values.map((value, index) => [`e${index}`, value]);
      return `z.enum(${withError(text(Object.fromEntries(entries)))})`;
    }
    case "template_literal":
      return `z.templateLiteral(${withError(schema.type)})`;
    case "object": {
      const fields = schema.fields.map(({ name, schema: inner }) =>
        holdsSelf(inner)
          ? `get ${text(name)}() { return ${zodSource(inner)}; }`
          : `${name === "__proto__" ? '["__proto__"]' : text(name)}: ${zodSource(inner)}`,
      );
      const make = { strip: "object", strict: "strictObject", loose: "looseObject", catchall: "object" };
      const catchall = schema.catchall ? `.catchall(${zodSource(schema.catchall)})` : "";
      return `z.${make[schema.unknownKeys]}(${withError(`{ ${fields.join(", ")} }`)})${catchall}`;
    }
    case "array":
      return `z.array(${withError(zodSource(schema.item))})${schema.checks.map(checkSource).join("")}`;
    case "tuple": {
      const items = `[${schema.items.map(zodSource).join(", ")}]`;
      return `z.tuple(${withError(items, schema.rest ? zodSource(schema.rest) : "")})`;
    }
    case "record": {
      const make = { exhaustive: "record", partial: "partialRecord", loose: "looseRecord" };
      return `z.${make[schema.mode]}(${withError(zodSource(schema.key), zodSource(schema.value))})`;
    }
    case "union": {
      const options = `[${schema.options.map(zodSource).join(", ")}]`;
      if (schema.isExclusive) return `z.xor(${withError(options)})`;
      if (schema.discriminator === undefined) return `z.union(${withError(options)})`;
      return `z.discriminatedUnion(${withError(text(schema.discriminator), options)})`;
    }
    case "intersection":
      return `z.intersection(${zodSource(schema.left)}, ${zodSource(schema.right)})`;
    case "optional":
      return `z.${schema.exact ? "exactOptional" : "optional"}(${zodSource(schema.inner)})`;
    case "nullable":
    case "readonly":
      return `z.${schema.kind}(${zodSource(schema.inner)})`;
    case "nonoptional":
      return `z.nonoptional(${withError(zodSource(schema.inner))})`;
    case "default":
      return `z._default(${zodSource(schema.inner)}, ${text(schema.value)})`;
    case "prefault":
    case "catch":
      return `z.${schema.kind}(${zodSource(schema.inner)}, ${text(schema.value)})`;
    case "reference":
      return schema.id;
    case "bigint":
    case "date":
      return `z${schema.coerce ? ".coerce" : ""}.${schema.kind}(${error})${schema.checks.map(exactCheckSource).join("")}`;
    case "nan":
      return `z.nan(${error})`;
    case "map": {
      const checks = schema.checks.map(sizeSource).join("");
      return `z.map(${withError(zodSource(schema.key), zodSource(schema.value))})${checks}`;
    }
    case "set":
      return `z.set(${withError(zodSource(schema.item))})${schema.checks.map(sizeSource).join("")}`;
    case "blob":
      if (schema.expected !== "file") return `z.instanceof(${withError(schema.expected)})`;
      return `z.file(${error})${schema.checks.map(checkSource).join("")}`;
    case "bytes":
      return `z.instanceof(${withError(schema.array)})`;
    case "stringbool": {
      const options = { truthy: schema.truthy, falsy: schema.falsy };
      const mode = schema.isCaseSensitive ? { case: "sensitive" } : {};
      return `z.stringbool(${text({ ...options, ...mode, ...(schema.message && { error: schema.message }) })})`;
    }
    case "codec":
    case "transform":
    case "unsupported":
      throw new Error(`The property test makes no \`${schema.kind}\``);
  }
}

/** Source of the named schemas, then of the schema itself, as the body of a function of `z`. */
export function programSource(schema: SchemaModel, named: readonly NamedSchema[]): string {
  const consts = named.map((each) => `const ${each.id} = ${zodSource(each.schema)};`);
  return [...consts, `return ${zodSource(schema)};`].join("\n");
}

/** The schema that the source makes. */
export function runSource(source: string): z.ZodType {
  return new Function("z", source)(z);
}

/** Checks of a bigint or a date; values in their own notation. */
function exactCheckSource(check: BigintCheck | DateCheck): string {
  const error = check.message === undefined ? "" : text({ error: check.message });
  const call = (name: string, ...items: string[]) =>
    `.${name}(${[...items, error].filter((item) => item !== "").join(", ")})`;
  if (check.kind === "bigint_format") return `.check(z.${check.format}(${error}))`;
  if (check.kind === "multiple_of") return call("multipleOf", `${check.value}n`);
  const isDate = typeof check.value === "number";
  const bound = isDate ? `new Date(${check.value})` : `${check.value}n`;
  const names = check.inclusive
    ? { greater_than: "gte", less_than: "lte" }
    : { greater_than: "gt", less_than: "lt" };
  return isDate ? `.check(z.${names[check.kind]}(${bound}))` : call(names[check.kind], bound);
}

function sizeSource({ kind, value, message }: SizeCheck): string {
  const names = { min_length: "min", max_length: "max", length: "size" };
  return `.${names[kind]}(${[value, ...(message === undefined ? [] : [text({ error: message })])].join(", ")})`;
}

function literalSource(value: LiteralValue): string {
  return typeof value === "object" && value !== null ? `${value.bigint}n` : text(value);
}

type Check = StringCheck | NumberCheck | FileCheck;

function checkSource(check: Check): string {
  const error = "message" in check && check.message !== undefined ? text({ error: check.message }) : "";
  const call = (name: string, ...items: string[]) =>
    `.${name}(${[...items, error].filter((item) => item !== "").join(", ")})`;
  switch (check.kind) {
    case "mime":
      return call("mime", text(check.types));
    case "min_length":
      return call("min", text(check.value));
    case "max_length":
      return call("max", text(check.value));
    case "length":
      return call("length", text(check.value));
    case "format":
      if (check.format === "regex") return call("regex", `/${check.pattern.source}/${check.pattern.flags}`);
      return call(check.format === "datetime" ? "datetime" : check.format);
    case "coded_format":
      return `.check(z.${codedSource(check.format, check.options, error)})`;
    case "includes": {
      const options = { position: check.position, error: check.message };
      return `.includes(${text(check.value)}, ${text(options)})`;
    }
    case "starts_with":
      return call("startsWith", text(check.value));
    case "ends_with":
      return call("endsWith", text(check.value));
    case "trim":
      return ".trim()";
    case "lower_case":
      return ".toLowerCase()";
    case "upper_case":
      return ".toUpperCase()";
    case "normalize":
      return `.normalize(${text(check.form)})`;
    case "is_lower_case":
      return call("lowercase");
    case "is_upper_case":
      return call("uppercase");
    case "greater_than":
      return call(check.inclusive ? "gte" : "gt", text(check.value));
    case "less_than":
      return call(check.inclusive ? "lte" : "lt", text(check.value));
    case "multiple_of":
      return call("multipleOf", text(check.value));
    case "number_format":
      return `.check(z.${check.format === "safeint" ? "int" : check.format}(${error}))`;
  }
}

function codedSource(format: string, options: Readonly<Record<string, unknown>>, error: string): string {
  const names: Readonly<Record<string, string>> = { credit_card: "creditCard" };
  const entries = Object.entries(options).map(([key, value]) => {
    const isPattern = typeof value === "object" && value !== null && "source" in value;
    return `${key}: ${isPattern ? `/${value.source}/` : text(value)}`;
  });
  if (error) entries.push(error.slice(1, -1));
  return `${names[format] ?? format}({ ${entries.join(", ")} })`;
}

/** Whether a schema holds the one recursive schema of the test; a getter then puts off its reading. */
function holdsSelf(schema: SchemaModel): boolean {
  return JSON.stringify(schema).includes('"id":"Tree"');
}

function text(value: unknown): string {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : JSON.stringify(value);
}
