import * as words from "../../contracts/wire/check/index.js";
import type { PayloadCheck } from "../../contracts/wire/index.js";
import { payloadCheck } from "../../contracts/wire/index.js";
import { emitCheck } from "../../generator/emit/check/emit-check.js";
import { printLayout } from "../../generator/emit/layout.js";
import type { SchemaModel } from "../../generator/model/index.js";

/** Named schemas, by their names. */
export type Table = Readonly<Record<string, SchemaModel>>;

/** The words that are printed for a schema, on one line. */
export function wordsOf(schema: SchemaModel, table: Table = {}): string {
  const layout = emitCheck(schema, {
    word: (name) => name,
    make: (id) => `check${id}`,
    resolve: (part) => resolve(part, table),
  });
  return printLayout(layout, { width: Number.POSITIVE_INFINITY });
}

/** What a generated file has for a schema: the printed words, run. */
export function checkOf(schema: SchemaModel, table: Table = {}): PayloadCheck {
  const named = Object.entries(table).map(
    ([id, each]) => `function check${id}() { return ${wordsOf(each, table)}; }`,
  );
  const source = `${named.join("\n")}\nreturn payloadCheck(() => ${wordsOf(schema, table)});`;
  return new Function("payloadCheck", ...Object.keys(words), source)(payloadCheck, ...Object.values(words));
}

function resolve(schema: SchemaModel, table: Table): SchemaModel {
  if (schema.kind !== "reference") return schema;
  const target = table[schema.id];
  if (target === undefined) throw new Error(`no schema \`${schema.id}\``);
  return resolve(target, table);
}
