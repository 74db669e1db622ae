import type { Field, OperationGroup, Shape } from "../many/operations.js";

/** The same operations as an OpenAPI 3.1 document, in JSON. */
export function printOpenApi(groups: readonly OperationGroup[]): string {
  const paths = groups.flatMap((group) =>
    group.operations.map(({ name, input, output }) => [
      `/${group.name}/${name}`,
      {
        post: {
          operationId: name,
          description: "Does what its name says.",
          requestBody: { required: true, content: json(input) },
          responses: { 200: { description: "The reply.", content: json(output) } },
        },
      },
    ]),
  );
  const document = {
    openapi: "3.1.0",
    info: { title: "Operations", version: "1.0.0" },
    paths: Object.fromEntries(paths),
  };
  return JSON.stringify(document, null, 2);
}

function json(fields: readonly Field[]) {
  return { "application/json": { schema: objectSchema(fields) } };
}

function objectSchema(fields: readonly Field[]): object {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(({ name, shape }) => [name, shapeSchema(shape)])),
    required: fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
  };
}

function shapeSchema(shape: Shape): object {
  switch (shape.kind) {
    case "text":
      return { type: "string", minLength: shape.min, maxLength: shape.max };
    case "int":
      return { type: "integer", minimum: shape.min, maximum: shape.max };
    case "list":
      return { type: "array", items: shapeSchema(shape.of), maxItems: shape.max };
    case "uuid":
    case "email":
      return { type: "string", format: shape.kind };
    case "datetime":
      return { type: "string", format: "date-time" };
    case "number":
    case "boolean":
      return { type: shape.kind };
    case "choice":
      return { type: "string", enum: shape.of };
    case "object":
      return objectSchema(shape.fields);
    default:
      return shape satisfies never;
  }
}
