import type { SchemaModel } from "../../model/index.js";

/** A schema that cannot cross the wire: `what` follows "is", `reason` and `mend` stand alone. */
export type Unsupported = Extract<SchemaModel, { readonly kind: "unsupported" }>;

/** Makes a schema that cannot cross the wire. */
export function unsupported(what: string, reason: string, mend: string): Unsupported {
  return { kind: "unsupported", what, reason, mend };
}

const notData = "it is not data, and the wire has no form for it";

/** Kinds of zod that cannot travel, by zod's name. */
export const unsupportedKinds: ReadonlyMap<string, Unsupported> = new Map([
  ["symbol", unsupported("a symbol", notData, "use text, or a `z.enum([…])`")],
  ["function", unsupported("a function", notData, "declare a call in the other direction instead")],
  [
    "promise",
    unsupported("a promise", notData, "declare what the promise gives, and await it before you send it"),
  ],
  [
    "success",
    unsupported(
      "a `z.success`",
      "it turns a value into whether it is valid, which the writer cannot write",
      "declare `z.boolean()`, or let the handler judge the value",
    ),
  ],
]);

/** Instances of classes that there is a schema for. */
const classMends: ReadonlyMap<string, string> = new Map([
  ["Buffer", "use `z.instanceof(Uint8Array)`: a Buffer is one"],
  ["SharedArrayBuffer", "use `z.instanceof(ArrayBuffer)`, and copy the bytes"],
  ["Date", "use `z.date()`"],
  ["Map", "use `z.map(key, value)`"],
  ["Set", "use `z.set(item)`"],
  ["Promise", "declare what the promise gives, and await it before you send it"],
]);

/** An instance of a class that the wire does not know. */
export function classInstance(name: string): Unsupported {
  return unsupported(
    name === "" ? "an instance of a class" : `an instance of the class \`${name}\``,
    "what travels is data, and a class is not",
    classMends.get(name) ??
      "declare its fields with `z.object({ … })`, or write a `z.codec` that makes the instance of them",
  );
}

export const convertedKey = unsupported(
  "a record's key that is converted",
  "what travels is an object, and its keys are text as it stands",
  "use `z.map(key, value)`",
);

export const convertingCodec = unsupported(
  "a codec with a one-way conversion inside",
  "a codec runs in both directions, and a `.transform()`, a computed default or a `.catch()` in only one",
  "put the conversion into the codec's own `decode` and `encode`",
);

export const hiddenCodec = unsupported(
  "a codec over a named schema that holds a codec itself",
  "what travels cannot be told from the schema",
  "write the encoded side of the codec out: `z.codec(z.object({ … }), …)`",
);

export const entangledIntersection = unsupported(
  "an intersection with parts that JSON has no form for",
  "each such part has to belong to one of the two sides",
  "use `.extend({ … })`, or let both sides be `z.object`s that do not share such a field",
);

export const asyncCheck = unsupported(
  "a schema with an async check or conversion",
  "payloads are validated without waiting, so that their order is kept",
  "await it in the handler, and answer with a declared error",
);

/** A schema that is nothing that this version of wirepact knows. */
export function unknownKind(kind: string): Unsupported {
  return unsupported(
    `a schema of kind \`${kind}\``,
    "this version of wirepact does not know that kind",
    "use a kind that it knows, or update wirepact",
  );
}

/** What stands where a schema has to. */
export function noSchema(value: unknown): Unsupported {
  const what = value === undefined || value === null ? String(value) : `a ${typeof value}`;
  return unsupported(
    what === "a object" ? "an object" : what,
    "only a schema of zod 4 says what travels",
    "write a schema: `z.object({ … })`, `z.string()`, `z.literal(…)`, …",
  );
}

/** A schema whose own code failed while it was read. */
export function unreadable(error: unknown): Unsupported {
  const message = error instanceof Error ? error.message : String(error);
  return unsupported(
    "a schema that cannot be read",
    `looking at it throws: ${message}`,
    "mend the getter or the default that throws",
  );
}
