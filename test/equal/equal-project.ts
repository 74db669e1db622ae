import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { emitTypeDeclaration } from "../../generator/emit/emit-type.js";
import { emitModule } from "../../generator/emit/module.js";
import { initName } from "../../generator/emit/names.js";
import { readSchemaTable } from "../../generator/emit/schema-table.js";
import { loadContracts } from "../../generator/load/load-contracts.js";
import type { ContractModel } from "../../generator/model/index.js";
import { readContract } from "../../generator/read/read-contract.js";
import { type ContractProject, imports, openProject } from "../read/contract-project.js";
import { type Construct, constructs, declarations } from "./constructs.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A schema of a construct, with the name under which the contract exports it. */
interface Row {
  readonly construct: Construct;
  readonly expression: string;
  readonly name: string;
}

const rows: readonly Row[] = constructs.flatMap((construct, row) =>
  construct.schemas.map((expression, index) => ({ construct, expression, name: `Row${row}of${index}` })),
);

/** A project with the contract of all constructs, their emitted types, and the claims that they are zod's. */
export interface EqualProject {
  readonly model: ContractModel;
  /** Complaints of reading, one line each. */
  readonly problems: readonly string[];
  /** The claims that a compiler finds untrue. */
  check(compiler: string): Promise<readonly string[]>;
  remove(): Promise<void>;
  readonly root: string;
}

export async function makeEqualProject(): Promise<EqualProject> {
  const project = await openProject({ "contracts/all.ts": contract() });
  const loaded = await loadContracts(project.config);
  const { model, problems } = await readContract(loaded, project.config);
  await project.write({ "generated/types.ts": emitTypes(model), "generated/claims.ts": claims(model) });
  return {
    model,
    problems: [...loaded.problems, ...problems].map(
      ({ code, message, place }) => `${code} ${place?.line} ${message}`,
    ),
    check: (compiler) => check(project, compiler),
    remove: project.remove,
    root: project.config.root,
  };
}

function contract(): string {
  const schemas = rows.map(({ name, expression }) => `export const ${name} = ${aliased(expression)};`);
  const events = rows.map(({ name }) => `${name}: event(z.object({ in: ${name} }))`);
  return `${imports}import * as mini from "zod/mini";
${declarations}
${schemas.join("\n")}
export const all = channel("/all", { clientToServer: { ${events.join(",\n")} } });
`;
}

/** A name alone would make the row's export one more name of the same schema. */
function aliased(expression: string): string {
  return /^\w+$/.test(expression) ? `z.object({ inner: ${expression} })` : expression;
}

/** Both types of every named schema, as they are emitted. */
function emitTypes(model: ContractModel): string {
  const context = { table: readSchemaTable(model), toRoot: ".." };
  const declared = model.schemas.flatMap(({ id, schema, place }) =>
    (["yields", "accepts"] as const)
      .filter((side) => side === "yields" || context.table.hasTwoTypes(id))
      .map((side) => {
        const name = side === "yields" ? id : initName(id);
        const text = emitTypeDeclaration(name, schema, side, context);
        return { name, origin: name, place, docs: [], text };
      }),
  );
  return emitModule({ path: "types.ts", source: "contracts/all.ts", declarations: declared }).text;
}

const tests = `
type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends (<Type>() => Type extends Right ? 1 : 2) ? true : false;
type Takes<Wide, Narrow> = [Narrow] extends [Wide] ? true : false;
type Both<One, Other> = Takes<One, Other> extends true ? Takes<Other, One> : false;
type Claim<Truth extends true> = Truth;
// @ts-expect-error: a claim that is not true
export type Optional = Claim<Equal<{ a: string | undefined }, { a?: string | undefined }>>;
// @ts-expect-error: as above
export type Anything = Claim<Equal<{ a: unknown }, { a: any }>>;
// @ts-expect-error: as above
export type Fixed = Claim<Equal<{ readonly a: string }, { a: string }>>;
`;

function claims(model: ContractModel): string {
  const { hasTwoTypes } = readSchemaTable(model);
  const lines = rows.flatMap(({ construct, name }) => {
    const writer = hasTwoTypes(name) ? initName(name) : name;
    const of = (emitted: string, side: string): string => {
      const zods = `z.${side}<typeof contract.${name}>`;
      if (construct.isEnum) return `Equal<types.${emitted} | null, ${zods} | null>`;
      if (construct.unequal === "any") return `Both<types.${emitted}, ${zods}>`;
      if (construct.unequal === "wider") return `Takes<types.${emitted}, ${zods}>`;
      return `Equal<types.${emitted}, ${zods}>`;
    };
    return [
      `export type ${name}Reader = Claim<${of(name, "output")}>;`,
      `export type ${name}Writer = Claim<${of(writer, construct.writer ?? "input")}>;`,
    ];
  });
  return `import type { z } from "zod";
import type * as contract from "../contracts/all.js";
import type * as types from "./types.js";
${tests}
${lines.join("\n")}
`;
}

async function check(project: ContractProject, compiler: string): Promise<readonly string[]> {
  await project.write({ "tsconfig.json": JSON.stringify(options), "package.json": '{"type":"module"}' });
  const output = await promisify(execFile)(
    process.execPath,
    [`${root}${compiler}`, "-p", project.config.root, "--pretty", "false"],
    { cwd: project.config.root },
  ).then(
    () => "",
    (error: unknown) => (error instanceof Error && "stdout" in error ? String(error.stdout) : String(error)),
  );
  const text = await readFile(join(project.config.root, "generated/claims.ts"), "utf8");
  return output
    .split("\n")
    .filter((line) => /^\S/.test(line))
    .map((line) => explain(line, text.split("\n")));
}

/** A complaint of the compiler, with the construct where it is about a claim. */
function explain(complaint: string, claimed: readonly string[]): string {
  const line = Number(/^generated\/claims\.ts\((\d+),/.exec(complaint)?.[1]);
  const [, name, side] = /^export type (\w+?)(Reader|Writer) /.exec(claimed[line - 1] ?? "") ?? [];
  const row = rows.find((each) => each.name === name);
  return row === undefined ? complaint : `${row.construct.title}, ${side}: ${row.expression}`;
}

const options = {
  compilerOptions: {
    target: "es2023",
    lib: ["es2023", "dom"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["contracts", "generated"],
};
