import { type SchemaModel, unknownKind } from "../../model/index.js";
import { callFunction, isShared } from "./functions.js";
import { isPlain, refusePlain } from "./plain.js";
import { printArray } from "./print-array.js";
import { printBigint } from "./print-bigint.js";
import { printBytes } from "./print-bytes.js";
import { printMap, printSet } from "./print-collection.js";
import { printCountedUnion } from "./print-counted-union.js";
import { printDate } from "./print-date.js";
import { printIntersection } from "./print-intersection.js";
import { printLiteral } from "./print-literal.js";
import { refuseNumber } from "./print-number.js";
import { printObject } from "./print-object.js";
import { printRecord } from "./print-record.js";
import { printString } from "./print-string.js";
import { printStringbool } from "./print-stringbool.js";
import { printTuple } from "./print-tuple.js";
import { printDiscriminatedUnion, printUnion } from "./print-union.js";
import {
  printCatch,
  printDefault,
  printNonoptional,
  printOptional,
  printPrefault,
  printUnless,
} from "./print-wrapper.js";
import { type Frame, local, type Path, refuse } from "./printer.js";
import { soleOption } from "./sole-option.js";
import { Unprintable } from "./unprintable.js";
import { printValue, type Value } from "./value.js";

/**
 * Prints the statements that check the value in `source`, a name that is never assigned again, and gives back
 * the expression of what comes out. Where the value is refused the frame's `fail` runs.
 */
export function printNode(schema: SchemaModel, source: string, frame: Frame, path: Path): Value {
  if (isPlain(schema, frame)) {
    refuse(frame, refusePlain(schema, source, frame, path));
    return source;
  }
  if (isShared(schema, frame)) return printCall(schema, source, frame, path);
  return printInline(schema, source, frame, path);
}

/** The same for a schema that is more than a condition, printed here even if it has a function. */
export function printInline(schema: SchemaModel, source: string, frame: Frame, path: Path): Value {
  const isWriting = frame.direction === "write";
  switch (schema.kind) {
    case "string":
      return printString(schema, source, frame, path);
    case "number": {
      const number = local(frame, path, "Number");
      // Symbols, and objects that have no value, make it throw; the root function catches.
      frame.unit.mayThrow = true;
      frame.lines.write(`const ${number} = Number(${source});`);
      refuse(frame, refuseNumber(schema, number, frame, true));
      return number;
    }
    case "boolean":
      return `Boolean(${source})`;
    case "object":
      return printObject(schema, source, frame, path);
    case "array":
      return printArray(schema, source, frame, path);
    case "tuple":
      return printTuple(schema, source, frame, path);
    case "record":
      return printRecord(schema, source, frame, path);
    case "union": {
      const only = soleOption(schema);
      if (only) return printNode(only, source, frame, path);
      if (schema.isTagged || schema.isExclusive) return printCountedUnion(schema, source, frame, path);
      return schema.discriminator === undefined
        ? printUnion(schema, source, frame, path)
        : printDiscriminatedUnion(schema, schema.discriminator, source, frame, path);
    }
    case "intersection":
      return printIntersection(schema, source, frame, path);
    case "optional":
      return printOptional(schema, source, frame, path);
    case "nullable":
      return printUnless("null", schema.inner, source, frame, path);
    case "readonly": {
      const value = printNode(schema.inner, source, frame, path);
      // Memory cannot be frozen; the root function catches.
      if (!isWriting && !freezable.has(schema.inner.kind)) frame.unit.mayThrow = true;
      return isWriting ? value : `Object.freeze(${printValue(value)})`;
    }
    case "nonoptional":
      return printNonoptional(schema.inner, source, frame, path);
    case "default":
      return isWriting
        ? printUnless("undefined", schema.inner, source, frame, path)
        : printDefault(schema, source, frame, path);
    case "prefault":
      return printPrefault(schema, source, frame, path);
    case "catch":
      return isWriting
        ? printNode(schema.inner, source, frame, path)
        : printCatch(schema, source, frame, path);
    case "transform":
      if (!isWriting) throw new Unprintable("the author's own transform");
      return printNode(schema.accepts, source, frame, path);
    case "reference":
      return printNode(frame.printer.resolve(schema), source, frame, path);
    case "unsupported":
      throw new Unprintable(schema.what);
    case "bigint":
      return printBigint(schema, source, frame, path);
    case "date":
      return printDate(schema, source, frame, path);
    case "nan":
      refuse(frame, isWriting ? `!Number.isNaN(${source})` : `${source} !== "NaN"`);
      return isWriting ? '"NaN"' : "Number.NaN";
    case "bytes":
      return printBytes(schema, source, frame, path);
    case "map":
      return printMap(schema, source, frame, path);
    case "set":
      return printSet(schema, source, frame, path);
    case "stringbool":
      return printStringbool(schema, source, frame, path);
    case "literal":
      return printLiteral(schema, source, frame, path);
    case "blob":
      throw new Unprintable("a Blob, whose bytes cost more than its check");
    case "codec":
      throw new Unprintable("the author's own codec");
    case "null":
    case "undefined":
    case "any":
    case "unknown":
    case "never":
    case "enum":
    case "template_literal":
      throw new TypeError(`\`${schema.kind}\` is a condition`);
    default:
      return unknownKind(schema);
  }
}

const freezable: ReadonlySet<string> = new Set(["object", "array", "tuple", "record", "map", "set", "date"]);

function printCall(schema: SchemaModel, source: string, frame: Frame, path: Path): Value {
  const name = callFunction(schema, frame, path);
  const result = local(frame, path, frame.direction === "write" ? "Out" : "In");
  frame.lines.write(`const ${result} = ${name}(${source});`);
  refuse(frame, `${result} === ${frame.invalid}`);
  return result;
}
