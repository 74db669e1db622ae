import type { SchemaModel, TypeText } from "../../model/index.js";
import type { SchemaPosition } from "./schema-position.js";
import type { ZodSchema } from "./zod-schema.js";

/** What the readers of single kinds ask of the reader of all kinds. */
export interface PartReader {
  readPart(schema: ZodSchema | undefined, position: SchemaPosition): SchemaModel;
  /** The type that a schema yields, from the compiler. */
  askOutput(position: SchemaPosition): TypeText;
  /** The type that a schema accepts, from the compiler. */
  askInput(position: SchemaPosition): TypeText;
}
