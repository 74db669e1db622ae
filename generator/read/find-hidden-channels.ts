import type { LoadedGroup } from "../load/loaded-contracts.js";
import type { Notice } from "../model/index.js";
import type { ContractSource } from "./source/contract-source.js";

/** Channels of a contract file's top level that it makes and does not export: mostly a word forgotten. */
export function findHiddenChannels(loaded: LoadedGroup, source: ContractSource): readonly Notice[] {
  const { ts } = source;
  return loaded.files.flatMap(({ path, exports }): Notice[] => {
    const file = source.file(path);
    if (file === undefined) {
      return [];
    }
    const exported = Object.keys(exports).map((name) => source.exportOf(file, name)?.name.node);
    return file.ast.statements
      .flatMap((statement) =>
        ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
      )
      .filter(
        ({ name, initializer }) =>
          !exported.includes(name) &&
          initializer !== undefined &&
          ts.isCallExpression(initializer) &&
          ts.isIdentifier(initializer.expression) &&
          initializer.expression.text === "channel",
      )
      .map(({ name }) => ({
        place: source.placeOf({ file, node: name }),
        message: `the channel \`${name.getText(file.ast)}\` is not exported, so no code is generated for it`,
        mend: "write `export` before it",
      }));
  });
}
