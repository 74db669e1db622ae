/** A row of docs/schemas.md: schemas whose emitted types are held against zod's own. */
export interface Construct {
  /** The row's first cell. */
  readonly title: string;
  /** Expressions of schemas. */
  readonly schemas: readonly string[];
  /** What the writer's type is held against, where that is not what zod calls the input. */
  readonly writer?: "output";
  /**
   * `wider`: the emitted type takes in zod's, and is not the same; docs/schemas.md says why. `any`: each is
   * assignable to the other.
   */
  readonly unequal?: "wider" | "any";
  /** An enum's own type, and the union of its members, which zod has, differ unless they stand in a union. */
  readonly isEnum?: true;
}

/** What the contract declares for the schemas to use. */
export const declarations = `
export enum Level { low, high = "high" }
export enum Direction { up = 1, down }
const Size = { small: "s", large: "l" } as const;
export interface Money { readonly amount: number; currency?: string }
export class Temperature { constructor(readonly degrees: number) {} }
export type Tag = "a" | "b";
type Pixels = \`\${number}px\`;
export const UserId = z.uuid().brand<"UserId">();
export const ChatId = UserId.brand<"ChatId">();
const Plain = z.string();
export const Name = Plain.brand<"Name">();
export const Person = z.object({ id: UserId, name: z.string().default("x"), bornAt: z.date().optional() });
export const Tree = z.object({ value: z.number(), get children() { return z.array(Tree); } });
export const Chain = z.object({ at: z.date().default(() => new Date()), get next() { return Chain.optional(); } });
export const Cents = z.codec(z.string(), z.bigint(), { decode: (text) => BigInt(text), encode: String });
export const Names = z.array(z.string());
export const Either = z.union([Names, z.tuple([z.string()]), z.string()]);
export const Lookup = z.map(z.string(), Person);
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
const branded = <T extends string>() => z.string().brand<T>();
const isTag = (text: string): text is Tag => text === "a" || text === "b";
`;

const text = "z.string()";

/** All of zod that crosses the wire. */
export const constructs: readonly Construct[] = [
  {
    title: "`z.string()`",
    schemas: [text, "z.string().min(1).max(9).trim().toLowerCase()", "z.string().regex(/a/).startsWith('a')"],
  },
  {
    title: "string formats: `z.email()`, `z.uuid()`, `z.url()`, `z.iso.datetime()`, …",
    schemas: [
      "z.email()",
      "z.uuid()",
      "z.guid()",
      "z.url()",
      "z.httpUrl()",
      "z.emoji()",
      "z.nanoid()",
      "z.cuid()",
      "z.cuid2()",
      "z.ulid()",
      "z.xid()",
      "z.ksuid()",
      "z.ipv4()",
      "z.ipv6()",
      "z.mac()",
      "z.cidrv4()",
      "z.cidrv6()",
      "z.base64()",
      "z.base64url()",
      "z.e164()",
      "z.jwt()",
      "z.hostname()",
      "z.hex()",
      "z.hash('sha256')",
      "z.creditCard()",
      "z.iban()",
      "z.iso.datetime()",
      "z.iso.date()",
      "z.iso.time()",
      "z.iso.duration()",
      "z.stringFormat('even', (value) => value.length % 2 === 0)",
    ],
  },
  {
    title: '`z.string<"a" | "b">()`',
    schemas: ['z.string<"a" | "b">()', "z.optional(z.string<Pixels>())"],
  },
  {
    title: "`z.number()`, `z.int()`, `z.float32()`, `z.int32()`, …",
    schemas: [
      "z.number()",
      "z.int()",
      "z.int32()",
      "z.uint32()",
      "z.float32()",
      "z.float64()",
      "z.number().min(0).max(5).multipleOf(0.5)",
    ],
  },
  { title: "`z.nan()`", schemas: ["z.nan()"] },
  {
    title: "`z.bigint()`, `z.int64()`, `z.uint64()`",
    schemas: ["z.bigint()", "z.int64()", "z.uint64().min(5n)"],
  },
  { title: "`z.boolean()`", schemas: ["z.boolean()"] },
  { title: "`z.date()`", schemas: ["z.date()", "z.date().min(new Date(0))"] },
  { title: "`z.null()`", schemas: ["z.null()"] },
  { title: "`z.undefined()`, `z.void()`", schemas: ["z.undefined()", "z.object({ a: z.undefined() })"] },
  { title: "`z.any()`", schemas: ["z.any()", "z.object({ a: z.any() })"], unequal: "any" },
  {
    title: "`z.unknown()`",
    schemas: ["z.unknown()", "z.object({ a: z.unknown(), b: z.unknown().optional() })"],
  },
  { title: "`z.never()`", schemas: ["z.never()", "z.object({ a: z.never().optional() })"] },
  {
    title: "`z.literal(…)`",
    schemas: [
      'z.literal("a")',
      'z.literal(["a", 1, true, null])',
      "z.literal([1n, -5n])",
      'z.literal([undefined, "a"])',
      "z.literal(-1.5)",
    ],
  },
  {
    title: "`z.enum([…])`",
    schemas: [
      'z.enum(["a", "b"])',
      'z.enum(["a", "b", "c"]).exclude(["a"])',
      "z.enum(Size)",
      "z.object({ a: z.string(), b: z.string() }).keyof()",
    ],
  },
  {
    title: "`z.enum(Level)` of a TypeScript `enum`",
    schemas: [
      "z.enum(Level)",
      "z.enum(Direction).nullable()",
      "z.object({ level: z.enum(Level).optional() })",
      'z.enum(Level).exclude(["low"])',
      "z.nativeEnum(Direction)",
    ],
    isEnum: true,
  },
  {
    title: "`z.templateLiteral([…])`",
    schemas: [
      'z.templateLiteral(["a-", z.number()])',
      'z.templateLiteral([z.enum(["a", "b"]), "-", z.string().optional()])',
      'z.templateLiteral(["`${", z.bigint(), "\\\\", z.boolean(), z.null(), z.literal([1, "x"])])',
      'z.templateLiteral([z.templateLiteral(["v", z.int()]), ".", z.union([z.literal("x"), z.number()]), z.nullable(z.number())])',
    ],
  },
  {
    title: "`z.object({ … })`",
    schemas: [
      "z.object({ a: z.string(), 'b-c': z.number().optional(), 1: z.boolean() })",
      "z.object({})",
      "z.object({ a: z.object({ b: z.object({}) }) })",
      "z.object({ a: z.string() }).extend({ b: z.number() }).partial()",
      "z.object({ a: z.string().optional() }).required()",
      "z.object({ a: z.string(), b: z.number() }).pick({ a: true })",
      "z.object({ people: z.array(Person), person: Person.optional() })",
    ],
  },
  { title: "`z.strictObject({ … })`", schemas: ["z.strictObject({ a: z.string() })", "z.strictObject({})"] },
  {
    title: "`z.looseObject({ … })`",
    schemas: ["z.looseObject({ a: z.string(), b: z.number().optional() })", "z.looseObject({})"],
  },
  {
    title: "`.catchall(…)` of a type that the fields have too",
    schemas: [
      "z.object({ a: z.string() }).catchall(z.string())",
      "z.object({}).catchall(z.date())",
      "z.object({ a: z.literal(1) }).catchall(z.unknown())",
    ],
  },
  {
    title: "`.catchall(…)` of another type than the fields'",
    schemas: [
      "z.object({ a: z.string() }).catchall(z.number())",
      "z.object({ a: z.string().optional() }).catchall(z.string())",
    ],
    unequal: "wider",
  },
  {
    title: "`.optional()`",
    schemas: [
      "z.string().optional()",
      "z.object({ a: z.string().optional() })",
      "z.array(z.string().optional())",
      "z.object({ a: z.union([z.string(), z.number().optional()]) })",
    ],
  },
  {
    title: "`.exactOptional()`",
    schemas: [
      "z.object({ a: z.string().exactOptional() })",
      "z.string().exactOptional()",
      "z.object({ a: z.undefined().exactOptional() })",
    ],
  },
  {
    title: "`.nonoptional()`",
    schemas: ["z.string().optional().nonoptional()", "z.object({ a: z.string().nullish().nonoptional() })"],
  },
  { title: "`.nullable()`", schemas: ["z.string().nullable()", "z.object({ a: z.date().nullable() })"] },
  { title: "`.nullish()`", schemas: ["z.string().nullish()", "z.object({ a: z.string().nullish() })"] },
  {
    title: "`.default(…)`",
    schemas: [
      "z.string().default('a')",
      "z.object({ a: z.number().default(1), b: z.string().optional().default('b') })",
      "z.object({ a: z.date().default(() => new Date()) })",
      "z.object({ a: z.bigint().default(5n) })",
      "z.tuple([z.string(), z.number().default(1)])",
      "z.object({ a: z.string().default('a').optional() })",
    ],
  },
  {
    title: "`.prefault(…)`",
    schemas: ["z.object({ a: z.string().prefault('a'), b: z.coerce.number().prefault('1') })"],
  },
  {
    title: "`.catch(…)`",
    schemas: [
      "z.string().catch('a')",
      "z.object({ a: z.number().catch(1), b: z.number().catch((context) => context.issues.length) })",
    ],
  },
  {
    title: "`.readonly()`",
    schemas: [
      "z.object({ a: z.array(z.string()) }).readonly()",
      "z.array(z.string()).readonly()",
      "z.array(z.union([z.string(), z.number()])).readonly()",
      "z.tuple([z.string(), z.number().optional()]).readonly()",
      "z.tuple([z.string().optional(), z.number().optional()]).readonly()",
      "z.tuple([z.string()], z.number()).readonly()",
      "z.tuple([]).readonly()",
      "z.map(z.string(), z.number()).readonly()",
      "z.set(z.date()).readonly()",
      "z.date().readonly()",
      "z.string().readonly()",
      "z.instanceof(Uint8Array).readonly()",
      "z.record(z.string(), z.number()).readonly()",
      "z.record(z.enum(['a', 'b']), z.number()).readonly()",
      "z.union([z.array(z.string()), z.object({ a: z.string() }), z.number()]).readonly()",
      "z.object({ a: z.array(Person).readonly().optional(), b: Person.readonly(), c: Tree.readonly() })",
      "z.object({ a: Names.readonly(), b: Either.readonly(), c: Lookup.readonly().optional(), d: UserId.readonly() })",
      "z.object({ a: z.string() }).nullable().readonly()",
      "z.object({ a: z.string() }).and(z.object({ b: z.string() })).readonly()",
      "z.string().transform((value) => new Map([[value, value]])).readonly()",
    ],
  },
  {
    title: '`.brand<"Id">()`',
    schemas: [
      'z.string().brand<"Id">()',
      'z.string().min(1).brand("Id").max(5).nullable()',
      'z.number().brand<"A">().brand<"B">()',
      'z.object({ a: z.string() }).brand<"Row">()',
      'z.string().brand<"In", "in">()',
      'z.string().brand<"Both", "inout">()',
      'z.union([z.string(), z.number()]).brand<"Key">()',
      'z.array(z.string().brand<"Item">()).brand<"List">()',
      "z.object({ user: UserId, chat: ChatId, both: z.array(UserId.optional()), name: Name, plain: Plain })",
      'branded<"Helped">()',
      "z.string().brand<Tag>()",
      'z.record(z.string().brand<"Key">(), z.number())',
      "z.object({ id: z.string().brand<'P'>() }).partial()",
    ],
  },
  {
    title: "`z.array(…)`",
    schemas: [
      "z.array(z.string())",
      "z.array(z.union([z.string(), z.null()])).min(1)",
      "z.string().array().array()",
    ],
  },
  {
    title: "`z.tuple([…], …)`",
    schemas: [
      "z.tuple([z.string(), z.number()])",
      "z.tuple([z.string()], z.number())",
      "z.tuple([z.string(), z.number().optional()])",
      "z.tuple([z.string().optional(), z.number()])",
      "z.tuple([z.string().optional()], z.date())",
      "z.tuple([])",
      "z.tuple([z.string(), z.number().optional(), z.boolean().optional()])",
    ],
  },
  {
    title: "`z.record(…)` with keys of text",
    schemas: [
      "z.record(z.string(), z.number())",
      "z.record(z.templateLiteral(['a-', z.number()]), z.date())",
      "z.record(z.string(), z.number().optional())",
      "z.record(z.string().regex(/a/), z.object({ a: z.string().default('a') }))",
    ],
  },
  {
    title: "`z.record(…)` with keys of an enum",
    schemas: [
      "z.record(z.enum(['a', 'b']), z.number())",
      "z.record(z.literal(['a', 'b']), z.number().optional())",
      "z.record(z.enum(Level), z.string())",
      "z.record(z.union([z.literal('a'), z.literal('b')]), z.string())",
    ],
  },
  {
    title: "`z.record(…)` with keys that are numbers",
    schemas: [
      "z.record(z.number(), z.string())",
      "z.record(z.int(), z.string())",
      "z.record(z.literal([1, 2]), z.string())",
    ],
  },
  {
    title: "`z.partialRecord(…)`",
    schemas: ["z.partialRecord(z.enum(['a', 'b']), z.number())", "z.partialRecord(z.string(), z.number())"],
  },
  { title: "`z.looseRecord(…)`", schemas: ["z.looseRecord(z.string().regex(/^a/), z.number())"] },
  {
    title: "`z.map(…)`",
    schemas: [
      "z.map(z.string(), z.number())",
      "z.map(z.date(), z.object({ a: z.string().default('a') })).min(1)",
    ],
  },
  { title: "`z.set(…)`", schemas: ["z.set(z.string())", "z.set(z.union([z.string(), z.bigint()])).max(5)"] },
  {
    title: "`z.union([…])`, `.or(…)`",
    schemas: [
      "z.union([z.string(), z.number()])",
      "z.date().or(z.string())",
      "z.union([z.unknown(), z.string()])",
      "z.union([z.literal('a'), z.literal('b'), z.boolean()])",
      "z.union([z.array(z.date()), z.array(z.string())])",
    ],
  },
  {
    title: "`z.discriminatedUnion(…)`, nested too",
    schemas: [
      "z.discriminatedUnion('k', [z.object({ k: z.literal('a'), at: z.date() }), z.object({ k: z.enum(['b', 'c']), n: z.number() })])",
      "z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.discriminatedUnion('s', [z.object({ k: z.literal('b'), s: z.literal(1) }), z.object({ k: z.literal('b'), s: z.literal(2) })])])",
    ],
  },
  { title: "`z.xor([…])`", schemas: ["z.xor([z.string(), z.number()])"] },
  {
    title: "`z.intersection(…)`, `.and(…)`",
    schemas: [
      "z.intersection(z.object({ a: z.string() }), z.object({ b: z.date() }))",
      "z.object({ a: z.string() }).and(z.record(z.string(), z.string()))",
      "z.object({ i: z.string().optional().and(z.string().optional()), j: z.string().and(z.string().optional()) })",
      "z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]).and(z.object({ c: z.string() }))",
    ],
  },
  {
    title: "`.pipe(…)`",
    schemas: [
      "z.string().pipe(z.coerce.number())",
      "z.object({ a: z.string().optional().pipe(z.string().optional()) })",
    ],
  },
  {
    title: "`.transform(…)`",
    schemas: [
      "z.string().transform((value) => value.length)",
      "z.string().transform((value): Money => ({ amount: value.length }))",
      "z.object({ at: z.number().transform((degrees) => new Temperature(degrees)) })",
      "z.transform((value: number) => [value])",
      "z.object({ a: z.string().optional().transform((value) => value ?? null) })",
      "z.string().transform((value) => new Map([[value, { tag: value as Tag }]]))",
      "z.string().transform((value) => ({ id: UserId.parse(value), 'a-b': [1, 'x'] as const }))",
      "z.string().transform((value): Level | null => value === 'a' ? Level.low : Level.high)",
      "z.string().transform((value) => value as unknown)",
    ],
  },
  {
    title: "`z.preprocess(…)`",
    schemas: [
      "z.preprocess((value) => value, z.int())",
      "z.object({ a: z.preprocess((value: string | number) => Number(value), z.number().default(1)) })",
    ],
  },
  {
    title: "`z.codec(…)`",
    schemas: [
      "Cents",
      "z.object({ price: Cents.optional(), prices: z.array(Cents) })",
      "z.codec(z.string(), z.instanceof(URL), { decode: (value) => new URL(value), encode: String })",
      "z.codec(z.object({ d: z.number() }), z.custom<Temperature>(), { decode: ({ d }) => new Temperature(d), encode: ({ degrees }) => ({ d: degrees }) })",
    ],
    writer: "output",
  },
  {
    title: "`z.stringbool()`",
    schemas: [
      "z.stringbool()",
      "mini.stringbool().check(mini.refine(() => true))",
      "z.object({ on: z.stringbool().optional() })",
    ],
    writer: "output",
  },
  {
    title: "`z.coerce.string()`, `z.coerce.number()`, …",
    schemas: [
      "z.coerce.string()",
      "z.coerce.number()",
      "z.coerce.boolean()",
      "z.coerce.bigint()",
      "z.coerce.date()",
      "z.object({ a: z.coerce.number<string>(), b: z.coerce.date<number>().optional() })",
    ],
  },
  { title: "`z.json()`", schemas: ["z.json()", "z.object({ data: z.json().optional() })"] },
  {
    title: "`z.instanceof(Uint8Array)` and the other typed arrays, `ArrayBuffer`, `DataView`",
    schemas: [
      "Uint8Array",
      "Uint8ClampedArray",
      "Uint16Array",
      "Uint32Array",
      "Int8Array",
      "Int16Array",
      "Int32Array",
      "Float32Array",
      "Float64Array",
      "BigInt64Array",
      "BigUint64Array",
      "ArrayBuffer",
      "DataView",
    ].map((name) => `z.instanceof(${name})`),
  },
  {
    title: "`z.file()`, `z.instanceof(File)`",
    schemas: [
      "z.file()",
      'z.file().min(1).max(9).mime(["image/png"])',
      "mini.file().check(mini.maxSize(9))",
      "z.instanceof(File)",
      "z.object({ a: z.file().optional(), b: z.array(z.file()).max(2) })",
    ],
  },
  {
    title: "`z.instanceof(Blob)`",
    schemas: [
      "z.instanceof(Blob)",
      "z.union([z.instanceof(Blob), z.string()])",
      "z.instanceof(Blob).nullable()",
    ],
  },
  {
    title: "`z.custom<Type>()`",
    schemas: [
      "z.custom<Money>()",
      "z.custom<Pixels>((value) => typeof value === 'string')",
      "z.object({ a: z.custom<Temperature>().optional() })",
    ],
  },
  {
    title: "`.refine(…)`, `.superRefine(…)`, `.check(…)`",
    schemas: [
      "z.string().refine((value) => value !== 'x')",
      "z.object({ a: z.string() }).superRefine(() => {})",
      "z.string().check(z.minLength(1))",
      "z.array(z.string()).check(() => {})",
    ],
  },
  {
    title: "`.refine((value): value is Tag => …)`",
    schemas: [
      "z.string().refine((value): value is Tag => value === 'a' || value === 'b')",
      "z.string().refine(isTag).nullable()",
      "z.object({ a: z.string().nullable().refine((value) => value !== null) })",
      "z.union([z.string(), z.number()]).refine((value) => typeof value === 'string')",
    ],
  },
  {
    title: "`z.lazy(…)`",
    schemas: ["z.lazy(() => z.string())", "z.object({ a: z.lazy(() => Person).optional() })"],
  },
  {
    title: "getters, recursion",
    schemas: ["Tree", "Chain", "z.object({ trees: z.array(Tree), chain: Chain })"],
  },
  {
    title: "`.meta(…)`, `.describe(…)`, registries",
    schemas: [
      "z.string().meta({ title: 't' })",
      "Person.describe('d')",
      "z.string().register(z.globalRegistry, { title: 't' })",
    ],
  },
  {
    title: "zod/mini",
    schemas: [
      "mini.object({ a: mini.optional(mini.string().check(mini.minLength(1))), b: mini._default(mini.number(), 1) })",
      "mini.nullable(mini.date())",
      'mini.string().brand<"Mini">()',
      "mini.readonly(mini.array(mini.bigint()))",
      "mini.pipe(mini.string(), mini.transform((value) => value.length))",
    ],
  },
];
