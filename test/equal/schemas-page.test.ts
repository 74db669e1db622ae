import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { SchemaModel } from "wirepact/generator";
import * as kinds from "../../generator/read/zod/unsupported-kinds.js";
import { imports, problemLine, readFiles } from "../read/contract-project.js";
import { constructs } from "./constructs.js";
import { refusals, refusedDeclarations } from "./refusals.js";

const refused = refusals.flatMap(({ schemas }) =>
  Object.entries(schemas).map(([expression, what], index) => ({ expression, what, index })),
);

let cells: readonly (readonly string[])[] = [];
let found: readonly (readonly SchemaModel[])[] = [];
let problems: readonly string[] = [];

beforeAll(async () => {
  const page = await readFile(new URL("../../docs/schemas.md", import.meta.url), "utf8");
  cells = ["## What crosses the wire", "## What does not"].map((title) => firstCells(page, title));
  const fields = refused.map(({ expression }, index) => `f${index}: ${expression}`);
  const reading = await readFiles({
    "contracts/a.ts": `${imports}${refusedDeclarations}
export const a = channel("/a", { clientToServer: { all: event(z.object({ ${fields.join(",\n")} })) } });`,
  });
  problems = reading.problems.map(problemLine);
  const [member] = reading.model.channels[0]?.clientToServer ?? [];
  const payload = member?.kind === "event" ? member.payload?.schema : undefined;
  found = payload?.kind === "object" ? payload.fields.map(({ schema }) => unsupportedIn(schema)) : [];
}, 60_000);

describe("docs/schemas.md", () => {
  it("has a row for each construct whose types are held against zod's", () => {
    expect(cells[0]).toEqual(constructs.map(({ title }) => title));
  });

  it("has a row for each construct that is refused", () => {
    expect(cells[1]).toEqual(refusals.map(({ title }) => title));
  });
});

describe("refused constructs", () => {
  it("are read without a problem of their own", () => {
    expect(problems).toEqual([]);
  });

  it.each(refused.map((row, index) => ({ ...row, index })))("say what $expression is", ({ what, index }) => {
    expect(found[index]).toEqual([
      { kind: "unsupported", what, reason: expect.stringMatching(/\w/), mend: expect.stringMatching(/\w/) },
    ]);
  });

  it("are all that the reader knows", () => {
    const constants = Object.values(kinds).filter((value) => typeof value === "object");
    const known = constants
      .flatMap((value) => (value instanceof Map ? [...value.values()] : [value]))
      .map((each) => (each as kinds.Unsupported).what); // the module exports nothing else that is no function
    const said = new Set(refused.map(({ what }) => what));
    expect(known.filter((what) => !said.has(what))).toEqual([]);
  });
});

/** The first cell of each row of the first table below a heading. */
function firstCells(page: string, heading: string): readonly string[] {
  const section = page.slice(page.indexOf(`${heading}\n`) + heading.length);
  const lines = section.split("\n").filter((line) => /^(?:\||## )/.test(line));
  const end = lines.findIndex((line) => line.startsWith("## "));
  const rows = lines.slice(2, end < 0 ? undefined : end);
  return rows.map((row) => (row.split(/(?<!\\) \| /)[0] ?? "").slice(2).replaceAll("\\|", "|"));
}

function unsupportedIn(schema: unknown): readonly SchemaModel[] {
  if (typeof schema !== "object" || schema === null) return [];
  if ("kind" in schema && schema.kind === "unsupported") return [schema as SchemaModel]; // by its kind
  return Object.values(schema).flatMap(unsupportedIn);
}
