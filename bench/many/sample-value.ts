import type { Field, Shape } from "./operations.js";

/** A value that the fields take. */
export function sampleObject(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name, shape }) => [name, sampleShape(shape)]));
}

function sampleShape(shape: Shape): unknown {
  switch (shape.kind) {
    case "text":
      return "some text to read".slice(0, shape.max);
    case "int":
      return shape.min;
    case "list":
      return [sampleShape(shape.of), sampleShape(shape.of)];
    case "uuid":
      return "3f2a9c4e-7b1d-4e6a-9c8f-000000000001";
    case "email":
      return "ada@example.org";
    case "number":
      return 12.5;
    case "boolean":
      return true;
    case "datetime":
      return "2024-01-01T00:00:00.000Z";
    case "choice":
      return shape.of[0];
    case "object":
      return sampleObject(shape.fields);
    default:
      return shape satisfies never;
  }
}
