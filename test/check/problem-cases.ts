import type { ProblemCode } from "../../generator/index.js";

/** A project that has problems, and all that is said of them. */
export interface ProblemCase {
  /** What is wrong, as a claim. */
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** `code place message`; the place is left out where there is none. */
  readonly problems: readonly `${ProblemCode} ${string}`[];
}

/** One contract, contracts/a.ts; its text begins on line 3. */
function contract(text: string): Readonly<Record<string, string>> {
  const imports = `import { call, channel, event, room } from "wirepact/contract";\nimport { z } from "zod";\n`;
  return { "contracts/a.ts": `${imports}${text.replace(/^\n/, "")}\n` };
}

const fine = `export const a = channel("/a", {});`;

/** At least one for each code. */
export const problemCases: readonly ProblemCase[] = [
  {
    title: "a contract with a type error",
    files: contract(
      `export const a = channel("/a", { clientToServer: { greet: call({ timeoutMs: "soon" }) } });`,
    ),
    problems: [],
  },
  {
    title: "a contract with a syntax error",
    files: contract(`export const a = channel("/a", {`),
    problems: ["WP1001 contracts/a.ts:4:1 Expected identifier but found end of file."],
  },
  {
    title: "an import of a file that is not there",
    files: contract(
      `import { Person } from "./people.js";\nexport const a = channel("/a", { auth: Person });`,
    ),
    problems: ["WP1002 contracts/a.ts:3:24 The import `./people.js` leads nowhere."],
  },
  {
    title: "a contract that throws",
    files: contract(`${fine}\nthrow new Error("no limits");`),
    problems: ["WP1003 contracts/a.ts:4:7 The contract throws when it is loaded: no limits"],
  },
  { title: "a folder that is not there", files: {}, problems: ["WP1004 There is no folder `contracts`."] },
  {
    title: "a folder without a channel",
    files: contract(`const a = channel("/a", {});`),
    problems: [],
  },
  {
    title: "a mistyped option",
    files: contract(
      `export const a = channel("/a", { clientToServer: { greet: call({ inptu: z.string() } as object) } });`,
    ),
    problems: [],
  },
  {
    title: "a mistyped option of the configuration",
    files: {
      ...contract(fine),
      "wirepact.config.json": `{ "clients": [{ "output": "web", "chanels": ["a"] }] }`,
    },
    problems: ["WP1006 wirepact.config.json:1:34 `clients[0].chanels` is no option"],
  },
  {
    title: "a configuration with a channel that is not there",
    files: {
      ...contract(fine),
      "wirepact.config.json": `{ "clients": [{ "output": "web", "channels": ["b"] }] }`,
    },
    problems: [
      "WP1006 wirepact.config.json:1:34 `clients[0].channels` names `b`, which no contract exports as a channel",
    ],
  },
  {
    title: "paths that are no namespaces",
    files: contract(`
export const a = channel("a", {});
export const b = channel("/b b", {});
export const c = channel("/c?d=1", {});
export const d = channel("/d/", {});
export const e = channel("/e,f", {});
export const f = channel("", {});
export const g = channel("/g//h", {});
export const fine = channel("/fine/admin-1", {});
export const root = channel("/", {});`),
    problems: ["WP1006 wirepact.config.json:1:34 `clients[0].chanels` is no option"],
  },
  {
    title: "two channels on one path",
    files: contract(`export const a = channel("/a", {});\nexport const b = channel("/a", {});`),
    problems: [],
  },
  {
    title: "a name that stands twice in one direction",
    files: contract(`
export const a = channel("/a", {
  // @ts-ignore
  clientToServer: { typing: event(), typing: call() },
  serverToClient: { typing: event() },
});`),
    problems: [],
  },
  {
    title: "names of Socket.IO",
    files: contract(`
export const a = channel("/a", {
  clientToServer: { connect: call(), error: event() },
  serverToClient: { disconnect: event(), newListener: event() },
});`),
    problems: [],
  },
  {
    title: "names of wirepact",
    files: contract(`
export const a = channel("/a", {
  auth: z.object({ $wirepact: z.string() }),
  errors: { unauthorized: z.void() },
  rooms: { $all: room(z.string()) },
  clientToServer: { $ping: event(), connected: event(), save: call({ errors: { timeout: z.void() } }) },
  serverToClient: { connected: event() },
});`),
    problems: [],
  },
  {
    title: "names that break an object",
    files: contract(`
export const then = channel("/then", {});
export const a = channel("/a", {
  errors: { constructor: z.void() },
  rooms: { toString: room(z.string()) },
  clientToServer: {
    then: call(),
    ["__proto__"]: event(),
    fine: event(z.object({ ["__proto__"]: z.string(), then: z.string(), constructor: z.string() })),
  },
});`),
    problems: [],
  },
  {
    title: "names that nothing can be called",
    files: contract(`
const a = channel("/a", { clientToServer: { "42": event(), "!": event(), "": event(), "post message": event() } });
export { a as "a channel" };`),
    problems: [],
  },
  {
    title: "two things under one name",
    files: contract(`
export const TypingPayload = z.object({ id: z.string() });
export const a = channel("/a", {
  clientToServer: { typing: event(z.object({ text: z.string() })), other: event(TypingPayload) },
});`),
    problems: [],
  },
  {
    title: "room keys that are not flat",
    files: contract(`
const Id = z.string().max(10);
export const a = channel("/a", {
  rooms: {
    text: room(Id),
    several: room(z.object({ id: Id.readonly(), kind: z.enum(["a", "b"]), page: z.int(), open: z.boolean() })),
    either: room(z.union([z.literal(1), z.string()])),
    list: room(z.array(Id)),
    deep: room(z.object({ id: z.object({ id: Id }), tags: z.array(Id) })),
    optional: room(z.object({ id: Id.optional(), other: Id.default("") })),
    nullable: room(Id.nullable()),
    loose: room(z.looseObject({ id: Id })),
    coerced: room(z.coerce.number()),
    changed: room(Id.transform((id) => id.length)),
  },
});`),
    problems: [],
  },
  {
    title: "an auth that is no object",
    files: contract(`
const Token = z.object({ token: z.string() });
export const a = channel("/a", { auth: z.string() });
export const b = channel("/b", { auth: Token.optional() });
export const c = channel("/c", { auth: z.union([Token, z.null()]) });
export const d = channel("/d", { auth: z.union([Token, z.object({ key: z.string() })]) });`),
    problems: [],
  },
  {
    title: "schemas that cannot travel",
    files: contract(`
export const Person = z.object({ name: z.string(), bornAt: z.date() });
export const a = channel("/a", {
  clientToServer: {
    add: call({ input: Person, output: z.object({ people: z.array(Person) }) }),
    count: call({ output: z.object({ total: z.bigint(), names: z.record(z.string(), z.set(z.string())) }) }),
  },
  serverToClient: { left: event(z.tuple([z.string(), z.map(z.string(), z.string())])) },
});`),
    problems: [
      "WP3003 contracts/a.ts:3:52 `a.add`: input.bornAt is a Date: JSON has no dates, and the reader would get text",
      "WP3003 contracts/a.ts:7:38 `a.count`: output.total is a bigint: JSON has no bigint, and encoding one throws",
      "WP3003 contracts/a.ts:7:57 `a.count`: output.names[*] is a Set: JSON has no sets, and the reader would get `{}`",
      "WP3003 contracts/a.ts:9:33 `a.left`: payload[1] is a Map: JSON has no maps, and the reader would get `{}`",
    ],
  },
  {
    title: "transforms that a client would have to run",
    files: contract(`
const Words = z.string().transform((text) => text.split(" "));
export const a = channel("/a", {
  auth: z.object({ words: Words }),
  errors: { Refused: z.object({ words: Words }) },
  clientToServer: {
    read: call({ input: z.object({ words: Words }), output: z.object({ words: Words }), errors: { No: Words } }),
    said: event(Words),
  },
  serverToClient: {
    heard: event(z.object({ words: Words })),
    ask: call({ input: Words, output: z.array(Words) }),
  },
});`),
    problems: [],
  },
  {
    title: "a type that stays inside the contract",
    files: contract(`
class Words {
  constructor(private readonly text: string) {}
}
export const a = channel("/a", { clientToServer: { say: event(z.string().transform((text) => new Words(text))) } });`),
    problems: [],
  },
  {
    title: "a handler file without an object literal",
    files: {
      ...contract(`export const a = channel("/a", { clientToServer: { greet: event() } });`),
      "server/handlers/a.ts": `import { implementA } from "../generated/a.js";\nexport const aHandlers = implementA(makeHandlers());\n`,
    },
    problems: [],
  },
  {
    title: "a file of somebody else where one is to be generated",
    files: { ...contract(fine), "client/generated/a.ts": "// mine\n" },
    problems: [],
  },
  {
    title: "problems of several files and stages, sorted by place",
    files: {
      "contracts/b.ts": `import { channel } from "wirepact/contract";\nexport const b = channel("b", {});\n`,
      ...contract(
        `\n\nexport const then = channel("/b", { auth: z.date() });\nexport const a = channel("/b", { mispelt: 1 } as object);`,
      ),
    },
    problems: [],
  },
];
