import type { ZodSchema } from "./zod-schema.js";

/** The TypeScript text of a template literal's type, backticks included. */
export function readTemplateType(schema: ZodSchema): string {
  return `\`${(schema._zod.def.parts ?? []).map(readPart).join("")}\``;
}

function readPart(part: unknown): string {
  if (!isSchema(part)) {
    return part === undefined ? "" : escapeText(String(part));
  }
  const values = valuesOf(part);
  const only = values?.length === 1 ? values[0] : undefined;
  if (only !== undefined) {
    return escapeText(only);
  }
  return values === undefined ? `\${${wideType(part)}}` : `\${${values.map(quote).join(" | ")}}`;
}

/** The texts that a part can be; undefined where there is no end to them. */
function valuesOf(part: ZodSchema): readonly string[] | undefined {
  const { def } = part._zod;
  const [inner] = [def.innerType].map((each) => (each === undefined ? undefined : valuesOf(each)));
  switch (def.type) {
    case "literal":
    case "enum":
      return [...(part._zod.values ?? [])].map((value) => (value === undefined ? "" : String(value)));
    case "null":
      return ["null"];
    case "undefined":
      return [""];
    case "optional":
      return inner === undefined ? undefined : [...inner, ""];
    case "nullable":
      return inner === undefined ? undefined : [...inner, "null"];
    case "union": {
      const options = (def.options ?? []).map(valuesOf);
      return options.every((option) => option !== undefined) ? options.flat() : undefined;
    }
    default:
      return inner;
  }
}

/** A type that a template literal may hold, for a part that has no list of values. */
function wideType(part: ZodSchema): string {
  const { def } = part._zod;
  const inner = def.innerType === undefined ? "string" : wideType(def.innerType);
  switch (def.type) {
    case "number":
    case "boolean":
    case "bigint":
      return def.type;
    case "template_literal":
      return readTemplateType(part);
    case "optional":
      return `${inner} | ""`;
    case "nullable":
      return `${inner} | null`;
    case "union":
      return (def.options ?? [])
        .map((option) => valuesOf(option)?.map(quote).join(" | ") ?? wideType(option))
        .join(" | ");
    default:
      return inner;
  }
}

function isSchema(part: unknown): part is ZodSchema {
  return typeof part === "object" && part !== null && "_zod" in part;
}

function escapeText(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/`/g, "\\`").replace(/\$\{/g, "\\${").replace(/\n/g, "\\n");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
