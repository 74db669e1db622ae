import type { TypeText } from "../../model/index.js";
import type { SchemaSource } from "../source/schema-source.js";
import type { TypeQuestions } from "../type-questions.js";

/** Where a schema stands: in the source, in the compiler's eyes, and by the path that leads to it. */
export interface SchemaPosition {
  readonly source: SchemaSource;
  /** What a schema without a name of its own is called when it needs one. */
  readonly name: string;
  /** The export where the compiler's way to the schema begins, and the steps from there. */
  readonly root: { readonly file: string; readonly exportName: string };
  /** A type's text; the first `$` in it stands for the export. */
  readonly path: string;
}

/** The position of a part: `path` is the way from the schema's definition to it. */
export function partOf(at: SchemaPosition, source: SchemaSource, name: string, path: string): SchemaPosition {
  return { ...at, source, name: at.name + name, path: `${at.path}["_zod"]["def"]${path}` };
}

/** The position of what a wrapper wraps; it keeps the name. */
export function wrappedBy(at: SchemaPosition, ...wrappers: readonly string[]): SchemaPosition {
  return partOf(at, at.source.inner(...wrappers), "", '["innerType"]');
}

/** The position of what a `z.lazy` stands for; it keeps the name. */
export function behindLazy(at: SchemaPosition): SchemaPosition {
  const path = `ReturnType<${at.path}["_zod"]["def"]["getter"]>`;
  return { ...at, source: at.source.inner("lazy"), path };
}

/** Asks for the type that a schema yields: only the compiler knows it. */
export function askOutput(at: SchemaPosition, questions: TypeQuestions): TypeText {
  return questions.ask({
    file: at.root.file,
    exportName: at.root.exportName,
    path: `${at.path}["_zod"]["output"]`,
    place: at.source.place,
  });
}
