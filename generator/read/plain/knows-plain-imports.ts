import { dirname, join } from "node:path";
import type { ts } from "ts-morph";
import type { ResolvedConfig } from "../../model/index.js";
import { findTsConfig } from "../source/open-project.js";

/**
 * Whether TypeScript, under the project's own options, takes the contracts for modules that may import zod and the
 * contract language. Where it does not, it has something against every one of them.
 */
export function knowsPlainImports(compiler: typeof ts, config: ResolvedConfig): boolean {
  const options = readOptions(compiler, config);
  const contract = join(config.contracts, "contract.ts");
  if (options === undefined || options.noLib || options.noResolve || !isModule(compiler, contract, options)) {
    return false;
  }
  return ["zod", "wirepact/contract"].every((name) => {
    const found = compiler.resolveModuleName(name, contract, options, compiler.sys).resolvedModule;
    return found !== undefined && /\.[cm]?ts$/.test(found.resolvedFileName);
  });
}

function readOptions(compiler: typeof ts, config: ResolvedConfig): ts.CompilerOptions | undefined {
  const file = findTsConfig(config);
  if (file === undefined) {
    const { ModuleKind, ModuleResolutionKind } = compiler;
    return { module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext };
  }
  const { config: json, error } = compiler.readConfigFile(file, compiler.sys.readFile);
  if (error !== undefined) {
    return undefined;
  }
  // Which files the project has is of no account, and takes long to find out.
  const host = { ...compiler.sys, readDirectory: () => [] };
  const { options, errors } = compiler.parseJsonConfigFileContent(json, host, dirname(file));
  return errors.every(({ code }) => code === noFiles) ? options : undefined;
}

/** "No inputs were found in config file." */
const noFiles = 18003;

/** Whether the file is an ES module, in a project in which that makes a difference. */
function isModule(compiler: typeof ts, file: string, options: ts.CompilerOptions): boolean {
  const { ModuleKind, ModuleResolutionKind } = compiler;
  const module = options.module ?? ModuleKind.CommonJS;
  if (module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext) {
    const format = compiler.getImpliedNodeFormatForFile(file, undefined, compiler.sys, {
      ...options,
      moduleResolution: options.moduleResolution ?? ModuleResolutionKind.NodeNext,
    });
    return format === ModuleKind.ESNext;
  }
  return options.moduleResolution === ModuleResolutionKind.Bundler && module >= ModuleKind.ES2015;
}
