import type { SchemaModel } from "../../model/index.js";

/** A schema that cannot cross the wire: `what` follows "is", `reason` and `mend` stand alone. */
export type Unsupported = Extract<SchemaModel, { readonly kind: "unsupported" }>;

/** Makes a schema that cannot cross the wire. */
export function unsupported(what: string, reason: string, mend: string): Unsupported {
  return { kind: "unsupported", what, reason, mend };
}

const asArray = "declare an array of its entries, and build it in the handler";
const notData = "it is not data, and JSON has no form for it";

/** Kinds of zod that JSON has no form for, by zod's name. */
export const unsupportedKinds: ReadonlyMap<string, Unsupported> = new Map([
  [
    "date",
    unsupported(
      "a Date",
      "JSON has no dates, and the reader would get text",
      "use `z.iso.datetime()` and send `date.toISOString()`, or a number of milliseconds",
    ),
  ],
  [
    "bigint",
    unsupported(
      "a bigint",
      "JSON has no bigint, and encoding one throws",
      "use `z.int()` where numbers up to 2^53 will do, else a string of digits: `z.string().regex(/^-?\\d+$/)`",
    ),
  ],
  [
    "map",
    unsupported(
      "a Map",
      "JSON has no maps, and the reader would get `{}`",
      `use \`z.record(key, value)\` for keys that are text, else ${asArray}`,
    ),
  ],
  [
    "set",
    unsupported(
      "a Set",
      "JSON has no sets, and the reader would get `{}`",
      "use `z.array(item)`, and build the set in the handler",
    ),
  ],
  ["symbol", unsupported("a symbol", notData, "use text, or a `z.enum([…])`")],
  [
    "nan",
    unsupported("NaN", "JSON has no NaN, and the reader would get null", "use `z.null()`, or leave it out"),
  ],
  ["function", unsupported("a function", notData, "declare a call in the other direction instead")],
  [
    "promise",
    unsupported("a promise", notData, "declare what the promise gives, and await it before you send it"),
  ],
  [
    "file",
    unsupported(
      "a File",
      "JSON has no files, and the reader would get `{}`",
      "upload it over HTTP and send its address",
    ),
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

export const twoWayCodec = unsupported(
  "a two-way codec",
  "the wire does not carry codecs",
  "declare the codec's encoded side, and convert in the handler and the listener",
);

export const textAsBoolean = unsupported(
  "a `z.stringbool`, a two-way codec",
  "the wire does not carry codecs",
  "use `z.boolean()`: JSON has true and false",
);

export const classInstance = unsupported(
  "an instance of a class",
  "JSON keeps the fields of an instance, not its class",
  "declare its fields with `z.object({ … })`, and make the instance in the handler",
);

export const asyncCheck = unsupported(
  "a schema with an async check or conversion",
  "payloads are validated without waiting, so that their order is kept",
  "await it in the handler, and answer with a declared error",
);

export const undefinedInArray = unsupported(
  "undefined inside an array",
  "JSON makes null of it",
  "use `.nullable()` for the item, or leave such items out",
);

/** A schema that is nothing that this version of wirepact knows. */
export function unknownKind(kind: string): Unsupported {
  return unsupported(
    `a schema of kind \`${kind}\``,
    "this version of wirepact does not know that kind",
    "use a kind that it knows, or update wirepact",
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
