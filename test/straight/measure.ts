/** Prints how fast printed validation is beside zod and the walker, and what it adds to a page. Run it with tsx. */
import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { z } from "zod";
import { printStraight } from "../../generator/emit/straight/index.js";
import type { FieldModel, SchemaModel, StringCheck } from "../../generator/model/index.js";
import { checkOf } from "../plan/check-of.js";
import { programSource, runSource } from "../plan/zod-source.js";
import { invalid, runStraight } from "./run-straight.js";

const place = { file: "contracts/measure.ts", line: 1, column: 1 };

function object(fields: Readonly<Record<string, SchemaModel>>): SchemaModel {
  const list = Object.entries(fields).map(([name, schema]): FieldModel => ({ name, schema, place }));
  return { kind: "object", fields: list, unknownKeys: "strip" };
}
function text(...checks: readonly StringCheck[]): SchemaModel {
  return { kind: "string", coerce: false, checks };
}
function format(name: string, { pattern }: { readonly pattern?: RegExp | undefined }): StringCheck {
  return {
    kind: "format",
    format: name,
    pattern: { source: pattern?.source ?? "", flags: pattern?.flags ?? "" },
  };
}
const optional = (inner: SchemaModel): SchemaModel => ({ kind: "optional", exact: false, inner });
const array = (item: SchemaModel, most: number): SchemaModel => ({
  kind: "array",
  item,
  checks: [{ kind: "max_length", value: most }],
});
const integer: SchemaModel = {
  kind: "number",
  coerce: false,
  checks: [{ kind: "number_format", format: "safeint" }],
};
const number: SchemaModel = { kind: "number", coerce: false, checks: [] };
const boolean: SchemaModel = { kind: "boolean", coerce: false };
const uuid = text(format("uuid", z.uuid()._zod.def));
const datetime = text(format("datetime", z.iso.datetime()._zod.def));
const most = (value: number): StringCheck => ({ kind: "max_length", value });
const least = (value: number): StringCheck => ({ kind: "min_length", value });

const row = object({
  id: uuid,
  name: text(most(80)),
  count: integer,
  price: number,
  isOpen: boolean,
  role: { kind: "enum", values: ["admin", "editor", "reader"] },
  city: text(),
  note: { kind: "nullable", inner: text() },
});

const samples: readonly { name: string; schema: SchemaModel; value: unknown }[] = [
  {
    name: "chat message",
    schema: object({
      room: text(least(1), most(64)),
      text: text(least(1), most(2000)),
      tags: array(text(most(20)), 10),
      replyTo: optional(uuid),
    }),
    value: {
      room: "lobby",
      text: "x".repeat(100),
      tags: ["one", "two", "three"],
      replyTo: "3b241101-e2bb-4255-8caf-4136c566a962",
    },
  },
  {
    name: "100 rows of 8 fields",
    schema: object({ rows: array(row, 1000) }),
    value: {
      rows: Array.from({ length: 100 }, (_, index) => ({
        id: `3b241101-e2bb-4255-8caf-4136c566a${String(index).padStart(3, "0")}`,
        name: `Person ${index}`,
        count: index * 7,
        price: index * 1.25,
        isOpen: index % 2 === 0,
        role: ["admin", "editor", "reader"][index % 3],
        city: "Lisbon",
        note: index % 5 === 0 ? null : "as agreed",
      })),
    },
  },
  {
    name: "optional, nullable and union fields",
    schema: object({
      id: uuid,
      title: optional(text(most(120))),
      parent: { kind: "nullable", inner: uuid },
      due: optional(datetime),
      value: { kind: "union", options: [text(), number, boolean] },
      author: optional(
        object({ name: text(least(1), most(40)), email: text(format("email", z.email()._zod.def)) }),
      ),
    }),
    value: {
      id: "3b241101-e2bb-4255-8caf-4136c566a962",
      title: "A title",
      parent: null,
      value: 4,
      author: { name: "Ada", email: "ada@example.org" },
    },
  },
];

for (const { name, schema, value } of samples) {
  const payloads = [{ name: "Sample", schema, direction: "read" as const }];
  const request = { named: [], payloads, side: "client" as const };
  const [straight] = runStraight([request]);
  const read = straight?.functions.get("read Sample");
  if (!read || read(value) === invalid) throw new Error(`${name} is not read`);
  const zod = runSource(programSource(schema, []));
  const compiled = z.compile(zod);
  const walker = checkOf(schema);
  const json = JSON.stringify(value);
  // Several copies, as they come off the wire, so that no run sees the same object each time.
  const values = Array.from({ length: 64 }, () => JSON.parse(json) as unknown);
  const micros = fastest(values, {
    straight: read,
    safeParse: (each) => zod.safeParse(each),
    compile: (each) => compiled.safeParse(each),
    walker: (each) => walker.read(each),
  });
  console.log(`\n${name}`);
  for (const key of ["straight", "safeParse", "compile", "walker"] as const) {
    console.log(
      `  ${key.padEnd(10)}${micros[key].toFixed(3).padStart(9)} µs  ${(micros[key] / micros.safeParse).toFixed(2)}`,
    );
  }
  console.log(`  gzip ${gzipped(request)} B`);
}

/** Microseconds of the fastest of many interleaved rounds. */
function fastest<Name extends string>(
  values: readonly unknown[],
  runs: Readonly<Record<Name, (value: unknown) => unknown>>,
): Record<Name, number> {
  // Object.keys forgets the names.
  const names = Object.keys(runs) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < 100; round++) {
    for (const name of names) {
      const run = runs[name];
      const start = performance.now();
      for (let index = 0; index < 512; index++) run(values[index & 63]);
      best[name] = Math.min(best[name], ((performance.now() - start) * 1000) / 512);
    }
  }
  return best;
}

function gzipped(request: Parameters<typeof printStraight>[0]): number {
  const { text: source, functions, imports } = printStraight(request);
  const names = ["invalid", ...imports].join(", ");
  const module = `import { ${names} } from "wirepact/client";\n${source}\nexport { ${[...functions.values()].join(", ")} };`;
  return gzipSync(transformSync(module, { loader: "ts", minify: true, format: "esm" }).code, { level: 9 })
    .length;
}
