import type { ContractModel, NamedSchema } from "../model/index.js";
import { contractDocs } from "./emit-interface.js";
import { emitTypeDeclaration, type TypeContext } from "./emit-type.js";
import { schemasSpecifier } from "./emitted-name.js";
import { namesOf } from "./layout.js";
import { compareTexts, type Declaration, type Module } from "./module.js";
import { initName } from "./names.js";
import type { Side } from "./schema-table.js";

/** The types of named schemas that other modules use, and those that these use in turn, sorted by name. */
export function schemaDeclarations(
  model: ContractModel,
  modules: readonly Module[],
  context: TypeContext,
): readonly Declaration[] {
  if (model.schemas.length === 0) return [];
  const sources = sourcesOf(model, context);
  const made = new Map<Source, Declaration>();
  const visit = (declarations: readonly Declaration[]): void => {
    for (const { text } of declarations) {
      for (const { from, name } of namesOf(text)) {
        if (from !== schemasSpecifier) continue;
        for (const source of sources.get(name) ?? []) {
          if (made.has(source)) continue;
          const declaration = declareSchema(source, context);
          made.set(source, declaration);
          visit([declaration]);
        }
      }
    }
  };
  for (const module of modules) visit(module.declarations);
  return [...made.values()].sort((left, right) => compareTexts(left.name, right.name));
}

/** One of the two types of a named schema. */
interface Source {
  readonly name: string;
  readonly schema: NamedSchema;
  readonly side: Side;
}

/** By emitted name; more than one where two schemas want it, which a check refuses. */
function sourcesOf(
  { schemas }: ContractModel,
  { table }: TypeContext,
): ReadonlyMap<string, readonly Source[]> {
  const sources = schemas.flatMap((schema): readonly Source[] => [
    { name: schema.id, schema, side: "yields" },
    ...(table.hasTwoTypes(schema.id)
      ? [{ name: initName(schema.id), schema, side: "accepts" as const }]
      : []),
  ]);
  const byName = new Map<string, Source[]>();
  for (const source of sources) byName.set(source.name, [...(byName.get(source.name) ?? []), source]);
  return byName;
}

function declareSchema({ name, schema, side }: Source, context: TypeContext): Declaration {
  return {
    name,
    origin:
      name === schema.id
        ? `the schema \`${schema.id}\``
        : `what a writer of the schema \`${schema.id}\` may write`,
    place: schema.place,
    docs: contractDocs(schema, context.toRoot),
    text: emitTypeDeclaration(name, schema.schema, side, context),
  };
}

/** The one contract file that several things come from, else the folder that holds them all. */
export function commonSource(files: readonly string[]): string {
  const [first = "", ...rest] = [...new Set(files)].sort(compareTexts);
  if (rest.length === 0) return first;
  const folders = first.split("/").slice(0, -1);
  const shared = folders.findIndex((folder, index) => rest.some((file) => file.split("/")[index] !== folder));
  const kept = shared < 0 ? folders : folders.slice(0, shared);
  return kept.length === 0 ? "the contracts" : `${kept.join("/")}/`;
}
