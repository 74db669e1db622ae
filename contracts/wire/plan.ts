/** JSON as it stands in a plan: default values and the options of coded formats. */
export type PlanJson =
  | null
  | boolean
  | number
  | string
  | readonly PlanJson[]
  | { readonly [key: string]: PlanJson };

/**
 * A schema as data that generated code carries instead of zod: a bare word, or an array that begins with its
 * word. Made by the generator, read by {@link payloadCheck}; strict JSON, so that it can be printed as it is.
 * The words are zod's where zod has one; a later version adds words (`date`, `bigint`, `map`, …) and takes
 * none away.
 */
export type Plan =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "undefined"
  | "any"
  | "never"
  | readonly ["string", ...StringStep[]]
  | readonly ["number", ...NumberStep[]]
  /** Literal or enum: the values that pass. */
  | readonly ["one", ...(string | number | boolean | null)[]]
  /** Template literal: source of its pattern. */
  | readonly ["template", string]
  /** Undeclared keys: left out, refused, kept, or read by a schema of their own. */
  | readonly ["object" | "strict" | "loose", ...PlanField[]]
  | readonly ["catchall", Plan, ...PlanField[]]
  | readonly ["array", Plan, ...SizeStep[]]
  /** Items, and what any further ones are. */
  | readonly ["tuple", readonly Plan[], Plan?]
  /** Key, value; without a mode each key of an enum has to be there. */
  | readonly ["record", Plan, Plan, ("partial" | "loose")?]
  | readonly ["union", ...Plan[]]
  /** Discriminated union: the key, then the options. */
  | readonly ["switch", string, ...Plan[]]
  | readonly ["intersection", Plan, Plan]
  /** `exact`: the key may be absent, but not `undefined`. */
  | readonly ["optional" | "exact" | "nullable" | "readonly" | "nonoptional", Plan]
  | readonly ["default" | "prefault" | "catch", PlanJson, Plan]
  /** The plan of that name in the {@link PlanTable}. */
  | readonly ["ref", string]
  /** String, number and boolean only: converts before it checks. */
  | readonly ["coerce", Plan]
  /** The author's own text, in place of the issue's. */
  | readonly ["says", string, Plan]
  /** Here the author's own code has a say as well, which runs on the server only. */
  | readonly ["custom", Plan];

/** One field of an object. */
export type PlanField = readonly [name: string, Plan];

/** A check on a length: code points of a string, items of an array. */
export type SizeStep =
  | readonly ["min" | "max" | "length", number]
  /** The author's own text. */
  | readonly ["says", string, SizeStep];

/** A check on a string, or an overwrite between two of them, in zod's order. */
export type StringStep =
  | "trim"
  | "lower"
  | "upper"
  | readonly ["normalize", string]
  | readonly ["min" | "max" | "length", number]
  /** What the text should be, as the issue words it; source and flags of its pattern. */
  | readonly ["format", string, string, string?]
  | readonly ["regex", source: string, flags?: string]
  /** What the text should be, as the issue words it; zod's name of a format that is more than a pattern. */
  | readonly ["coded", string, string, { readonly [key: string]: PlanJson }?]
  | readonly ["includes", string, number?]
  | readonly ["starts" | "ends", string]
  | readonly ["says", string, StringStep];

/** A check on a number. `int` and `float` name the smallest and largest value; `int` alone is any safe integer. */
export type NumberStep =
  | readonly [">" | ">=" | "<" | "<=" | "multiple", number]
  | readonly ["int", number?, number?]
  | readonly ["float", number, number]
  | readonly ["says", string, NumberStep];

/** Plans that have a name, because several payloads use them or because they hold themselves. */
export type PlanTable = Readonly<Record<string, Plan>>;
