import type { ts } from "ts-morph";
import type { Syntax } from "../source/syntax.js";
import { bareMakers, isSchemaKind, type PlainKind, sameKindMethods, wrapperMethods } from "./plain-kind.js";
import { isBoolean, isLiteral, isNumber, isText } from "./plain-literal.js";

/** Where an expression stands: the parser's words, and the names that are declared before it. */
export interface PlainScope {
  readonly ts: Syntax;
  readonly names: ReadonlyMap<string, PlainKind>;
}

/**
 * The kind of what an expression makes, where its text alone proves that TypeScript has nothing against it: known
 * functions of zod's and of the contract language, with literals of the right types. Undefined for all else, be it
 * right or wrong.
 */
export function plainKind(node: ts.Expression, scope: PlainScope): PlainKind | undefined {
  const { ts, names } = scope;
  if (ts.isIdentifier(node)) {
    return names.get(node.text);
  }
  if (!ts.isCallExpression(node) || node.typeArguments !== undefined || node.questionDotToken) {
    return undefined;
  }
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression)) {
    return names.get(expression.text) === "word" ? kindOfWord(expression.text, given, scope) : undefined;
  }
  const maker = nameInZod(expression, scope);
  if (maker !== undefined) {
    return kindOfMaker(maker, given, scope);
  }
  if (!ts.isPropertyAccessExpression(expression) || expression.questionDotToken) {
    return undefined;
  }
  const receiver = plainKind(expression.expression, scope);
  return isSchemaKind(receiver) ? kindOfMethod(receiver, expression.name.text, given, scope) : undefined;
}

/** `object` of `z.object`, `iso.date` of `z.iso.date`. */
function nameInZod(node: ts.Expression, scope: PlainScope): string | undefined {
  const { ts, names } = scope;
  if (!ts.isPropertyAccessExpression(node) || node.questionDotToken) {
    return undefined;
  }
  if (ts.isIdentifier(node.expression)) {
    return names.get(node.expression.text) === "zod" ? node.name.text : undefined;
  }
  return nameInZod(node.expression, scope) === "iso" ? `iso.${node.name.text}` : undefined;
}

type Given = readonly ts.Expression[];

function kindOfMaker(name: string, given: Given, scope: PlainScope): PlainKind | undefined {
  const [first, second] = given;
  if (first === undefined) {
    return bareMakers.get(name);
  }
  const isSchema = (node: ts.Expression | undefined) =>
    node !== undefined && isSchemaKind(plainKind(node, scope));
  switch (name) {
    case "object":
    case "strictObject":
    case "looseObject":
      return given.length === 1 && holdsSchemas(first, scope) ? "object" : undefined;
    case "enum":
      return given.length === 1 && isListOf(first, isText, scope) ? "enum" : undefined;
    case "literal":
      return given.length === 1 && (isLiteral(first, scope) || isListOf(first, isLiteral, scope))
        ? "schema"
        : undefined;
    case "array":
      return given.length === 1 && isSchema(first) ? "array" : undefined;
    case "optional":
    case "nullable":
    case "set":
      return given.length === 1 && isSchema(first) ? "schema" : undefined;
    case "map":
      return given.length === 2 && isSchema(first) && isSchema(second) ? "schema" : undefined;
    case "record": {
      const key = plainKind(first, scope);
      const isKey = key === "string" || key === "enum";
      return given.length === 2 && isKey && isSchema(second) ? "schema" : undefined;
    }
    case "tuple":
    case "union":
      return given.length === 1 && isListOf(first, isSchema, scope) ? "schema" : undefined;
    case "discriminatedUnion": {
      const isObject = (node: ts.Expression) => plainKind(node, scope) === "object";
      const isRight = isText(first, scope) && second !== undefined && isListOf(second, isObject, scope);
      return given.length === 2 && isRight ? "schema" : undefined;
    }
    default:
      return undefined;
  }
}

function kindOfMethod(
  receiver: PlainKind,
  name: string,
  given: Given,
  scope: PlainScope,
): PlainKind | undefined {
  const [first] = given;
  const takes = sameKindMethods[receiver]?.get(name);
  if (takes !== undefined) {
    const [own, text] = takes === "nothing" ? [undefined, first] : given;
    const count = (takes === "nothing" ? 0 : 1) + (text === undefined ? 0 : 1);
    // A text in the place of an object's mask is no issue's text.
    const mayFollow =
      text === undefined || (receiver !== "object" && !textless.has(name) && isText(text, scope));
    return given.length === count && mayFollow && isOfType(own, takes, scope) ? receiver : undefined;
  }
  if (first === undefined) {
    return wrapperMethods.get(name);
  }
  if (given.length > 1) {
    return undefined;
  }
  switch (name) {
    case "describe":
      return isText(first, scope) ? receiver : undefined;
    case "or":
    case "and":
      return isSchemaKind(plainKind(first, scope)) ? "schema" : undefined;
    case "extend":
      return receiver === "object" && holdsSchemas(first, scope) ? "object" : undefined;
    case "default":
      return isDefaultOf(receiver, first, scope) ? "schema" : undefined;
    default:
      return undefined;
  }
}

/** Methods that change text, and can raise no issue. */
const textless: ReadonlySet<string> = new Set(["trim", "toLowerCase", "toUpperCase"]);

/** Patterns in which TypeScript, which looks into them, can find nothing that the engine did not. */
const plainPattern = /^\/\^?(?:[\w @.+*-]|\[[^\]\\]*\]|\\[dws.]|\{\d+(?:,\d*)?\})*\$?\/$/;

function isOfType(
  node: ts.Expression | undefined,
  type: "number" | "string" | "pattern" | "nothing",
  scope: PlainScope,
): boolean {
  if (node === undefined) {
    return type === "nothing";
  }
  switch (type) {
    case "number":
      return isNumber(node, scope);
    case "string":
      return isText(node, scope);
    case "pattern":
      return scope.ts.isRegularExpressionLiteral(node) && plainPattern.test(node.text);
    case "nothing":
      return false;
    default:
      return type satisfies never;
  }
}

function isDefaultOf(kind: PlainKind, node: ts.Expression, scope: PlainScope): boolean {
  switch (kind) {
    case "string":
      return isText(node, scope);
    case "number":
      return isNumber(node, scope);
    case "boolean":
      return isBoolean(node, scope);
    default:
      return false;
  }
}

/** What a word of the contract language makes. */
function kindOfWord(word: string, given: Given, scope: PlainScope): PlainKind | undefined {
  const [first, second] = given;
  const isSchema = (node: ts.Expression) => isSchemaKind(plainKind(node, scope));
  const isErrors = (node: ts.Expression) => holdsSchemas(node, scope);
  const isNumeric = (node: ts.Expression) => isNumber(node, scope);
  const holds = (wanted: (kind: PlainKind | undefined) => boolean) => (node: ts.Expression) =>
    isObjectOf(node, () => (value) => wanted(plainKind(value, scope)), scope);
  switch (word) {
    case "event":
      return given.length === 0 || (given.length === 1 && first !== undefined && isSchema(first))
        ? "event"
        : undefined;
    case "room":
      return given.length === 1 && first !== undefined && isSchema(first) ? "room" : undefined;
    case "call": {
      const options = { input: isSchema, output: isSchema, errors: isErrors, timeoutMs: isNumeric };
      const isRight = first === undefined || hasOptions(first, options, scope);
      return given.length < 2 && isRight ? "call" : undefined;
    }
    case "stream": {
      const says =
        (...directions: string[]) =>
        (node: ts.Expression) =>
          scope.ts.isStringLiteralLike(node) && directions.includes(node.text);
      const options = {
        input: isSchema,
        item: isSchema,
        result: isSchema,
        errors: isErrors,
        timeoutMs: isNumeric,
      };
      const oneWay = { ...options, direction: says("download", "upload") };
      const bothWays = { ...options, direction: says("both"), clientItem: isSchema };
      const isRight =
        first !== undefined &&
        (hasOptions(first, oneWay, scope, ["item"]) ||
          hasOptions(first, bothWays, scope, ["item", "direction", "clientItem"]));
      return given.length === 1 && isRight ? "stream" : undefined;
    }
    case "channel": {
      const isMember = (kind: PlainKind | undefined) => kind === "call" || kind === "event";
      const options = {
        auth: isSchema,
        errors: isErrors,
        rooms: holds((kind) => kind === "room"),
        clientToServer: holds((kind) => isMember(kind) || kind === "stream"),
        serverToClient: holds(isMember),
      };
      const isRight = second === undefined || hasOptions(second, options, scope);
      return first !== undefined && given.length < 3 && isText(first, scope) && isRight
        ? "channel"
        : undefined;
    }
    default:
      return undefined;
  }
}

type Test = (node: ts.Expression) => boolean;

/** Whether it is an object literal of right options, the needed ones among them. */
function hasOptions(
  node: ts.Expression,
  options: Readonly<Record<string, Test>>,
  scope: PlainScope,
  needed: readonly string[] = [],
): boolean {
  const missing = new Set(needed);
  const testOf = (name: string) => {
    missing.delete(name);
    return Object.hasOwn(options, name) ? options[name] : undefined;
  };
  return isObjectOf(node, testOf, scope) && missing.size === 0;
}

function holdsSchemas(node: ts.Expression, scope: PlainScope): boolean {
  return isObjectOf(node, () => (value) => isSchemaKind(plainKind(value, scope)), scope);
}

/** Whether it is an object literal whose properties all pass the test for their names; no name comes twice. */
function isObjectOf(
  node: ts.Expression,
  testOf: (name: string) => Test | undefined,
  { ts }: PlainScope,
): boolean {
  if (!ts.isObjectLiteralExpression(node)) {
    return false;
  }
  const seen = new Set(["__proto__"]);
  return node.properties.every((property) => {
    const isAssignment = ts.isPropertyAssignment(property);
    if (!isAssignment && !ts.isShorthandPropertyAssignment(property)) {
      return false;
    }
    const { name } = property;
    if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) {
      return false;
    }
    const isNew = !seen.has(name.text);
    seen.add(name.text);
    return isNew && testOf(name.text)?.(isAssignment ? property.initializer : property.name) === true;
  });
}

function isListOf(
  node: ts.Expression,
  test: (node: ts.Expression, scope: PlainScope) => boolean,
  scope: PlainScope,
): boolean {
  const isList = scope.ts.isArrayLiteralExpression(node) && node.elements.length > 0;
  return isList && node.elements.every((element) => test(element, scope));
}
