import type { BrandModel, TypeText } from "../../model/index.js";
import { brandCalls, ownCalls } from "../source/brand-calls.js";
import type { SourceCall } from "../source/follow.js";
import type { TypeQuestions } from "../type-questions.js";
import { ask, type SchemaPosition } from "./schema-position.js";
import type { ZodSchema } from "./zod-schema.js";

/**
 * The brands of a schema. `.brand<"Id">()` leaves no trace in the schema, so that only the source has them;
 * where it does not spell the name out, the compiler is asked.
 */
export function readBrands(
  schema: ZodSchema,
  at: SchemaPosition,
  questions: TypeQuestions,
): readonly BrandModel[] {
  const { ts } = at.source;
  return brandCalls(ownCalls(at.source, schema._zod.def.type)).map((call): BrandModel => {
    const on = sideOf(call, ts);
    const name = nameOf(call, ts);
    return { type: name === undefined ? askBrand(at, on, questions) : brandType(name), on };
  });
}

function brandType(name: string): TypeText {
  return { text: `$brand<${name}>`, imports: [{ name: "$brand", from: "zod" }] };
}

/** The brand's name as a type, where the source says it in so many words. */
function nameOf({ typeArguments, arguments: values }: SourceCall, ts: Parsing): string | undefined {
  const type = typeArguments[0]?.node;
  const literal =
    type === undefined ? values[0]?.node : ts.isLiteralTypeNode(type) ? type.literal : undefined;
  if (literal === undefined) {
    return undefined;
  }
  if (ts.isStringLiteralLike(literal)) {
    return JSON.stringify(literal.text);
  }
  return ts.isNumericLiteral(literal) ? literal.text : undefined;
}

function sideOf({ typeArguments }: SourceCall, ts: Parsing): BrandModel["on"] {
  const side = typeArguments[1]?.node;
  const text =
    side !== undefined && ts.isLiteralTypeNode(side) && ts.isStringLiteral(side.literal)
      ? side.literal.text
      : "out";
  return text === "in" ? "accepts" : text === "inout" ? "both" : "yields";
}

/** The names of all of the schema's brands. */
function askBrand(at: SchemaPosition, on: BrandModel["on"], questions: TypeQuestions): TypeText {
  const side = on === "accepts" ? "input" : "output";
  const names = `keyof ${at.path}["_zod"]["${side}"][typeof import("zod").$brand]`;
  return ask(at, `import("zod").$brand<${names}>`, questions);
}

type Parsing = SchemaPosition["source"]["ts"];
