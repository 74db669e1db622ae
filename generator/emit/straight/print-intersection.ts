import type { SchemaModel } from "../../model/index.js";
import { type ObjectSchema, printObject } from "./print-object.js";
import type { Frame, Path } from "./printer.js";
import { Unprintable } from "./unprintable.js";
import type { Value } from "./value.js";

/** Prints an intersection of objects that share no field: it is the object that has the fields of both. */
export function printIntersection(
  schema: SchemaModel & { readonly kind: "intersection" },
  source: string,
  frame: Frame,
  path: Path,
): Value {
  return printObject(joinObjects(schema, frame), source, frame, path);
}

function joinObjects(schema: SchemaModel, frame: Frame): ObjectSchema {
  const target = frame.printer.resolve(schema);
  if (target.kind === "object" && target.unknownKeys === "strip") return target;
  if (target.kind !== "intersection") throw new Unprintable("an intersection of more than objects");
  const left = joinObjects(target.left, frame);
  const right = joinObjects(target.right, frame);
  const fields = [...left.fields, ...right.fields];
  if (new Set(fields.map((field) => field.name)).size < fields.length) {
    throw new Unprintable("an intersection whose sides share a field");
  }
  return { kind: "object", unknownKeys: "strip", fields };
}
