/** Schema in, plan out: the data by which a client validates without zod (contracts/wire/plan.ts). */
import type { NumberStep, Plan, PlanField, SizeStep, StringStep } from "../../contracts/wire/plan.js";
import type { FieldModel, NumberCheck, SchemaModel, SizeCheck, StringCheck } from "../model/index.js";

/**
 * The plan of a schema, for `payloadCheck` of `wirepact/client`. It is strict JSON: printing it is
 * `JSON.stringify`. References stay names; the table of plans has to hold them.
 *
 * @throws Error for a schema that cannot cross the wire: the checks of the contract come first.
 */
export function planSchema(schema: SchemaModel): Plan {
  const plan = planKind(schema);
  const spoken: Plan = schema.message === undefined ? plan : ["says", schema.message, plan];
  const isCustom = (schema.customChecks ?? 0) > 0 || schema.kind === "transform";
  return isCustom ? ["custom", spoken] : spoken;
}

function planKind(schema: SchemaModel): Plan {
  switch (schema.kind) {
    case "string": {
      const steps = schema.checks.map(planStringCheck);
      const plan: Plan = steps.length === 0 ? "string" : ["string", ...steps];
      return schema.coerce ? ["coerce", plan] : plan;
    }
    case "number": {
      const steps = schema.checks.flatMap(planNumberCheck);
      const plan: Plan = steps.length === 0 ? "number" : ["number", ...steps];
      return schema.coerce ? ["coerce", plan] : plan;
    }
    case "boolean":
      return schema.coerce ? ["coerce", "boolean"] : "boolean";
    case "null":
    case "undefined":
    case "never":
      return schema.kind;
    case "any":
    case "unknown":
      return "any";
    case "literal":
    case "enum":
      // Bigints have no plan yet.
      return ["one", ...(schema.values as readonly (string | number | boolean | null)[])];
    case "template_literal":
      return ["template", schema.pattern];
    case "object":
      return planObject(schema);
    case "array":
      return ["array", planSchema(schema.item), ...schema.checks.flatMap(planSizeCheck)];
    case "tuple": {
      const items = schema.items.map(planSchema);
      return schema.rest ? ["tuple", items, planSchema(schema.rest)] : ["tuple", items];
    }
    case "record": {
      const key = planSchema(schema.key);
      const value = planSchema(schema.value);
      return schema.mode === "exhaustive" ? ["record", key, value] : ["record", key, value, schema.mode];
    }
    case "union": {
      const options = schema.options.map(planSchema);
      return schema.discriminator === undefined
        ? ["union", ...options]
        : ["switch", schema.discriminator, ...options];
    }
    case "intersection":
      return ["intersection", planSchema(schema.left), planSchema(schema.right)];
    case "optional":
      return [schema.exact ? "exact" : "optional", planSchema(schema.inner)];
    case "nullable":
    case "readonly":
    case "nonoptional":
      return [schema.kind, planSchema(schema.inner)];
    case "default":
    case "prefault":
    case "catch":
      return [schema.kind, schema.value, planSchema(schema.inner)];
    case "transform":
      return planSchema(schema.accepts);
    case "reference":
      return ["ref", schema.id];
    case "bigint":
    case "date":
    case "nan":
    case "bytes":
    case "map":
    case "set":
    case "stringbool":
    case "codec":
      throw new Error(`\`${schema.kind}\` has no plan`);
    case "unsupported":
      throw new Error(`\`${schema.what}\` has no plan: ${schema.reason}`);
    default:
      return unknownKind(schema);
  }
}

function planObject(schema: SchemaModel & { readonly kind: "object" }): Plan {
  // As objects have it, and hence zod: whole numbers come first.
  const fields = Object.entries(Object.fromEntries(schema.fields.map(planField)));
  switch (schema.unknownKeys) {
    case "strip":
      return ["object", ...fields];
    case "strict":
    case "loose":
      return [schema.unknownKeys, ...fields];
    case "catchall":
      // zod reports such keys as it does those of a strict object.
      if (schema.catchall?.kind === "never") return ["strict", ...fields];
      return schema.catchall ? ["catchall", planSchema(schema.catchall), ...fields] : ["loose", ...fields];
  }
}

function planField({ name, schema }: FieldModel): PlanField {
  return [name, planSchema(schema)];
}

function planStringCheck(check: StringCheck): StringStep {
  const step = plainStringStep(check);
  return "message" in check && check.message !== undefined ? ["says", check.message, step] : step;
}

function plainStringStep(check: StringCheck): StringStep {
  switch (check.kind) {
    case "min_length":
    case "max_length":
    case "length":
      return [sizeWords[check.kind], check.value];
    case "format": {
      const { source, flags } = check.pattern;
      if (check.format === "regex") return flags ? ["regex", source, flags] : ["regex", source];
      const label = labelOf(check.format);
      return flags ? ["format", label, source, flags] : ["format", label, source];
    }
    case "coded_format": {
      const label = labelOf(check.format);
      const isPlain = Object.keys(check.options).length === 0;
      return isPlain ? ["coded", label, check.format] : ["coded", label, check.format, check.options];
    }
    case "includes":
      return check.position === undefined
        ? ["includes", check.value]
        : ["includes", check.value, check.position];
    case "starts_with":
      return ["starts", check.value];
    case "ends_with":
      return ["ends", check.value];
    case "trim":
      return "trim";
    case "lower_case":
      return "lower";
    case "upper_case":
      return "upper";
    case "normalize":
      return ["normalize", check.form];
    case "is_lower_case":
      return ["format", "lowercase", "^[^A-Z]*$"];
    case "is_upper_case":
      return ["format", "uppercase", "^[^a-z]*$"];
    default:
      return unknownKind(check);
  }
}

/** Nothing for a check that no finite number fails; JSON has no word for its bound. */
function planNumberCheck(check: NumberCheck): NumberStep[] {
  const step = plainNumberStep(check);
  if (!step) return [];
  return [check.message === undefined ? step : ["says", check.message, step]];
}

function plainNumberStep(check: NumberCheck): NumberStep | undefined {
  switch (check.kind) {
    case "greater_than":
      if (check.value === Number.NEGATIVE_INFINITY) return undefined;
      return [check.inclusive ? ">=" : ">", check.value];
    case "less_than":
      if (check.value === Number.POSITIVE_INFINITY) return undefined;
      return [check.inclusive ? "<=" : "<", check.value];
    case "multiple_of":
      return ["multiple", check.value];
    case "number_format":
      return numberFormats[check.format];
    default:
      return unknownKind(check);
  }
}

function planSizeCheck(check: SizeCheck): SizeStep[] {
  if (check.kind === "max_length" && check.value === Number.POSITIVE_INFINITY) return [];
  const step: SizeStep = [sizeWords[check.kind], check.value];
  return [check.message === undefined ? step : ["says", check.message, step]];
}

const sizeWords = { min_length: "min", max_length: "max", length: "length" } as const;

/** Ranges of zod's number formats; every finite number is a `float64`. */
const numberFormats: Readonly<Record<string, NumberStep>> = {
  safeint: ["int"],
  int32: ["int", -2_147_483_648, 2_147_483_647],
  uint32: ["int", 0, 4_294_967_295],
  float32: ["float", -3.4028234663852886e38, 3.4028234663852886e38],
};

/** What zod's English texts call a format; the others go by their own name. */
function labelOf(format: string): string {
  return Object.hasOwn(labels, format) ? (labels[format] ?? format) : format;
}

const labels: Readonly<Record<string, string>> = {
  email: "email address",
  url: "URL",
  uuid: "UUID",
  uuidv4: "UUIDv4",
  uuidv6: "UUIDv6",
  guid: "GUID",
  ulid: "ULID",
  xid: "XID",
  ksuid: "KSUID",
  datetime: "ISO datetime",
  date: "ISO date",
  time: "ISO time",
  duration: "ISO duration",
  ipv4: "IPv4 address",
  ipv6: "IPv6 address",
  mac: "MAC address",
  cidrv4: "IPv4 range",
  cidrv6: "IPv6 range",
  base64: "base64-encoded string",
  base64url: "base64url-encoded string",
  json_string: "JSON string",
  e164: "E.164 number",
  currency_code: "currency code",
  credit_card: "credit card number",
  iban: "IBAN",
  jwt: "JWT",
  template_literal: "input",
};

function unknownKind(value: never): never {
  throw new Error(`No plan for ${JSON.stringify(value)}`);
}
