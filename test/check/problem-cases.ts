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

/** A contract with streams. */
function streams(members: string, more = ""): Readonly<Record<string, string>> {
  const imports = `import { channel, stream } from "wirepact/contract";\nimport { z } from "zod";\n`;
  return {
    "contracts/a.ts": `${imports}export const a = channel("/a", { ${members && `clientToServer: { ${members} },`}${more} });\n`,
  };
}

const fine = `export const a = channel("/a", {});`;

/** At least one for each code. */
export const problemCases: readonly ProblemCase[] = [
  {
    title: "a contract with a type error, which is not said twice",
    files: contract(
      `export const limit: { text: string } = { text: 5 };\nexport const a = channel("/a", { clientToServer: { greet: call({ timeoutMs: "soon" }) } });`,
    ),
    problems: [
      "WP1001 contracts/a.ts:3:42 Type 'number' is not assignable to type 'string' (TS2322)",
      "WP1005 contracts/a.ts:4:66 `a.greet`: timeoutMs is a string",
    ],
  },
  {
    title: "a contract with a syntax error",
    files: contract(`export const a = channel("/a", {`),
    problems: ["WP1001 contracts/a.ts:4:1 Expected identifier but found end of file"],
  },
  {
    title: "an import of a file that is not there",
    files: contract(
      `import { Person } from "./people.js";\nexport const a = channel("/a", { auth: Person });`,
    ),
    problems: ["WP1002 contracts/a.ts:3:24 the import `./people.js` leads nowhere"],
  },
  {
    title: "a contract that throws",
    files: contract(`${fine}\nthrow new Error("no limits");`),
    problems: ["WP1003 contracts/a.ts:4:7 the contract throws when it is loaded: no limits"],
  },
  { title: "a folder that is not there", files: {}, problems: ["WP1004 there is no folder `contracts`"] },
  {
    title: "a folder without a channel",
    files: contract(`const a = channel("/a", {});`),
    problems: ["WP1004 no file in `contracts` exports a channel"],
  },
  {
    title: "a mistyped option",
    files: contract(
      `export const a = channel("/a", { clientToServer: { greet: call({ inptu: z.string() } as object) } });`,
    ),
    problems: ["WP1005 contracts/a.ts:3:66 `a.greet`: a call has no option `inptu`"],
  },
  {
    title: "limits that are none",
    files: contract(
      `export const a = channel("/a", {
  clientToServer: {
    fine: call({ input: z.string(), limits: { perSecond: 5, burst: 5, maxBytes: 200, maxInFlight: 1 } }),
    odd: call({ limits: { perSecnd: 5 } as object }),
    none: call({ limits: {} }),
    half: call({ limits: { perSecond: 0.5 } }),
    text: event(z.string(), { latest: true, limits: { maxBytes: "5" as never } }),
    low: event(z.string(), { limits: { perSecond: 5, burst: 4 } }),
    alone: event({ args: z.tuple([z.string()]), limits: { burst: 4 } as object }),
    list: call({ limits: [5] as object }),
    empty: call({ limits: { maxBytes: 5 } }),
    far: call({ limits: { rooms: 5 } as object }),
  },
  serverToClient: { told: event(z.string(), { limits: { perSecond: 5 } }) },
});`,
    ),
    problems: [
      "WP1007 contracts/a.ts:6:27 `a.odd`: there is no limit `perSecnd`",
      "WP1007 contracts/a.ts:7:18 `a.none`: limits says nothing",
      "WP1007 contracts/a.ts:8:28 `a.half`: perSecond is 0.5",
      "WP1007 contracts/a.ts:9:55 `a.text`: maxBytes is a string",
      "WP1007 contracts/a.ts:10:54 `a.low`: burst is smaller than perSecond, which could then never be reached at once",
      "WP1007 contracts/a.ts:11:59 `a.alone`: burst stands without perSecond",
      "WP1007 contracts/a.ts:12:18 `a.list`: limits is no object of numbers",
      "WP1007 contracts/a.ts:13:29 `a.empty`: maxBytes is of a payload, and there is none",
      "WP1007 contracts/a.ts:14:27 `a.far`: there is no limit `rooms`",
      "WP1007 contracts/a.ts:16:47 `a.told`: limits are for what clients send, and the server sends this",
    ],
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
    problems: [
      'WP2001 contracts/a.ts:3:14 `a`: the path "a" does not begin with a slash',
      'WP2001 contracts/a.ts:4:14 `b`: the path "/b b" has white space in it',
      'WP2001 contracts/a.ts:5:14 `c`: the path "/c?d=1" has a query or a fragment; a namespace is a path alone',
      'WP2001 contracts/a.ts:6:14 `d`: the path "/d/" ends with a slash',
      'WP2001 contracts/a.ts:7:14 `e`: the path "/e,f" has a character that a namespace cannot have',
      'WP2001 contracts/a.ts:8:14 `f`: the path "" does not begin with a slash',
      'WP2001 contracts/a.ts:9:14 `g`: the path "/g//h" has an empty part',
    ],
  },
  {
    title: "two channels on one path",
    files: contract(`export const a = channel("/a", {});\nexport const b = channel("/a", {});`),
    problems: ['WP2002 contracts/a.ts:4:14 `b`: the path "/a" is that of `a` too (contracts/a.ts:3)'],
  },
  {
    title: "paths whose parameters and `params` disagree",
    files: contract(`
const id = z.string();
export const a = channel("/a/:id", {});
export const b = channel("/b/:id/:other", { params: z.object({ id, third: id }) });
export const c = channel("/c/:/:an-id", { params: z.object({}) });
export const d = channel("/d/:id/:id", { params: z.object({ id }) });
export const e = channel("/e", { params: z.object({ id }) });
export const fine = channel("/fine/a:b/:id", { params: z.object({ id }) });`),
    problems: [
      'WP2009 contracts/a.ts:4:14 `a`: the path "/a/:id" has parameters, and `params` does not declare them',
      'WP2009 contracts/a.ts:5:53 `b`: params has no field `other`, and the path "/b/:id/:other" has `:other`',
      'WP2009 contracts/a.ts:5:68 `b`: params.third is no parameter of the path "/b/:id/:other"',
      'WP2009 contracts/a.ts:6:14 `c`: the path "/c/:/:an-id" has a parameter `:`, which is no name',
      'WP2009 contracts/a.ts:6:14 `c`: the path "/c/:/:an-id" has a parameter `:an-id`, which is no name',
      'WP2009 contracts/a.ts:7:14 `d`: the path "/d/:id/:id" has the parameter `:id` twice',
      'WP2009 contracts/a.ts:8:53 `e`: params.id is no parameter of the path "/e"',
    ],
  },
  {
    title: "paths that one name can be both of",
    files: contract(`
const params = z.object({ id: z.string() });
export const a = channel("/a/:id", { params });
export const b = channel("/a/me", {});
export const c = channel("/:id/me", { params });
export const fine = channel("/a/:id/more", { params });`),
    problems: [
      'WP2010 contracts/a.ts:5:14 `b`: the path "/a/me" meets "/a/:id" of `a` (contracts/a.ts:4)',
      'WP2010 contracts/a.ts:6:14 `c`: the path "/:id/me" meets "/a/:id" of `a` (contracts/a.ts:4)',
      'WP2010 contracts/a.ts:6:14 `c`: the path "/:id/me" meets "/a/me" of `b` (contracts/a.ts:5)',
    ],
  },
  {
    title: "parameters that are not flat",
    files: contract(`
const Kind = z.enum(["x", "y"]);
export const a = channel("/a/:id", { params: z.object({ id: z.array(z.string()) }) });
export const b = channel("/b/:id", { params: z.object({ id: z.string().optional() }) });
export const c = channel("/c/:id", { params: z.object({ id: z.union([z.string(), z.number()]) }) });
export const d = channel("/d/:id", { params: z.object({ id: z.coerce.number() }) });
export const e = channel("/e/:id", { params: z.string() });
export const f = channel("/f/:id", { params: z.looseObject({ id: z.string() }) });
export const g = channel("/g/:id", { params: z.object({ id: z.date() }) });
export const fine = channel("/fine/:kind/:size/:on/:id", {
  params: z.strictObject({ kind: Kind, size: z.literal([1, 2]), on: z.boolean(), id: z.union([Kind, z.uuid()]) }),
});`),
    problems: [
      "WP3006 contracts/a.ts:4:57 `a`: params.id is an array",
      "WP3006 contracts/a.ts:5:57 `b`: params.id is optional",
      'WP3006 contracts/a.ts:6:57 `c`: params.id is of several kinds, and a path cannot tell `1` from `"1"`',
      "WP3006 contracts/a.ts:7:57 `d`: params.id is a `z.coerce.number()`",
      "WP3006 contracts/a.ts:8:46 `e`: params is text",
      "WP3006 contracts/a.ts:9:46 `f`: params takes keys that it does not declare",
      "WP3006 contracts/a.ts:10:57 `g`: params.id is a Date",
    ],
  },
  {
    title: "events whose latest cannot be told",
    files: contract(`
const Price = z.object({ share: z.string(), at: z.date(), note: z.string().optional() });
export const a = channel("/a", {
  clientToServer: { text: event(z.string(), { latest: "share" }), none: event(undefined, { latest: "share" }) },
  serverToClient: {
    dated: event(Price, { latest: "at" }),
    noted: event(Price, { latest: "note" }),
    mistyped: event(Price, { latest: "shar" }),
    bytes: event(z.object({ of: z.array(z.instanceof(Uint8Array)) }), { latest: true }),
    fine: event(Price, { latest: "share" }),
    finer: event(z.instanceof(Uint8Array), { volatile: true }),
  },
});`),
    problems: [
      "WP3007 contracts/a.ts:5:45 `a.text`: `latest` names `share`, and the payload has no such field",
      "WP3007 contracts/a.ts:5:90 `a.none`: `latest` names `share`, and the payload has no such field",
      "WP3007 contracts/a.ts:7:25 `a.dated`: `latest` names `at`, which is not flat",
      "WP3007 contracts/a.ts:8:25 `a.noted`: `latest` names `note`, which is not flat",
      "WP3007 contracts/a.ts:9:28 `a.mistyped`: `latest` names `shar`, and the payload has no such field",
      "WP3007 contracts/a.ts:10:71 `a.bytes`: the payload holds bytes, which travel beside it and cannot be replaced with it",
    ],
  },
  {
    title: "an event that is replayed under parameters",
    files: contract(`
const kept = { replay: { keepMs: 1_000, keepCount: 10 } };
export const a = channel("/a/:id", {
  params: z.object({ id: z.string() }),
  serverToClient: { told: event(z.string(), kept), said: event(z.string()) },
});
export const b = channel("/b", { serverToClient: { told: event(z.string(), kept) } });`),
    problems: [
      "WP3009 contracts/a.ts:6:21 `a.told` is replayed, and the channel's path has parameters: their namespace ends with its last client, who would have nothing to come back to",
    ],
  },
  {
    title: "Blobs where nobody can wait for their bytes",
    files: contract(`
export const Photo = z.object({ image: z.file() });
export const a = channel("/a", {
  auth: Photo,
  errors: { NoPhoto: Photo },
  rooms: { hall: room(z.string(), { join: "client", presence: z.object({ face: z.instanceof(Blob) }) }) },
  clientToServer: {
    save: call({ input: Photo, output: Photo, idempotent: true, errors: { Twice: z.array(Photo) } }),
    sent: event(Photo),
  },
  serverToClient: {
    kept: event(Photo, { replay: { keepMs: 1_000, keepCount: 10 } }),
    shown: event(Photo),
    newest: event(Photo, { latest: true }),
  },
});`),
    problems: [
      "WP3008 contracts/a.ts:5:9 `a`: auth holds a Blob, whose bytes are there only when they are read, and a client is let in by one packet",
      "WP3008 contracts/a.ts:6:22 `a`: errors.NoPhoto holds a Blob, whose bytes are there only when they are read, and an error is thrown as it stands",
      "WP3008 contracts/a.ts:7:63 `a.hall`: presence holds a Blob, whose bytes are there only when they are read, and presence is kept by the server and told to many",
      "WP3008 contracts/a.ts:9:40 `a.save`: output holds a Blob, whose bytes are there only when they are read, and the answer of an idempotent call is kept as soon as it is given",
      "WP3008 contracts/a.ts:9:82 `a.save`: errors.Twice holds a Blob, whose bytes are there only when they are read, and an error is thrown as it stands",
      "WP3008 contracts/a.ts:13:17 `a.kept`: payload holds a Blob, whose bytes are there only when they are read, and the log of a replayed event keeps the order in which events were sent",
      "WP3007 contracts/a.ts:15:26 `a.newest`: the payload holds bytes, which travel beside it and cannot be replaced with it",
    ],
  },
  {
    title: "options that an event does not have",
    files: contract(`
export const a = channel("/a", {
  serverToClient: {
    both: event(z.string(), { volatile: true, latest: true } as object),
    neither: event(z.string(), {} as object),
    other: event(z.string(), { voltile: true } as object),
    schema: event(z.string(), z.string() as object),
  },
});`),
    problems: [
      "WP1005 contracts/a.ts:5:29 `a.both`: the options of the event say neither `volatile` nor `latest`, or both",
      "WP1005 contracts/a.ts:6:32 `a.neither`: the options of the event say neither `volatile` nor `latest`, or both",
      "WP1005 contracts/a.ts:7:32 `a.other`: an event has no option `voltile`",
      "WP1005 contracts/a.ts:8:31 `a.schema`: the options of the event are a schema",
    ],
  },
  {
    title: "a name that stands twice in one direction",
    files: contract(`
export const a = channel("/a", {
  // JavaScript would take the second one.
  clientToServer: { typing: event(), typing: call() },
  serverToClient: { typing: event() },
});`),
    problems: [
      "WP2003 contracts/a.ts:5:38 `a`: clientToServer has the name `typing` twice, here and in line 5",
    ],
  },
  {
    title: "names of Socket.IO",
    files: contract(`
export const a = channel("/a", {
  clientToServer: { connect: call(), error: event() },
  serverToClient: { disconnect: event(), newListener: event() },
});`),
    problems: [
      "WP2004 contracts/a.ts:4:21 `a`: the call `connect` has a name that Socket.IO keeps for itself",
      "WP2004 contracts/a.ts:4:38 `a`: the event `error` has a name that Socket.IO keeps for itself",
      "WP2004 contracts/a.ts:5:21 `a`: the event `disconnect` has a name that Socket.IO keeps for itself",
      "WP2004 contracts/a.ts:5:42 `a`: the event `newListener` has a name that Socket.IO keeps for itself",
    ],
  },
  {
    title: "names of wirepact",
    files: contract(`
export const a = channel("/a", {
  auth: z.object({ $wirepact: z.string() }),
  errors: { unauthorized: z.void() },
  rooms: { $all: room(z.string()) },
  clientToServer: { $ping: event(), connected: event(), save: call({ errors: { timeout: z.void() } }), onError: event() },
  serverToClient: { connected: event() },
});`),
    problems: [
      "WP2005 contracts/a.ts:4:20 `a`: auth.$wirepact begins with `$`, as only wirepact's own part of the handshake does",
      "WP2005 contracts/a.ts:5:13 `a`: the error `unauthorized` has the name of a code that wirepact itself answers with",
      "WP2005 contracts/a.ts:6:12 `a`: the room family `$all` begins with `$`, as only wirepact's own names do",
      "WP2005 contracts/a.ts:7:21 `a`: the event `$ping` begins with `$`, as only wirepact's own names do",
      "WP2005 contracts/a.ts:7:37 `a`: the event `connected` has the name of a handler that every channel has",
      "WP2005 contracts/a.ts:7:80 `a.save`: the error `timeout` has the name of a code that wirepact itself answers with",
      "WP2005 contracts/a.ts:7:104 `a`: the event `onError` has the name of a handler that every channel has",
    ],
  },
  {
    title: "a channel with the name of what the server says of itself",
    files: contract(`
export const isReady = channel("/ready", {});`),
    problems: [
      "WP2005 contracts/a.ts:3:14 the channel `isReady` has the name of what `app.sockets` says of the server",
    ],
  },
  {
    title: "a member with the name of a channel's room handlers",
    files: contract(`
export const a = channel("/a", { rooms: { r: room(z.string()) }, clientToServer: { rooms: call() } });
export const b = channel("/b", { clientToServer: { rooms: call() } });
export const c = channel("/c", { rooms: { r: room(z.string()) }, serverToClient: { rooms: event() } });`),
    problems: [
      "WP2005 contracts/a.ts:3:84 `a`: the call `rooms` has the name of a handler that every channel with rooms has",
    ],
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
    problems: [
      "WP2006 contracts/a.ts:3:14 the channel `then` has a name that makes the object a promise to `await`",
      "WP2006 contracts/a.ts:5:13 `a`: the error `constructor` has a name that is a property of every JavaScript object",
      "WP2006 contracts/a.ts:6:12 `a`: the room family `toString` has a name that is a property of every JavaScript object",
      "WP2006 contracts/a.ts:8:5 `a`: the call `then` has a name that makes the object a promise to `await`",
      "WP2006 contracts/a.ts:9:5 `a`: the event `__proto__` has a name that sets the object's prototype",
      "WP2006 contracts/a.ts:10:28 `a.fine`: payload.__proto__ has a name that sets an object's prototype; it would be lost",
    ],
  },
  {
    title: "names that nothing can be called",
    files: contract(`
const a = channel("/a", { clientToServer: { "42": event(), "!": event(), "": event(), "post message": event() } });
export { a as "a channel" };`),
    problems: [
      "WP2007 contracts/a.ts:3:7 the channel `a channel` is exported under a name that no variable can have",
      'WP2007 contracts/a.ts:3:45 `a channel`: the event "42" has a name that no identifier can be made of',
      'WP2007 contracts/a.ts:3:60 `a channel`: the event "!" has a name that no identifier can be made of',
      'WP2007 contracts/a.ts:3:74 `a channel`: the event "" has a name that no identifier can be made of',
    ],
  },
  {
    title: "two things under one name",
    files: contract(`
export const TypingPayload = z.object({ id: z.string() });
export const a = channel("/a", {
  clientToServer: { typing: event(z.object({ text: z.string() })), other: event(TypingPayload) },
});`),
    problems: [
      "WP2008 contracts/a.ts:5:35 `TypingPayload` would be the name of two things in a.ts: of the payload of `a.typing`, and of the schema `TypingPayload` (contracts/a.ts:3:14)",
    ],
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
    problems: [
      "WP3001 contracts/a.ts:9:16 `a`: the key of the room family `list` is an array",
      "WP3001 contracts/a.ts:10:27 `a`: the key of the room family `deep` has a field `id` that is an object",
      "WP3001 contracts/a.ts:10:53 `a`: the key of the room family `deep` has a field `tags` that is an array",
      "WP3001 contracts/a.ts:11:31 `a`: the key of the room family `optional` has a field `id` that is optional",
      "WP3001 contracts/a.ts:11:50 `a`: the key of the room family `optional` has a field `other` that is a schema with `.default()`",
      "WP3001 contracts/a.ts:12:20 `a`: the key of the room family `nullable` is nullable",
      "WP3001 contracts/a.ts:13:17 `a`: the key of the room family `loose` takes keys that it does not declare",
      "WP3001 contracts/a.ts:14:19 `a`: the key of the room family `coerced` is a `z.coerce.number()`",
      "WP3001 contracts/a.ts:15:19 `a`: the key of the room family `changed` is a transform",
    ],
  },
  {
    title: "an auth that is no object",
    files: contract(`
const Token = z.object({ token: z.string() });
export const a = channel("/a", { auth: z.string() });
export const b = channel("/b", { auth: Token.optional() });
export const c = channel("/c", { auth: z.union([Token, z.null()]) });
export const d = channel("/d", { auth: z.union([Token, z.object({ key: z.string() })]) });`),
    problems: [
      "WP3002 contracts/a.ts:4:40 `a`: auth is text; what a client presents is always an object",
      "WP3002 contracts/a.ts:5:40 `b`: auth is optional; what a client presents is always an object",
      "WP3002 contracts/a.ts:6:40 `c`: auth is `null`; what a client presents is always an object",
    ],
  },
  {
    title: "schemas that cannot travel",
    files: contract(`
export const Person = z.object({ name: z.string(), mark: z.symbol() });
export const a = channel("/a", {
  clientToServer: {
    add: call({ input: Person, output: z.object({ people: z.array(Person) }) }),
    count: call({ output: z.object({ total: z.symbol(), names: z.record(z.string(), z.array(z.function())) }) }),
  },
  serverToClient: { left: event(z.tuple([z.string(), z.instanceof(URL)])) },
});`),
    problems: [
      "WP3003 contracts/a.ts:3:52 `a.add`: input.mark is a symbol: it is not data, and the wire has no form for it",
      "WP3003 contracts/a.ts:7:38 `a.count`: output.total is a symbol: it is not data, and the wire has no form for it",
      "WP3003 contracts/a.ts:7:57 `a.count`: output.names[*][] is a function: it is not data, and the wire has no form for it",
      "WP3003 contracts/a.ts:9:33 `a.left`: payload[1] is an instance of the class `URL`: what travels is data, and a class is not",
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
    problems: [
      "WP3004 contracts/a.ts:6:33 `a`: errors.Refused.words goes through a transform, which the client that reads it would have to run",
      "WP3004 contracts/a.ts:8:72 `a.read`: output.words goes through a transform, which the client that reads it would have to run",
      "WP3004 contracts/a.ts:8:103 `a.read`: errors.No goes through a transform, which the client that reads it would have to run",
      "WP3004 contracts/a.ts:12:29 `a.heard`: payload.words goes through a transform, which the client that reads it would have to run",
      "WP3004 contracts/a.ts:13:24 `a.ask`: input goes through a transform, which the client that reads it would have to run",
    ],
  },
  {
    title: "a type that stays inside the contract",
    files: contract(`
class Words {
  constructor(private readonly text: string) {}
}
export const a = channel("/a", { clientToServer: { say: event(z.string().transform((text) => new Words(text))) } });`),
    problems: [
      "WP3005 contracts/a.ts:6:63 the type that this schema yields cannot be written in generated code: it has the class `Words`, which is not exported",
    ],
  },
  {
    title: "a handler file without an object literal",
    files: {
      ...contract(`export const a = channel("/a", { clientToServer: { greet: event() } });`),
      "server/handlers/a.ts": `import { implementA } from "../generated/a.js";\nexport const aHandlers = implementA(makeHandlers());\n`,
    },
    problems: [
      "WP4001 server/handlers/a.ts:2:26 `a`: the handlers in `implementA(…)` are no object literal, so missing ones cannot be added",
    ],
  },
  {
    title: "a file of somebody else where one is to be generated",
    files: { ...contract(fine), "client/generated/a.ts": "// mine\n" },
    problems: [
      "WP4002 client/generated/a.ts:1:1 what at client/generated/a.ts is not wirepact's, and generated code belongs there",
    ],
  },
  {
    title: "options of rooms",
    files: contract(`
const Full = z.object({ seats: z.int() });
export const a = channel("/a", {
  rooms: {
    fine: room(z.string(), { join: "client", errors: { Full } }),
    mistyped: room(z.string(), { jion: "client" } as object),
    anybody: room(z.string(), { join: "anybody" as "client" }),
    refused: room(z.string(), { errors: { Full } }),
    misnamed: room(z.string(), { join: "client", errors: { timeout: z.void() } }),
    converted: room(z.string(), { join: "client", errors: { Full: Full.transform((full) => full.seats) } }),
    schema: room(z.string(), z.string() as object),
    told: room(z.string(), { presence: z.object({ at: z.string().transform((at) => at.length) }) }),
    untellable: room(z.string(), { presence: z.symbol() }),
    shape: room(z.string(), { presence: { at: z.string() } as never }),
  },
});`),
    problems: [
      "WP1005 contracts/a.ts:7:34 `a.mistyped`: a room has no option `jion`",
      'WP1005 contracts/a.ts:8:33 `a.anybody`: join is "anybody"',
      "WP1005 contracts/a.ts:9:33 `a.refused`: no client can be refused with these errors, for none can ask to join",
      "WP2005 contracts/a.ts:10:60 `a.misnamed`: the error `timeout` has the name of a code that wirepact itself answers with",
      "WP3004 contracts/a.ts:11:67 `a.converted`: errors.Full goes through a transform, which the client that reads it would have to run",
      "WP1005 contracts/a.ts:12:30 `a.schema`: a schema stands in the place of the options",
      "WP3004 contracts/a.ts:13:51 `a.told`: presence.at goes through a transform, which the client that reads it would have to run",
      "WP3003 contracts/a.ts:14:46 `a.untellable`: presence is a symbol: it is not data, and the wire has no form for it",
      "WP1005 contracts/a.ts:15:31 `a.shape`: presence is a plain object, and no schema of zod",
    ],
  },
  {
    title: "a stream that the server would have to open",
    files: streams("", "serverToClient: { log: stream({ item: z.string() }) } as object"),
    problems: [
      "WP1005 contracts/a.ts:3:52 `a.log` is a stream under `serverToClient`; only a client opens streams",
    ],
  },
  {
    title: "streams whose items are missing, too many, or nothing",
    files: streams(
      `none: stream({} as never), half: stream({ direction: "both", item: z.string() } as never),
       odd: stream({ item: z.string(), clientItem: z.string() } as never),
       bare: stream({ item: z.void() }), where: stream({ direction: "sideways", item: z.string() } as never),
       misspelt: stream({ item: z.string(), resutl: z.string() } as never)`,
    ),
    problems: [
      "WP1005 contracts/a.ts:3:65 `a.none`: the stream has no item",
      "WP1005 contracts/a.ts:3:92 `a.half`: both sides send, and the client has no item",
      "WP1005 contracts/a.ts:4:40 `a.odd`: `clientItem` is for streams in which both sides send",
      "WP1005 contracts/a.ts:5:23 `a.bare`: item carries nothing",
      "WP1005 contracts/a.ts:5:58 `a.where`: direction is a string",
      "WP1005 contracts/a.ts:6:45 `a.misspelt`: a stream has no option `resutl`",
    ],
  },
  {
    title: "a role that its channel does not have, of each thing that may require one",
    files: contract(`
import { stream } from "wirepact/contract";
export const a = channel("/a", {
  roles: ["member", "admin"],
  rooms: { back: room(z.string(), { join: "client", requires: "boss" }) },
  clientToServer: {
    clear: call({ requires: ["admin", "boss"] }),
    say: event(z.string(), { volatile: true, requires: "boss" }),
    move: event({ args: z.tuple([z.string()]), requires: "boss" }),
    log: stream({ item: z.string(), requires: "boss" }),
    ping: call({ requires: ["member", "admin"] }),
  } as object,
} as object);`),
    problems: [
      "WP5001 contracts/a.ts:6:53 `a.back` requires the role `boss`, which its channel does not have",
      "WP5001 contracts/a.ts:8:19 `a.clear` requires the role `boss`, which its channel does not have",
      "WP5001 contracts/a.ts:9:46 `a.say` requires the role `boss`, which its channel does not have",
      "WP5001 contracts/a.ts:10:48 `a.move` requires the role `boss`, which its channel does not have",
      "WP5001 contracts/a.ts:11:37 `a.log` requires the role `boss`, which its channel does not have",
    ],
  },
  {
    title: "a role that is required on a channel that has none, and of the server",
    files: contract(`
export const a = channel("/a", {
  clientToServer: { clear: call({ requires: "admin" }) },
  serverToClient: {
    cleared: event(z.string(), { requires: "admin" }),
    kept: event(z.string(), { replay: { keepMs: 1, keepCount: 1 }, requires: "admin" }),
    ask: call({ requires: "admin" }),
  },
} as object);`),
    problems: [
      "WP5002 contracts/a.ts:4:35 `a.clear` requires `admin`, and its channel has no roles",
      "WP5004 contracts/a.ts:6:34 `a.cleared`: what the server sends requires no role",
      "WP5004 contracts/a.ts:7:68 `a.kept`: what the server sends requires no role",
      "WP5004 contracts/a.ts:8:17 `a.ask`: what the server sends requires no role",
    ],
  },
  {
    title:
      "a role that is required, misspelt or on a channel without any, which the compiler does not say again",
    files: contract(`
export const a = channel("/a", { roles: ["admin"], clientToServer: { clear: call({ requires: "admni" }) } });
export const b = channel("/b", { clientToServer: { clear: call({ requires: "admin" }) } });`),
    problems: [
      "WP5001 contracts/a.ts:3:84 `a.clear` requires the role `admni`, which its channel does not have",
      "WP5002 contracts/a.ts:4:66 `b.clear` requires `admin`, and its channel has no roles",
    ],
  },
  {
    title: "a field that is no schema",
    files: contract(`
export const a = channel("/a", { clientToServer: { say: call({ input: z.object({ a: "x" } as object as {}) }) } });`),
    problems: [
      "WP3003 contracts/a.ts:3:82 `a.say`: input.a is a string: only a schema of zod 4 says what travels",
    ],
  },
  {
    title: "lists of roles that are empty or have one twice",
    files: contract(`
export const a = channel("/a", { roles: ["admin", "admin"], clientToServer: { clear: call({ requires: [] }) } });
export const b = channel("/b", { roles: [], clientToServer: { ping: call({ requires: ["x", "x"] }) } } as object);`),
    problems: [
      "WP5003 contracts/a.ts:3:34 `a`: roles has `admin` twice",
      "WP5003 contracts/a.ts:3:93 `a.clear`: requires is an empty list",
      "WP5003 contracts/a.ts:4:34 `b`: roles is an empty list",
      "WP5003 contracts/a.ts:4:76 `b.ping`: requires has `x` twice",
    ],
  },
  {
    title: "roles that are none, and a handler's name",
    files: contract(`
export const a = channel("/a", { roles: "admin" } as never);
export const b = channel("/b", { roles: ["a b"], clientToServer: { ping: call({ requires: 7 } as never) } });
export const c = channel("/c", { roles: ["x"], clientToServer: { roles: call() } });
export const d = channel("/d", { clientToServer: { roles: call() } });`),
    problems: [
      "WP1005 contracts/a.ts:3:34 `a`: roles is a string",
      "WP1005 contracts/a.ts:4:34 `b`: roles is a list of other things than names",
      "WP1005 contracts/a.ts:4:81 `b.ping`: requires is a number",
      "WP2005 contracts/a.ts:5:66 `c`: the call `roles` has the name of a handler that every channel with roles has",
    ],
  },
  {
    title: "problems of several files and stages, sorted by place",
    files: {
      "contracts/b.ts": `import { channel } from "wirepact/contract";\nexport const b = channel("b", {});\n`,
      ...contract(
        `\n\nexport const then = channel("/b", { auth: z.symbol() });\nexport const a = channel("/b", { mispelt: 1 } as object);`,
      ),
    },
    problems: [
      "WP2006 contracts/a.ts:4:14 the channel `then` has a name that makes the object a promise to `await`",
      "WP3003 contracts/a.ts:4:43 `then`: auth is a symbol: it is not data, and the wire has no form for it",
      'WP2002 contracts/a.ts:5:14 `a`: the path "/b" is that of `then` too (contracts/a.ts:4)',
      "WP1005 contracts/a.ts:5:34 `a`: a channel has no option `mispelt`",
      'WP2001 contracts/b.ts:2:14 `b`: the path "b" does not begin with a slash',
    ],
  },
];
