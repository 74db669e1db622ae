import { type PlainNode, plainNode } from "./plain-node.js";
import { NotPlain, type PlainScanner } from "./plain-scanner.js";

/** Parses names, literals, lists, objects, and calls of them; throws {@link NotPlain} at anything else. */
export function parsePlainExpression(scanner: PlainScanner): PlainNode {
  let made = parseOperand(scanner);
  for (;;) {
    const { start } = made;
    if (scanner.takes("(")) {
      const given = parseList(scanner, ")");
      made = plainNode("CallExpression", [start, scanner.end], { expression: made, arguments: given });
    } else if (scanner.takes(".")) {
      const name = parseIdentifier(scanner);
      made = plainNode("PropertyAccessExpression", [start, scanner.end], { expression: made, name });
    } else if (/^[,;)\]}]$|^$/.test(scanner.text.charAt(scanner.start)) || scanner.isNewLine) {
      // What may follow on a new line is looked at by whoever ends the statement.
      return made;
    } else throw new NotPlain();
  }
}

function parseOperand(scanner: PlainScanner): PlainNode {
  const { start, text } = scanner;
  const sign = text.charAt(start);
  if (sign === "{") return parseObject(scanner);
  if (sign === '"' || sign === "'") return parseString(scanner, sign);
  if (scanner.takes("[")) {
    const elements = parseList(scanner, "]");
    return plainNode("ArrayLiteralExpression", [start, scanner.end], { elements });
  }
  if (sign === "`") {
    const quoted = scanner.match(/`[^`\\$\r]*`/y);
    return plainNode("NoSubstitutionTemplateLiteral", [start, scanner.end], { text: quoted.slice(1, -1) });
  }
  if (sign === "/") {
    const pattern = scanner.match(/\/(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\\\]\r\n]|\\[^\r\n])*\])+\/[a-z]*/y);
    return plainNode("RegularExpressionLiteral", [start, scanner.end], { text: pattern });
  }
  if (sign === "-") {
    scanner.expect("-");
    const operand = parseNumber(scanner);
    return plainNode("PrefixUnaryExpression", [start, scanner.end], { operator: "MinusToken", operand });
  }
  return /[0-9]/.test(sign) ? parseNumber(scanner) : parseWord(scanner);
}

/** The literals that are words, and names. */
function parseWord(scanner: PlainScanner): PlainNode {
  const identifier = parseIdentifier(scanner);
  const { start, end, text } = identifier;
  const literal = literals.get(String(text));
  if (literal !== undefined) return plainNode(literal, [start, end]);
  if (operators.has(String(text))) throw new NotPlain();
  return identifier;
}

const literals = new Map([
  ["true", "TrueKeyword"],
  ["false", "FalseKeyword"],
  ["null", "NullKeyword"],
] as const) as ReadonlyMap<string, "TrueKeyword" | "FalseKeyword" | "NullKeyword">;

/** Words that begin an expression and are no names. */
const operators: ReadonlySet<string> = new Set(
  "async await class delete function import new super this typeof void yield".split(" "),
);

function parseIdentifier(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const text = scanner.name();
  return plainNode("Identifier", [start, scanner.end], { text });
}

function parseNumber(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const digits = scanner.match(/(?:0|[1-9](?:_?\d)*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y);
  return plainNode("NumericLiteral", [start, scanner.end], {
    text: String(Number(digits.replaceAll("_", ""))),
  });
}

function parseString(scanner: PlainScanner, quote: '"' | "'"): PlainNode {
  const { start } = scanner;
  const quoted = scanner.match(quote === '"' ? doubleQuoted : singleQuoted).slice(1, -1);
  const text = quoted.replace(/\\(u[\da-fA-F]{4}|.)/g, (_, sign: string) =>
    sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (controls[sign] ?? sign),
  );
  return plainNode("StringLiteral", [start, scanner.end], { text });
}

const doubleQuoted = /"(?:[^"\\\r\n]|\\(?:["'\\/nrt]|u[\da-fA-F]{4}))*"/y;
const singleQuoted = /'(?:[^'\\\r\n]|\\(?:["'\\/nrt]|u[\da-fA-F]{4}))*'/y;
const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Behind the bracket that opens it, up to past the one that closes it. */
function parseList(scanner: PlainScanner, end: ")" | "]"): readonly PlainNode[] {
  const items: PlainNode[] = [];
  while (!scanner.sees(end)) {
    items.push(parsePlainExpression(scanner));
    if (!scanner.takes(",")) break;
  }
  scanner.expect(end);
  return items;
}

function parseObject(scanner: PlainScanner): PlainNode {
  const { start } = scanner;
  const properties: PlainNode[] = [];
  scanner.expect("{");
  while (!scanner.sees("}")) {
    properties.push(parseProperty(scanner));
    if (!scanner.takes(",")) break;
  }
  scanner.expect("}");
  return plainNode("ObjectLiteralExpression", [start, scanner.end], { properties });
}

/** `name: value` or `name`. */
function parseProperty(scanner: PlainScanner): PlainNode {
  const docs = scanner.takeDocs();
  const { start } = scanner;
  const sign = scanner.text.charAt(start);
  const isQuoted = sign === '"' || sign === "'";
  const name = isQuoted ? parseString(scanner, sign) : parseIdentifier(scanner);
  if (scanner.takes(":")) {
    const initializer = parsePlainExpression(scanner);
    return plainNode("PropertyAssignment", [start, scanner.end], { name, initializer, docs });
  }
  if (isQuoted || !/[,}]/.test(scanner.text.charAt(scanner.start))) throw new NotPlain();
  return plainNode("ShorthandPropertyAssignment", [start, scanner.end], { name, docs });
}
