import { describe, expect, it } from "vitest";
import {
  holdsOwnCode,
  printStraight,
  printStraightFiles,
  type StraightRequest,
} from "../../generator/emit/straight/index.js";
import type { FieldModel, Json, NamedSchema, SchemaModel, StringCheck } from "../../generator/model/index.js";
import { invalid, runStraight } from "./run-straight.js";

const place = { file: "contracts/test.ts", line: 1, column: 1 };

function object(fields: Readonly<Record<string, SchemaModel>>): SchemaModel {
  const list = Object.entries(fields).map(([name, schema]): FieldModel => ({ name, schema, place }));
  return { kind: "object", fields: list, unknownKeys: "strip" };
}
function text(...checks: readonly StringCheck[]): SchemaModel {
  return { kind: "string", coerce: false, checks };
}
const number: SchemaModel = { kind: "number", coerce: false, checks: [] };
const trim: StringCheck = { kind: "trim" };
const least = (value: number): StringCheck => ({ kind: "min_length", value });
const most = (value: number): StringCheck => ({ kind: "max_length", value });
const named = (schemas: Readonly<Record<string, SchemaModel>>): NamedSchema[] =>
  Object.entries(schemas).map(([id, schema]) => ({ id, schema, place }));

const read = (name: string, schema: SchemaModel) => ({ name, schema, direction: "read" as const });
const write = (name: string, schema: SchemaModel) => ({ name, schema, direction: "write" as const });

function print(request: Partial<StraightRequest>) {
  return printStraight({ named: [], payloads: [], side: "client", ...request });
}

/** The one function of a payload, to be called. */
function run(payload: StraightRequest["payloads"][number], schemas: NamedSchema[] = []) {
  const [made] = runStraight([{ named: schemas, payloads: [payload], side: "client" }]);
  const found = made?.functions.get(`${payload.direction} ${payload.name}`);
  if (!found) throw new Error([...(made?.code.left.values() ?? [])].join());
  return found;
}

it("lets memory leave as bytes, whatever view shows them", () => {
  const floats = run(write("floats", { kind: "bytes", array: "Float64Array" }));
  expect(floats(new Float64Array([0, 1]).subarray(1))).toEqual(new Uint8Array([0, 0, 0, 0, 0, 0, 240, 63]));
  expect(floats(new Float32Array(2))).toBe(invalid);
  const memory = new ArrayBuffer(2);
  expect(run(write("memory", { kind: "bytes", array: "ArrayBuffer" }))(memory)).toBe(memory);
});

describe("printStraight", () => {
  it("prints a function as a person would write it", () => {
    const { text: code } = print({
      payloads: [
        write(
          "PostMessageInput",
          object({ conversation: text(least(1)), text: text(trim, least(1), most(2000)) }),
        ),
      ],
    });
    expect(code).toBe(`function writePostMessageInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { conversation, text } = input;
  if (typeof conversation !== "string" || conversation.length < 1) return invalid;
  if (typeof text !== "string") return invalid;
  const textTrimmed = text.trim();
  if (textTrimmed.length < 1 || (textTrimmed.length > 2000 && countCodePoints(textTrimmed) > 2000)) {
    return invalid;
  }
  return { conversation, text };
}
`);
  });

  it("prints one function for a schema that is used twice, and none for one that is used once", () => {
    const schemas = named({ Twice: object({ a: number }), Once: object({ b: number }) });
    const twice: SchemaModel = { kind: "reference", id: "Twice" };
    const once: SchemaModel = { kind: "reference", id: "Once" };
    const { text: code } = print({
      named: schemas,
      payloads: [read("First", object({ twice, once })), read("Second", object({ twice }))],
    });
    expect(code.match(/^function \w+/gm)).toEqual([
      "function readFirst",
      "function readSecond",
      "function readTwice",
    ]);
  });

  it("prints one function for objects of the same content, whatever is said of them", () => {
    const point = (line: number, message: string): SchemaModel => ({
      ...object({ x: number, y: number }),
      message,
      fields: ["x", "y"].map((name) => ({ name, schema: number, place: { ...place, line } })),
      kind: "object",
      unknownKeys: "strip",
    });
    const { text: code } = print({
      payloads: [read("Line", object({ from: point(1, "a"), to: point(2, "b") }))],
    });
    expect(code.match(/readLineFrom\(/g)).toHaveLength(3);
  });

  it("tells objects apart by what fills them in, even where only a message differs", () => {
    const withDefault = (value: Json): SchemaModel =>
      object({ a: { kind: "default", inner: { kind: "unknown" }, value }, b: number });
    const check = run(
      read(
        "Value",
        object({
          one: withDefault({ kind: "default", message: "one", place: 0 }),
          two: withDefault({ kind: "default", message: "two", place: -0 }),
        }),
      ),
    );
    expect(check({ one: { b: 1 }, two: { b: 2 } })).toEqual({
      one: { a: { kind: "default", message: "one", place: 0 }, b: 1 },
      two: { a: { kind: "default", message: "two", place: -0 }, b: 2 },
    });
  });

  it("leaves what the author's code or a guess would have to settle", () => {
    const kinds: SchemaModel[] = [
      { kind: "date", coerce: true, checks: [] },
      { kind: "bigint", coerce: true, checks: [] },
      { kind: "literal", values: ["1", { bigint: "1" }] },
      {
        kind: "codec",
        wire: text(),
        app: number,
        address: { file: place.file, exportName: "It", steps: [] },
      },
    ];
    for (const schema of kinds) {
      const { left } = print({
        payloads: [read("Value", object({ schema })), write("Value", object({ schema }))],
      });
      expect([...left.keys()], JSON.stringify(schema)).toEqual(["read Value", "write Value"]);
    }
  });

  it("gives the function of a shared schema to the payload that is this schema", () => {
    const message: SchemaModel = { kind: "reference", id: "Message" };
    const { functions } = print({
      named: named({ Message: object({ a: number }) }),
      payloads: [read("PostMessageOutput", message), read("MessagePostedPayload", message)],
    });
    expect([...functions.values()]).toEqual(["readMessage", "readMessage"]);
  });

  it("says what it has to find imported and takes no name that is taken", () => {
    const {
      text: code,
      imports,
      functions,
    } = print({
      payloads: [read("Value", object({ a: text(most(3)) }))],
      invalid: "refused",
      taken: ["readValue"],
    });
    expect(imports).toEqual(["countCodePoints", "isObject"]);
    expect(code).toContain("return refused;");
    expect(functions.get("read Value")).toBe("readValuePayload");
  });

  it("gives the same text for the same request", () => {
    const request = { payloads: [read("A", object({ a: number })), write("B", object({ b: text(trim) }))] };
    expect(print(request).text).toBe(print(request).text);
  });

  it("keeps fields whose names mean something to the code", () => {
    const names = [
      "input",
      "invalid",
      "default",
      "isObject",
      "readValue",
      "0",
      "a-b",
      "value",
      "Number",
      "é",
      "",
    ];
    const fields = object(Object.fromEntries(names.map((name) => [name, number])));
    const value = Object.fromEntries(names.map((name, index) => [name, index]));
    const check = run(read("Value", fields));
    expect(check(value)).toEqual(value);
    expect(check({ ...value, Number: "1" })).toBe(invalid);
  });
});

describe("printStraightFiles", () => {
  const point: SchemaModel = { kind: "reference", id: "Point" };
  const once: SchemaModel = { kind: "reference", id: "Once" };
  const schemas = named({ Point: object({ x: number, y: number }), Once: object({ a: number }) });
  const code = printStraightFiles({
    named: schemas,
    side: "server",
    files: [
      { payloads: [read("MoveInput", object({ to: point, once })), read("PointInput", point)] },
      { payloads: [read("MoveInput", object({ from: point }))] },
    ],
  });

  it("prints a schema that several files use once, in the file of schemas", () => {
    expect(code.schemas.sections.map(({ name }) => name)).toEqual(["readPoint"]);
    expect(code.files.map(({ sections }) => sections.map(({ name, calls }) => [name, calls]))).toEqual([
      [["readMoveInput", ["readPoint"]]],
      [["readMoveInput", ["readPoint"]]],
    ]);
  });

  it("names the schema's own function for a payload that is this schema", () => {
    expect(code.files[0]?.functions.get("read PointInput")).toBe("readPoint");
  });

  it("takes no name in a file that it may have to import", () => {
    const { files } = printStraightFiles({
      named: schemas,
      side: "server",
      files: [{ payloads: [read("Point", object({ b: point, a: point }))] }],
    });
    expect(files[0]?.sections.map(({ name }) => name)).toEqual(["readPointPayload"]);
  });
});

describe("the author's own code", () => {
  const refined: SchemaModel = { ...text(), customChecks: 1 };
  const changed: SchemaModel = {
    kind: "transform",
    accepts: text(most(3)),
    yields: { text: "number", imports: [] },
  };

  it("is found wherever it is, behind names and in circles too", () => {
    const schemas = named({
      Tree: object({ next: { kind: "reference", id: "Tree" } }),
      Refined: refined,
    });
    expect(holdsOwnCode({ kind: "reference", id: "Tree" }, schemas)).toBe(false);
    expect(holdsOwnCode(object({ a: { kind: "reference", id: "Refined" } }), schemas)).toBe(true);
    expect(holdsOwnCode({ kind: "array", item: changed, checks: [] }, schemas)).toBe(true);
  });

  it("is left to zod on the server", () => {
    const { text: code, left } = print({
      side: "server",
      payloads: [read("In", object({ a: refined })), write("Out", object({ a: refined }))],
    });
    expect(code).toBe("");
    expect([...left.keys()]).toEqual(["read In", "write Out"]);
  });

  it("is passed over on the client, which writes what a transform accepts", () => {
    expect(run(read("Value", refined))("a")).toBe("a");
    expect(run(write("Value", changed))("abc")).toBe("abc");
    expect(run(write("Value", changed))("abcd")).toBe(invalid);
    expect(print({ payloads: [read("Value", changed)] }).left.size).toBe(1);
  });

  it("keeps a writer from choosing an option that the server may refuse", () => {
    const first: SchemaModel = { ...object({ a: number }), customChecks: 1 };
    const options = [first, object({ a: number, b: number })];
    expect(print({ payloads: [write("Value", { kind: "union", options })] }).left.size).toBe(1);
    expect(
      print({ payloads: [write("Value", { kind: "union", options: options.reverse() })] }).left.size,
    ).toBe(0);
  });
});

describe("printed functions", () => {
  const tree: SchemaModel = { kind: "reference", id: "Tree" };
  const trees = named({ Tree: object({ next: { kind: "optional", exact: false, inner: tree } }) });

  it("do not throw on what is too deep, or has no text", () => {
    let deep: object = {};
    for (let level = 0; level < 100_000; level++) deep = { next: deep };
    expect(run(read("Value", tree), trees)(deep)).toBe(invalid);
    expect(run(write("Value", tree), trees)(deep)).toBe(invalid);
    const coerced = run(read("Value", { kind: "string", coerce: true, checks: [] }));
    expect(coerced({ toString: 1, valueOf: 1 })).toBe(invalid);
    expect(coerced(12)).toBe("12");
  });

  it("do not take the next option of a union where they are not sure of this one", () => {
    const text1: SchemaModel = { kind: "string", coerce: true, checks: [] };
    const both: SchemaModel = { kind: "union", options: [text1, { kind: "unknown" }] };
    // zod has no text for it either, and then takes the second option; that is for zod to say.
    expect(run(read("Value", both))({ toString: 1, valueOf: 1 })).toBe(invalid);
  });

  it("never write to a prototype", () => {
    const value = JSON.parse('{"__proto__":{"a":1},"b":2}');
    const record: SchemaModel = { kind: "record", key: text(), value: { kind: "unknown" }, mode: "partial" };
    const loose: SchemaModel = { kind: "object", fields: [], unknownKeys: "loose" };
    for (const schema of [record, loose]) {
      const result = run(read("Value", schema))(value);
      expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
      expect(Object.keys(result as object)).toEqual(["b"]);
    }
  });

  it("test a pattern anew each time, whatever its flags", () => {
    const flagged = (flags: string): SchemaModel =>
      text({ kind: "format", format: "regex", pattern: { source: "a", flags } });
    for (const flags of ["g", "y", "gy", "giy"]) {
      const check = run(read("Value", flagged(flags)));
      expect([check("a"), check("a"), check("ab")]).toEqual(["a", "a", "ab"]);
    }
    expect(run(read("Value", flagged("y")))("ba")).toBe(invalid);
    expect(run(read("Value", flagged("g")))("ba")).toBe("ba");
  });

  it("count code points as zod does", () => {
    const check = run(read("Value", text({ kind: "length", value: 2 })));
    expect([check("😀😀"), check("ab")]).toEqual(["😀😀", "ab"]);
    expect([check("😀"), check("abc"), check("😀😀😀")]).toEqual([invalid, invalid, invalid]);
  });

  it("make each default anew", () => {
    const list: SchemaModel = { kind: "array", item: number, checks: [] };
    const check = run(
      read("Value", object({ list: { kind: "default", inner: list, value: [1, { a: 2 }] } })),
    );
    const [one, two] = [check({}), check({})] as { list: unknown[] }[];
    expect(one).toEqual({ list: [1, { a: 2 }] });
    expect(one?.list).not.toBe(two?.list);
    expect(one?.list[1]).not.toBe(two?.list[1]);
  });
});
