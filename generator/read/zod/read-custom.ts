import type { BytesArray, SchemaModel } from "../../model/index.js";
import type { PartReader } from "./part-reader.js";
import type { SchemaPosition } from "./schema-position.js";
import { classInstance } from "./unsupported-kinds.js";
import { ofBag, type ZodSchema } from "./zod-schema.js";

/** A `z.custom`, whose type only TypeScript knows, or a `z.instanceof`. */
export function readCustom(schema: ZodSchema, at: SchemaPosition, reader: PartReader): SchemaModel {
  const made = ofBag(schema, "Class");
  if (typeof made !== "function") {
    return { kind: "unknown", type: reader.askOutput(at) };
  }
  if (made === Blob || made === File) {
    return { kind: "blob", expected: made === Blob ? "Blob" : "File", checks: [] };
  }
  const array = arrays.get(made);
  return array === undefined ? classInstance(made.name) : { kind: "bytes", array };
}

const arrays: ReadonlyMap<unknown, BytesArray> = new Map<unknown, BytesArray>([
  [ArrayBuffer, "ArrayBuffer"],
  [BigInt64Array, "BigInt64Array"],
  [BigUint64Array, "BigUint64Array"],
  [DataView, "DataView"],
  [Float32Array, "Float32Array"],
  [Float64Array, "Float64Array"],
  [Int16Array, "Int16Array"],
  [Int32Array, "Int32Array"],
  [Int8Array, "Int8Array"],
  [Uint16Array, "Uint16Array"],
  [Uint32Array, "Uint32Array"],
  [Uint8Array, "Uint8Array"],
  [Uint8ClampedArray, "Uint8ClampedArray"],
]);
