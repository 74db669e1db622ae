import path from "node:path";
import {
  defaultLevels,
  everyLevel,
  type Problem,
  type ResolvedConfig,
  type WirepactConfig,
} from "../model/index.js";
import type { ConfigPath, Locate } from "./check-config.js";

/** Fills in the defaults and makes every path absolute, starting from `root`. */
export function resolveConfig(config: WirepactConfig, root: string): ResolvedConfig {
  const handlers = config.server?.handlers ?? "server/handlers";
  const clients = config.clients ?? [{ output: "client/generated" }];
  return {
    root,
    contracts: path.resolve(root, config.contracts ?? "contracts"),
    serverOutput: path.resolve(root, config.server?.output ?? "server/generated"),
    handlers: handlers === false ? false : path.resolve(root, handlers),
    publisher: config.server?.publisher ?? false,
    clients: clients.map((client) => ({ ...client, output: path.resolve(root, client.output) })),
    warnings: levelsOf(config.warnings),
  };
}

function levelsOf(choice: WirepactConfig["warnings"] = {}) {
  return typeof choice === "string" ? everyLevel(choice) : { ...defaultLevels, ...choice };
}

/** A folder of the configuration, and the option that names it. */
interface NamedFolder {
  readonly option: string;
  readonly path: ConfigPath;
  readonly folder: string;
}

/** Problems of folders that would get in one another's way. */
export function checkFolders(config: ResolvedConfig, locate: Locate): Problem[] {
  const contracts: NamedFolder = { option: "contracts", path: ["contracts"], folder: config.contracts };
  const outputs: NamedFolder[] = [
    { option: "server.output", path: ["server", "output"], folder: config.serverOutput },
    ...config.clients.map(({ output }, index) => ({
      option: `clients[${index}].output`,
      path: ["clients", index, "output"],
      folder: output,
    })),
  ];
  const handlers: NamedFolder[] =
    config.handlers === false
      ? []
      : [{ option: "server.handlers", path: ["server", "handlers"], folder: config.handlers }];

  const clash = (later: NamedFolder, message: string, mend: string): Problem => {
    const place = locate(later.path);
    return { code: "WP1006", ...(place && { place }), message, mend };
  };
  const print = (folder: string) => path.relative(config.root, folder).replaceAll(path.sep, "/") || ".";

  const shared = [...outputs, ...handlers].flatMap((later, index, all) =>
    all
      .slice(0, index)
      .filter((earlier) => earlier.folder === later.folder)
      .map((earlier) =>
        clash(
          later,
          `\`${later.option}\` and \`${earlier.option}\` are one folder, \`${print(later.folder)}\``,
          "give each a folder of its own: files of one would replace those of the other",
        ),
      ),
  );
  const inContracts = [...outputs, ...handlers]
    .filter(({ folder }) => isWithin(folder, contracts.folder))
    .map((output) =>
      clash(
        output,
        `\`${output.option}\` is within the contracts, \`${print(contracts.folder)}\``,
        "move it out of there: what stands in the contracts folder is read as a contract",
      ),
    );
  const inOutput = [...outputs]
    .filter(({ folder }) => folder !== contracts.folder && isWithin(contracts.folder, folder))
    .map((output) =>
      clash(
        contracts,
        `\`contracts\` is within \`${output.option}\`, \`${print(output.folder)}\``,
        "move the contracts out of there: generated folders hold nothing but generated files",
      ),
    );
  return [...shared, ...inContracts, ...inOutput];
}

function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  const isOutside = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return !isOutside;
}
