import { join, relative, sep } from "node:path";
import type { SourceFile, ts } from "ts-morph";
import type { LoadedContracts } from "../load/loaded-contracts.js";
import type { Problem, ResolvedConfig, TypeText } from "../model/index.js";
import { printType, type TypePrinting, UnwritableType } from "./print-type.js";
import { openProject } from "./source/open-project.js";
import type { TypeQuestion } from "./type-questions.js";

/** The compiler's answers, in the order of the questions; undefined where there is none. */
export interface CheckerAnswers {
  readonly answers: readonly (TypeText | undefined)[];
  readonly problems: readonly Problem[];
}

/**
 * Asks TypeScript for the types that zod's definitions do not hold: the result of a transform, the type of a
 * `z.custom`. All questions stand in one virtual file and are asked at once; the checker takes a second to
 * look at zod, and less than a millisecond for each further question.
 */
export async function askChecker(
  questions: readonly TypeQuestion[],
  loaded: LoadedContracts,
  config: ResolvedConfig,
): Promise<CheckerAnswers> {
  if (questions.length === 0) {
    return { answers: [], problems: [] };
  }
  const { ts, project } = await openProject(loaded, config);
  const path = join(config.contracts, "wirepact-questions.ts");
  const file = project.createSourceFile(
    path,
    questions.map((each, index) => alias(each, index, config)).join("\n"),
    {
      overwrite: true,
    },
  );
  const program = project.getProgram().compilerObject;
  const contracts = loaded.files.flatMap(({ absolutePath }) => project.getSourceFile(absolutePath) ?? []);
  const printing = {
    ts,
    program,
    findExport: exportFinder(contracts, program.getTypeChecker(), ts.SymbolFlags.Alias, config),
  };
  const problems: Problem[] = [];
  const answers = questions.map((question, index) => {
    const type = file.getTypeAliasOrThrow(`Q${index}`).getType().compilerType;
    const answer = tryToPrint(type, printing);
    if (typeof answer !== "string") {
      return answer;
    }
    problems.push({
      code: "WP3005",
      place: question.place,
      message: `the type that this schema yields cannot be written in generated code: it has ${answer}`,
      mend: "export the type's name from the contract, or give back plain data",
    });
    return undefined;
  });
  return { answers, problems };
}

function alias({ file, exportName, path }: TypeQuestion, index: number, config: ResolvedConfig): string {
  const target = relative(config.contracts, join(config.root, file)).split(sep).join("/");
  const specifier = `./${target.replace(/\.(m?)ts$/, ".$1js")}`;
  const root = `(typeof import(${JSON.stringify(specifier)}))[${JSON.stringify(exportName)}]`;
  return `export type Q${index} = ${path.replace(/\$(?!\w)/, () => root)};`;
}

/** The type's text, or why there is none. */
function tryToPrint(type: ts.Type, printing: TypePrinting): TypeText | string {
  try {
    return printType(type, printing);
  } catch (error) {
    if (error instanceof UnwritableType) {
      return error.message;
    }
    throw error;
  }
}

/**
 * Exports of the contract files, and of the files and packages that these import: what generated code can
 * import in its turn.
 */
function exportFinder(
  contracts: readonly SourceFile[],
  checker: ts.TypeChecker,
  aliasFlag: ts.SymbolFlags,
  config: ResolvedConfig,
): TypePrinting["findExport"] {
  const found = new Map<ts.Symbol, { readonly name: string; readonly from: string }>();
  const add = (module: ts.Symbol | undefined, from: string) => {
    for (const each of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const symbol = each.flags & aliasFlag ? checker.getAliasedSymbol(each) : each;
      if (!found.has(symbol) && each.name !== "default") {
        found.set(symbol, { name: each.name, from });
      }
    }
  };
  for (const file of contracts) {
    const path = relative(config.root, file.getFilePath()).split(sep).join("/");
    add(checker.getSymbolAtLocation(file.compilerNode), path);
  }
  for (const file of contracts) {
    for (const declaration of file.getImportDeclarations()) {
      const specifier = declaration.getModuleSpecifierValue();
      // zod's own names stay inside: its types are written out.
      if (!/^(?:zod|wirepact)(?:\/|$)/.test(specifier)) {
        const target = declaration.getModuleSpecifierSourceFile()?.getFilePath();
        const isOwn = specifier.startsWith(".") && target !== undefined;
        const from = isOwn ? relative(config.root, target).split(sep).join("/") : specifier;
        add(checker.getSymbolAtLocation(declaration.getModuleSpecifier().compilerNode), from);
      }
    }
  }
  return (symbol) => found.get(symbol);
}
