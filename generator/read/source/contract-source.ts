import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ts } from "ts-morph";
import type { LoadedFile, LoadedGroup } from "../../load/loaded-contracts.js";
import type { Place, ResolvedConfig } from "../../model/index.js";
import { parsePlainFiles } from "./plain-syntax/parse-plain-files.js";
import { plainWords } from "./plain-syntax/plain-words.js";
import type { Syntax } from "./syntax.js";

/** A parsed first-party file. */
export interface SourceText {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly ast: ts.SourceFile;
  readonly imports: ReadonlyMap<string, string>;
}

/** A node of a source, together with the file that it stands in. */
export interface SourceNode<Node extends ts.Node = ts.Node> {
  readonly file: SourceText;
  readonly node: Node;
}

/** An expression somewhere in a contract. */
export type SourceExpression = SourceNode<ts.Expression>;

/** A name of a contract's source, and what stands behind it. */
export interface Declared {
  readonly name: SourceNode;
  readonly value?: SourceExpression;
}

/** An export, and whether its file declares it itself. */
export interface DeclaredExport extends Declared {
  readonly isOwn: boolean;
}

const opened = new WeakMap<LoadedGroup, Promise<ContractSource>>();

type Parse = (path: string, text: string) => ts.SourceFile;

/** The second eye on a contract: its text, parsed and not type-checked. */
export class ContractSource {
  readonly #files: Map<string, SourceText | undefined>;
  readonly #loaded: ReadonlyMap<string, LoadedFile>;

  readonly #parseText: Parse;
  /** What names stand for; each is asked for many times. */
  readonly #declarations = new Map<SourceText, Map<string, Declared | undefined>>();

  private constructor(
    readonly ts: Syntax,
    parseText: Parse,
    loaded: LoadedGroup,
    readonly root: string,
  ) {
    this.#files = new Map();
    this.#loaded = new Map(loaded.files.map((file) => [file.path, file]));
    this.#parseText = parseText;
  }

  /** Once for each group. Loads TypeScript's parser, which is large, for files that are more than plain. */
  static open(loaded: LoadedGroup, config: ResolvedConfig): Promise<ContractSource> {
    const source = opened.get(loaded) ?? ContractSource.#open(loaded, config);
    opened.set(loaded, source);
    return source;
  }

  static async #open(loaded: LoadedGroup, { root }: ResolvedConfig): Promise<ContractSource> {
    const plain = parsePlainFiles(loaded, root);
    if (plain !== undefined) {
      const parsed: Parse = (path) => plain.get(path) ?? noFile(path);
      return new ContractSource(plainWords, parsed, loaded, root);
    }
    const { ts } = await import("./typescript.js");
    const parse: Parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return new ContractSource(ts, parse, loaded, root);
  }

  /** The file of that path; undefined where there is none. */
  file(path: string): SourceText | undefined {
    if (!this.#files.has(path)) {
      this.#files.set(path, this.#parse(path));
    }
    return this.#files.get(path);
  }

  /** Where a node begins. */
  placeOf({ file, node }: SourceNode): Place {
    const { line, character } = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast));
    return { file: file.path, line: line + 1, column: character + 1 };
  }

  /** Where `file` gets the export `name` from. */
  exportOf(file: SourceText, name: string, hops = 0): DeclaredExport | undefined {
    const { ts } = this;
    const own = this.#exportedDirectly(file, name);
    if (own !== undefined || hops > mostHops) {
      return own;
    }
    for (const statement of file.ast.statements) {
      if (!ts.isExportDeclaration(statement)) {
        continue;
      }
      const elements =
        statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
          ? statement.exportClause.elements
          : [];
      const element = elements.find((each) => each.name.text === name);
      if (element !== undefined && statement.moduleSpecifier === undefined) {
        const source = (element.propertyName ?? element.name).text;
        const declared = this.declarationOf(file, source);
        const isOwn = declared?.name.file === file;
        return { ...(declared ?? { name: { file, node: element.name } }), isOwn };
      }
      const isStar = statement.exportClause === undefined && name !== "default";
      if ((element !== undefined || isStar) && statement.moduleSpecifier !== undefined) {
        const source = (element?.propertyName ?? element?.name)?.text ?? name;
        const found = this.#exportBehind(file, statement.moduleSpecifier, source, hops);
        if (found !== undefined || element !== undefined) {
          return { ...(found ?? { name: { file, node: element?.name ?? statement } }), isOwn: false };
        }
      }
    }
    return undefined;
  }

  /** What `name` stands for in a file: a variable or function of its top level, or an import of such. */
  declarationOf(file: SourceText, name: string, hops = 0): Declared | undefined {
    const ofFile = this.#declarations.get(file) ?? new Map<string, Declared | undefined>();
    this.#declarations.set(file, ofFile);
    if (!ofFile.has(name)) {
      const found = this.#findDeclaration(file, name, hops);
      // On the way around a circle the answer depends on where one came from.
      if (hops > 0) return found;
      ofFile.set(name, found);
    }
    return ofFile.get(name);
  }

  #findDeclaration(file: SourceText, name: string, hops: number): Declared | undefined {
    const { ts } = this;
    for (const statement of file.ast.statements) {
      if (ts.isVariableStatement(statement)) {
        const found = statement.declarationList.declarations.find(
          (each) => ts.isIdentifier(each.name) && each.name.text === name,
        );
        if (found !== undefined) {
          return declared(file, found.name, found.initializer);
        }
      }
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) {
        return declared(file, statement.name, onlyReturned(ts, statement.body));
      }
      if (ts.isImportDeclaration(statement) && hops <= mostHops) {
        const clause = statement.importClause;
        const bindings = clause?.namedBindings;
        const element =
          bindings !== undefined && ts.isNamedImports(bindings)
            ? bindings.elements.find((each) => each.name.text === name)
            : undefined;
        const imported =
          clause?.name?.text === name ? "default" : (element?.propertyName ?? element?.name)?.text;
        if (imported !== undefined) {
          return this.#exportBehind(file, statement.moduleSpecifier, imported, hops);
        }
      }
    }
    return undefined;
  }

  /** The file that `import * as name` stands for; undefined for packages. */
  namespaceOf(file: SourceText, name: string): SourceText | undefined {
    const { ts } = this;
    const found = file.ast.statements.find((statement): statement is ts.ImportDeclaration => {
      const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
      return bindings !== undefined && ts.isNamespaceImport(bindings) && bindings.name.text === name;
    });
    return found === undefined ? undefined : this.#fileBehind(file, found.moduleSpecifier);
  }

  #exportedDirectly(file: SourceText, name: string): DeclaredExport | undefined {
    const { ts } = this;
    if (name === "default") {
      const assignment = file.ast.statements.find(ts.isExportAssignment);
      if (assignment === undefined) {
        return undefined;
      }
      const { expression } = assignment;
      const behind = ts.isIdentifier(expression) ? this.declarationOf(file, expression.text) : undefined;
      return { ...(behind ?? declared(file, assignment, expression)), isOwn: true };
    }
    const found = file.ast.statements.some(
      (statement) =>
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true &&
        ((ts.isVariableStatement(statement) &&
          statement.declarationList.declarations.some(
            (each) => ts.isIdentifier(each.name) && each.name.text === name,
          )) ||
          (ts.isFunctionDeclaration(statement) && statement.name?.text === name)),
    );
    const behind = found ? this.declarationOf(file, name) : undefined;
    return behind === undefined ? undefined : { ...behind, isOwn: true };
  }

  #exportBehind(
    file: SourceText,
    specifier: ts.Expression,
    name: string,
    hops: number,
  ): Declared | undefined {
    const target = this.#fileBehind(file, specifier);
    return target === undefined ? undefined : this.exportOf(target, name, hops + 1);
  }

  #fileBehind(file: SourceText, specifier: ts.Expression): SourceText | undefined {
    const path = this.ts.isStringLiteral(specifier) ? file.imports.get(specifier.text) : undefined;
    return path === undefined ? undefined : this.file(path);
  }

  #parse(path: string): SourceText | undefined {
    const loaded = this.#loaded.get(path);
    try {
      const text = loaded?.text ?? readFileSync(join(this.root, path), "utf8");
      return { path, ast: this.#parseText(path, text), imports: loaded?.imports ?? new Map() };
    } catch {
      return undefined; // Without the text places fall back to what leads here.
    }
  }
}

/** Files that a name is followed through; more is a circle. */
const mostHops = 20;

function noFile(path: string): never {
  throw new Error(`${path} is none of the group's files`);
}

function declared(file: SourceText, name: ts.Node, value: ts.Expression | undefined): Declared {
  return { name: { file, node: name }, ...(value === undefined ? {} : { value: { file, node: value } }) };
}

/** The expression that a function gives back, where it is the one `return` of its outermost block. */
export function onlyReturned(ts: Syntax, body: ts.Node | undefined): ts.Expression | undefined {
  const statements: readonly ts.Statement[] = body !== undefined && ts.isBlock(body) ? body.statements : [];
  const returns = statements.filter((statement) => ts.isReturnStatement(statement));
  return returns.length === 1 ? returns[0]?.expression : undefined;
}
