import type { SchemaAddress, TypeText } from "../../model/index.js";
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
  return { ...at, source: at.source.inner("lazy"), path: `${at.path}["_zod"]["innerType"]` };
}

/** Asks for the type that a schema yields: only the compiler knows it. */
export function askOutput(at: SchemaPosition, questions: TypeQuestions): TypeText {
  return ask(at, `${at.path}["_zod"]["output"]`, questions);
}

/** Asks for the type that a schema accepts. */
export function askInput(at: SchemaPosition, questions: TypeQuestions): TypeText {
  return ask(at, `${at.path}["_zod"]["input"]`, questions);
}

/** Asks for a type that a schema's own type leads to: the first bare `$` of `path` stands for the export. */
export function ask(at: SchemaPosition, path: string, questions: TypeQuestions): TypeText {
  return questions.ask({ ...at.root, path, place: at.source.place });
}

/** How other code gets at the schema. */
export function addressOf({ root, path }: SchemaPosition): SchemaAddress {
  const steps = path.match(/(?<=\[)(?:"(?:[^"\\]|\\.)*"|\d+)(?=\])/g) ?? [];
  // Each is JSON's text of a property's name or of an index.
  return { ...root, steps: steps.map((step) => JSON.parse(step) as string | number) };
}
