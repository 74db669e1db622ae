import type { LoadedContracts, LoadedFile, LoadedGroup } from "../load/loaded-contracts.js";
import type { Problem, ResolvedConfig } from "../model/index.js";
import { findPlainFiles } from "./plain/find-plain-files.js";
import { knowsPlainImports } from "./plain/knows-plain-imports.js";
import { provesPlainImports } from "./plain/proves-plain-imports.js";
import { ContractSource } from "./source/contract-source.js";
import { openProject } from "./source/open-project.js";

/**
 * TypeScript's own errors in the contract files, under the project's own options. Options that only find
 * unused names are left off: what is unused in a contract stops nothing. Files that are plain are not checked.
 */
export async function typeCheckContracts(
  loaded: LoadedContracts,
  config: ResolvedConfig,
): Promise<readonly Problem[]> {
  if (loaded.files.length === 0) {
    return [];
  }
  const doubtful = await findDoubtful(loaded, config);
  if (doubtful.length === 0) {
    return [];
  }
  const { ts, project } = await openProject(loaded, config);
  const program = project.getProgram().compilerObject;
  return doubtful.flatMap(({ path, absolutePath }): Problem[] => {
    const file = project.getSourceFile(absolutePath)?.compilerNode;
    if (file === undefined) {
      return [];
    }
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found
      .filter(({ category }) => category === ts.DiagnosticCategory.Error)
      .map(({ code, start = 0, messageText }): Problem => {
        const { line, character } = file.getLineAndCharacterOfPosition(start);
        const text = ts.flattenDiagnosticMessageText(messageText, "\n").replace(/\.$/, "");
        return {
          code: "WP1001",
          place: { file: path, line: line + 1, column: character + 1 },
          message: `${text} (TS${code})`,
          mend: endless.has(code)
            ? "write the part that holds the schema itself as a getter: `get children() { return z.array(Tree); }`"
            : "correct the type; `--no-typecheck` skips this check",
        };
      });
  });
}

/** Codes for "implicitly has type any because it is referenced in its own initializer" and the like. */
const endless: ReadonlySet<number> = new Set([7022, 7023, 7024]);

/** The files that are not plain, in the order of the groups. */
async function findDoubtful(loaded: LoadedContracts, config: ResolvedConfig): Promise<readonly LoadedFile[]> {
  if (!(await areImportsPlain(config))) {
    return loaded.files;
  }
  const found = await Promise.all(
    loaded.groups.map(async (group) => {
      const plain = plainFiles.get(group) ?? findPlainFiles(group, await ContractSource.open(group, config));
      plainFiles.set(group, plain);
      return group.files.filter(({ path }) => !plain.has(path));
    }),
  );
  return found.flat();
}

/** Asks TypeScript where the files alone do not say so. */
async function areImportsPlain(config: ResolvedConfig): Promise<boolean> {
  if (provesPlainImports(config)) {
    return true;
  }
  const { ts } = await import("./source/typescript.js");
  return knowsPlainImports(ts, config);
}

const plainFiles = new WeakMap<LoadedGroup, ReadonlySet<string>>();
