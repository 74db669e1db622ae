import { describe, expect, test } from "vitest";
import type { CallModel, ChannelModel, EventModel, FieldModel } from "wirepact/generator";
import { loadContracts } from "../../generator/load/load-contracts.js";
import { typeCheckContracts } from "../../generator/read/type-check.js";
import { imports, openProject, problemLine, readFiles } from "./contract-project.js";

/** `file:line:column`. */
const placeText = (place: { readonly file: string; readonly line: number; readonly column: number }) =>
  `${place.file}:${place.line}:${place.column}`;

async function readChannel(text: string, more: Readonly<Record<string, string>> = {}) {
  const reading = await readFiles({ "contracts/a.ts": `${imports}${text}`, ...more });
  const [channel] = reading.model.channels;
  if (channel === undefined) {
    throw new Error("no channel was read");
  }
  return { ...reading, channel };
}

async function readProblems(text: string, more: Readonly<Record<string, string>> = {}) {
  const { problems } = await readFiles({ "contracts/a.ts": `${imports}${text}`, ...more });
  return problems.map(problemLine);
}

function memberOf(channel: ChannelModel, name: string): CallModel | EventModel {
  const member = [...channel.clientToServer, ...channel.serverToClient].find((each) => each.name === name);
  if (member === undefined || member.kind === "stream") {
    throw new Error(`no call or event ${name}`);
  }
  return member;
}

function fieldsOf(channel: ChannelModel, member: string): ReadonlyMap<string, FieldModel> {
  const found = memberOf(channel, member);
  const schema = found.kind === "event" ? found.payload?.schema : found.input?.schema;
  return new Map((schema?.kind === "object" ? schema.fields : []).map((field) => [field.name, field]));
}

describe("a channel", () => {
  test("has its members, errors and rooms in the contract's order", async () => {
    const { channel } = await readChannel(`export const a = channel("/a", {
  auth: z.object({}),
  errors: { Full: z.void(), Banned: z.object({}) },
  rooms: { two: room(z.string()), one: room(z.object({})) },
  clientToServer: { z: event(), b: call(), c: call({ input: z.string(), timeoutMs: 5, idempotent: true }) },
  serverToClient: { y: event(z.undefined(), { replay: { keepMs: 9, keepCount: 3 } }), a: event(z.string()) },
});`);
    expect(channel).toMatchObject({ name: "a", path: "/a", auth: { schema: { kind: "object" } } });
    expect(channel.errors.map(({ name, data }) => [name, data?.schema.kind])).toEqual([
      ["Full", undefined],
      ["Banned", "object"],
    ]);
    expect(channel.rooms.map(({ name, key }) => [name, key.schema.kind])).toEqual([
      ["two", "string"],
      ["one", "object"],
    ]);
    expect(channel.clientToServer.map(({ name, kind }) => [name, kind])).toEqual([
      ["z", "event"],
      ["b", "call"],
      ["c", "call"],
    ]);
    expect(memberOf(channel, "c")).toEqual({
      kind: "call",
      name: "c",
      place: { file: "contracts/a.ts", line: 7, column: 44 },
      input: expect.objectContaining({ schema: { kind: "string", coerce: false, checks: [] } }),
      errors: [],
      timeoutMs: 5,
      isIdempotent: true,
    });
    expect(memberOf(channel, "y")).not.toHaveProperty("payload");
    expect(memberOf(channel, "y")).toMatchObject({ replay: { keepMs: 9, keepCount: 3 } });
  });

  test("knows its lines and columns, through names and other files", async () => {
    const { channel } = await readChannel(
      `import { shared, Base } from "./shared.js";
import * as schemas from "./shared.js";
const rename = call({
  input: z.object({ name: z.string() }),
});
const options = {
  auth: Base.extend({ extra: z.string() }).optional().nonoptional(),
  clientToServer: {
    rename, ...shared,
    deep: event(z.object({
      list: z.array(z.union([z.object({ in: z.string() }), schemas.Base])).min(1).default([]),
    })),
  },
};
export const a = channel("/a", options);`,
      {
        "contracts/shared.ts": `${imports}
const field = { x: z.string() };
const wrap = (inner: z.ZodString) => z.object({ inner });
export const Base = z.object({ id: z.string(), ...field });
export const shared = { spread: event(Base.partial()), wrapped: event(wrap(z.string())) };`,
      },
    );
    expect(placeText(channel.place)).toBe("contracts/a.ts:17:14");
    const auth = channel.auth?.schema;
    const places = (fields: readonly FieldModel[]) =>
      fields.map(({ name, place }) => `${name} ${placeText(place)}`);
    const inner = auth?.kind === "nonoptional" && auth.inner.kind === "optional" ? auth.inner.inner : auth;
    expect(places(inner?.kind === "object" ? inner.fields : [])).toEqual([
      "id contracts/shared.ts:6:32",
      "x contracts/shared.ts:4:17",
      "extra contracts/a.ts:9:23",
    ]);
    expect(placeText(memberOf(channel, "rename").place)).toBe("contracts/a.ts:11:5");
    expect(places([...fieldsOf(channel, "rename").values()])).toEqual(["name contracts/a.ts:6:21"]);
    expect(placeText(memberOf(channel, "spread").place)).toBe("contracts/shared.ts:7:25");
    expect(places([...fieldsOf(channel, "spread").values()])).toEqual([
      "id contracts/shared.ts:6:32",
      "x contracts/shared.ts:4:17",
    ]);
    expect(places([...fieldsOf(channel, "wrapped").values()])).toEqual(["inner contracts/shared.ts:5:49"]);
    const list = fieldsOf(channel, "deep").get("list")?.schema;
    const item = list?.kind === "default" && list.inner.kind === "array" ? list.inner.item : undefined;
    expect(item).toMatchObject({
      options: [{ fields: [{ place: { line: 13, column: 41 } }] }, { kind: "reference", id: "Base" }],
    });
  });

  test("keeps what its author wrote about everything", async () => {
    const { channel, model } = await readChannel(`
/** A named thing. */
export const Thing = z.string();
/** Not exported. */
const Inner = z.string();
/**
 * The channel.
 *
 *   Indented, with \`code\`.
 *
 * @deprecated use b
 */
export const a = channel("/a", {
  errors: {
    /** Too many. */
    Full: z.object({}),
  },
  /** All rooms. */
  rooms: {
    /** One room. */
    one: room(z.string()),
  },
  clientToServer: {
    // not this one
    /** Not this one. */
    /** Says it. @deprecated */
    say: event(z.object({
      /** In the field. */
      documented: z.string().describe("not this"),
      described: z.string().describe("By describe.").optional(),
      inner: Inner,
      thing: Thing,
      own: Thing.describe("This thing."),
      bare: z.string(),
      /** A getter. */
      get later() { return z.string(); },
    })),
  },
});`);
    expect(channel.docs).toEqual({
      text: "The channel.\n\n  Indented, with `code`.\n\n@deprecated use b",
      deprecated: true,
    });
    expect(channel.errors[0]?.docs?.text).toBe("Too many.");
    expect(channel.rooms[0]?.docs?.text).toBe("One room.");
    expect(memberOf(channel, "say").docs).toEqual({ text: "Says it. @deprecated", deprecated: false });
    const docs = [...fieldsOf(channel, "say").values()].map((field) => [field.name, field.docs?.text]);
    expect(Object.fromEntries(docs)).toEqual({
      documented: "In the field.",
      described: "By describe.",
      inner: "Not exported.",
      thing: undefined,
      own: "This thing.",
      bare: undefined,
      later: "A getter.",
    });
    expect(model.schemas).toMatchObject([{ id: "Thing", docs: { text: "A named thing." } }]);
  });

  test("reads comments of files with CRLF and a byte order mark", async () => {
    const text = `${imports}/**\n * One.\n * Two.\n */\nexport const a = channel("/a");`;
    const { model } = await readFiles({ "contracts/a.ts": `\uFEFF${text.replaceAll("\n", "\r\n")}` });
    expect(model.channels[0]).toMatchObject({ docs: { text: "One.\nTwo." }, place: { line: 7, column: 14 } });
  });

  test("that is a default export is called after its file", async () => {
    const { model } = await readFiles({
      "contracts/user-events.ts": `${imports}/** Users. */\nexport default channel("/users");`,
    });
    expect(model.channels).toMatchObject([
      { name: "userEvents", exportedAs: "default", docs: { text: "Users." } },
    ]);
  });

  test("that is exported several times is one, by the name that is declared first", async () => {
    const { model } = await readFiles({
      "contracts/all.ts": `export * from "./b.js"; export { b as renamed } from "./b.js";`,
      "contracts/b.ts": `${imports}const c = channel("/c");\nexport const b = c, second = c;\nexport { c as zed };`,
    });
    expect(model.channels.map(({ name, place }) => [name, placeText(place)])).toEqual([
      ["zed", "contracts/b.ts:3:7"],
    ]);
  });

  test("that only another package declares belongs to the file that exports it", async () => {
    const { model } = await readFiles({
      "contracts/a.ts": `export { outside as inside } from "../outside.js";`,
      "outside.ts": `${imports}\nexport const outside = channel("/o", { clientToServer: { x: event() } });`,
    });
    expect(model.channels.map(({ name, place }) => [name, placeText(place)])).toEqual([
      ["inside", "contracts/a.ts:1:1"],
    ]);
  });

  test("stands in the model by its name, whatever file it is in", async () => {
    const { model } = await readFiles({
      "contracts/a.ts": `${imports}export const b = channel("/b"); export const Z = channel("/z");`,
      "contracts/b.ts": `${imports}export const a = channel("/a");`,
    });
    expect(model.channels.map(({ name }) => name)).toEqual(["Z", "a", "b"]);
  });
});

describe("a schema's name", () => {
  test("is that of its export, in all places where the same object or a described copy stands", async () => {
    const { channel, model } = await readChannel(`
export const person_name = z.string();
const Tagged = z.object({}).meta({ id: "tagged-thing" });
export const Unused = z.string();
export const a = channel("/a", {
  auth: z.object({ one: person_name, two: person_name.describe("x"), other: person_name.min(1), tagged: Tagged }),
});`);
    const schema = channel.auth?.schema;
    expect(schema?.kind === "object" && schema.fields.map((field) => field.schema)).toEqual([
      { kind: "reference", id: "PersonName" },
      { kind: "reference", id: "PersonName" },
      expect.objectContaining({ kind: "string" }),
      { kind: "reference", id: "TaggedThing" },
    ]);
    expect(model.schemas.map(({ id }) => id)).toEqual(["PersonName", "TaggedThing"]);
  });

  test("is the path that leads to it when it holds itself and has none", async () => {
    const { model } = await readChannel(`
const Tree = z.object({ get children() { return z.array(Tree); } });
export const Node = z.lazy(() => z.object({ next: Node.optional(), leaf: Leaf }));
const Leaf: z.ZodType = z.object({ back: z.lazy(() => Leaf.nullable()) });
export const a = channel("/a", {
  auth: z.object({ tree: Tree, again: Tree, node: Node }),
  clientToServer: { post: call({ input: z.json(), errors: { Bad: z.object({ list: z.array(z.json()) }) } }) },
});`);
    expect(model.schemas.map(({ id }) => id)).toEqual([
      "AAuthTree",
      "Node",
      "NodeLeaf",
      "PostBadListItem",
      "PostInput",
    ]);
    expect(model.schemas.slice(0, 3).map(({ place }) => placeText(place))).toEqual([
      "contracts/a.ts:4:7",
      "contracts/a.ts:5:14",
      "contracts/a.ts:6:7",
    ]);
    expect(model.schemas[0]?.schema).toMatchObject({
      fields: [{ schema: { kind: "array", item: { kind: "reference", id: "AAuthTree" } } }],
    });
  });

  test("may not be wanted by two different schemas", async () => {
    const files = (second: string) => ({
      "contracts/b.ts": `${imports}export const Same = ${second};
export const b = channel("/b", { clientToServer: { x: event(Same) } });`,
    });
    const text = `export const Same = z.object({ x: z.string() });
export const a = channel("/a", { clientToServer: { x: event(Same) } });`;
    expect(await readProblems(text, files("z.number()"))).toEqual([
      "contracts/b.ts:3:14 WP2008 the type `Same` would be made from two different schemas, this one and that of contracts/a.ts:3:14",
    ]);
    expect(await readProblems(text, files("z.object({ x: z.string() })"))).toEqual([]);
  });
});

describe("members with a list of arguments", () => {
  test("are read with their tuple, and named for it", async () => {
    const { channel, problems } = await readChannel(`export const Spot = z.tuple([z.int(), z.int()]);
export const a = channel("/a", {
  clientToServer: {
    move: event({ args: Spot }),
    "find-it": call({ args: z.tuple([z.string()]).rest(z.int()), output: Spot, reply: "plain" }),
    count: call({ output: z.int(), reply: "plain" }),
    say: event(z.string()),
  },
});`);
    expect(problems).toEqual([]);
    expect(channel.clientToServer).toMatchObject([
      { kind: "event", takesArguments: true, payload: { schema: { kind: "reference", id: "Spot" } } },
      {
        kind: "call",
        takesArguments: true,
        input: { schema: { kind: "tuple", rest: { kind: "number" } } },
        reply: "plain",
      },
      { kind: "call", reply: "plain" },
      { kind: "event" },
    ]);
    expect(channel.clientToServer.map((member) => "takesArguments" in member)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("are refused where they contradict themselves", async () => {
    const { problems } = await readFiles({
      "contracts/a.ts": `${imports}export const a = channel("/a", {
  clientToServer: {
    list: event({ args: z.array(z.int()) }),
    none: event({ args: 7 } as never),
    both: call({ args: z.tuple([z.int()]), input: z.int() }),
    odd: call({ reply: "bare" as "plain" }),
    failing: call({ reply: "plain", errors: { Full: z.void() } }),
  },
});`,
    });
    expect(problems.map((each) => [problemLine(each), each.mend])).toEqual([
      ["contracts/a.ts:5:19 WP1005 `a.list`: args is a schema, and no tuple", "write `args: z.tuple([ … ])`"],
      [
        "contracts/a.ts:6:19 WP1005 `a.none`: args is a number, and no schema of zod",
        "write a schema: `z.object({ … })`, `z.string()`, …",
      ],
      [
        "contracts/a.ts:7:16 WP1005 `a.both` has both input and args",
        "keep the one that the other side sends",
      ],
      [
        'contracts/a.ts:8:17 WP1005 `a.odd`: reply is a string that is not "plain"',
        'write `reply: "plain"`, or leave it out',
      ],
      [
        "contracts/a.ts:9:21 WP1005 `a.failing`: a plain reply has no place for errors",
        "take `errors` out, and say in `output` what else is answered",
      ],
    ]);
  });
});

describe("problems", () => {
  test("name an unknown option and the one that was meant", async () => {
    const { problems } = await readFiles({
      "contracts/a.ts": `${imports}export const a = channel("/a", {
  clientToSever: {},
  clientToServer: { x: call({ inptu: z.string() } as {}), y: call(z.string() as {}) },
} as {});`,
    });
    expect(problems.map((each) => [problemLine(each), each.mend])).toEqual([
      ["contracts/a.ts:4:3 WP1005 `a`: a channel has no option `clientToSever`", "write `clientToServer`"],
      ["contracts/a.ts:5:31 WP1005 `a.x`: a call has no option `inptu`", "write `input`"],
      [
        "contracts/a.ts:5:67 WP1005 `a.y`: a schema stands in the place of the options",
        "write `call({ input: … })`",
      ],
    ]);
  });

  test("name values of the wrong kind", async () => {
    const lines = await readProblems(`const any = (value: unknown) => value as never;
export const a = channel("/a", {
  auth: any({ name: z.string() }),
  errors: any([]),
  rooms: { wrong: any(event()), raw: any(z.string()) },
  clientToServer: {
    raw: any(z.string()), here: any(room(z.string())), nothing: any(null),
    object: event(any({ a: z.string() })), text: call({ input: any("text"), errors: any(z.string()) }),
    never: call({ timeoutMs: 0 }), endless: call({ timeoutMs: Infinity }), words: call({ timeoutMs: any("5") }),
    maybe: call({ idempotent: any("yes") }), sent: event(z.string(), { replay: { keepMs: 1, keepCount: 1 } }),
  },
  serverToClient: {
    ask: call({ idempotent: true }), soon: event(undefined, { replay: any({ keepMs: 0, keepCount: 1 }) }),
    late: event(undefined, any({ replays: 1 })),
  },
});
export const b = channel(any({}));`);
    expect(lines).toEqual([
      "contracts/a.ts:5:3 WP1005 `a`: auth is a plain object, and no schema of zod",
      "contracts/a.ts:6:3 WP1005 `a`: errors is an array, and no object of names",
      "contracts/a.ts:7:12 WP1005 `a.wrong` is an event, and no room",
      "contracts/a.ts:7:33 WP1005 `a.raw` is a schema, and no room",
      "contracts/a.ts:9:5 WP1005 `a.raw` is a schema, and neither a call nor an event",
      "contracts/a.ts:9:27 WP1005 `a.here` is a room, and neither a call nor an event",
      "contracts/a.ts:9:56 WP1005 `a.nothing` is null, and neither a call nor an event",
      "contracts/a.ts:10:19 WP1005 `a.object`: payload is a plain object, and no schema of zod",
      "contracts/a.ts:10:57 WP1005 `a.text`: input is a string, and no schema of zod",
      "contracts/a.ts:10:77 WP1005 `a.text`: errors is a schema, and no object of names",
      "contracts/a.ts:11:19 WP1005 `a.never`: timeoutMs is 0",
      "contracts/a.ts:11:52 WP1005 `a.endless`: timeoutMs is Infinity",
      "contracts/a.ts:11:90 WP1005 `a.words`: timeoutMs is a string",
      "contracts/a.ts:12:19 WP1005 `a.maybe`: idempotent is a string",
      "contracts/a.ts:12:72 WP1005 `a.sent`: an event of a client has no replay",
      "contracts/a.ts:15:17 WP1005 `a.ask`: a call of the server is never repeated, so it cannot be idempotent",
      "contracts/a.ts:15:63 WP1005 `a.soon`: replay says not how long the event is kept, or more than that",
      "contracts/a.ts:16:28 WP1005 `a.late`: an event has no option `replays`",
      "contracts/a.ts:19:26 WP1005 `b`: the path is no text",
    ]);
  });

  test("tell a schema of another zod from none", async () => {
    const lines = await readProblems(`
import { z as old } from "zod/v3";
const future = { _zod: { def: { type: "string" }, traits: new Set(), version: { major: 5 } } };
export const a = channel("/a", { clientToServer: {
  x: event(old.string() as never), y: event(future),
} });`);
    expect(lines).toEqual([
      "contracts/a.ts:7:12 WP1005 `a.x`: payload is a schema of zod 3, and wirepact knows zod 4",
      "contracts/a.ts:7:45 WP1005 `a.y`: payload is a schema of zod 5, and wirepact knows zod 4",
    ]);
  });

  test("name what stands twice in one object, with both lines", async () => {
    const lines = await readProblems(`export const a = channel("/a", {
  errors: { Twice: z.void(), "Twice": z.void() },
  clientToServer: {
    x: event(),
    ["x"]: event(),
  },
  serverToClient: { x: event() },
});`);
    expect(lines).toEqual([
      "contracts/a.ts:4:30 WP2003 `a`: errors has the name `Twice` twice, here and in line 4",
      "contracts/a.ts:7:5 WP2003 `a`: clientToServer has the name `x` twice, here and in line 6",
    ]);
  });

  test("name a member called `__proto__`, which JavaScript takes for the object's prototype", async () => {
    const lines = await readProblems(`export const a = channel("/a", { clientToServer: {
  "__proto__": event(),
} });`);
    expect(lines).toEqual([
      "contracts/a.ts:4:3 WP2006 `a`: `__proto__` in clientToServer sets the object's prototype, and declares nothing",
    ]);
  });

  test("name a type of a transform that nothing exports", async () => {
    const lines = await readProblems(`class Secret { hidden = 1; }
export const a = channel("/a", { clientToServer: {
  x: event(z.object({ s: z.string().transform(() => new Secret()), f: z.string().transform(() => () => 1) })),
} });`);
    expect(lines).toEqual([
      "contracts/a.ts:5:26 WP3005 the type that this schema yields cannot be written in generated code: it has the class `Secret`, which is not exported",
      "contracts/a.ts:5:71 WP3005 the type that this schema yields cannot be written in generated code: it has a function",
    ]);
  });
});

describe("notices", () => {
  test("name a channel that its file does not export", async () => {
    const { notices } = await readChannel(`const hidden = channel("/hidden");
export const a = channel("/a");
const kept = channel("/kept");
export { kept, hidden as _ };
const lost = channel("/lost");`);
    expect(notices).toEqual([
      {
        place: { file: "contracts/a.ts", line: 7, column: 7 },
        message: "the channel `lost` is not exported, so no code is generated for it",
        mend: "write `export` before it",
      },
    ]);
  });
});

describe("types of transforms", () => {
  test("are asked for in schemas that have names, hold themselves, or are lazy", async () => {
    const { model, problems } = await readChannel(`
export interface Point { x: number; next?: Point }
export const Named = z.object({ length: z.string().transform((text) => text.length) });
const Loop = z.object({ at: z.string().transform((): Point => ({ x: 1 })), get more() { return Loop.optional(); } });
export const a = channel("/a", { auth: z.object({
  named: Named, loop: z.lazy(() => Loop),
  list: z.record(z.string(), z.tuple([z.string().transform((text) => ({ text, "$1": "$&" }))])),
}) });`);
    expect(problems).toEqual([]);
    const texts = JSON.stringify(model).match(/"text":"(?:[^"\\]|\\.)*"/g);
    expect(texts).toEqual(['"text":"{ text: string; $1: string }"', '"text":"Point"', '"text":"number"']);
  });
});

describe("the type check", () => {
  test("finds TypeScript's errors under the project's own options", async () => {
    const project = await openProject({
      "tsconfig.json": `{ "compilerOptions": { "strict": true, "noUnusedLocals": true, "module": "nodenext", "target": "es2023", "types": [] } }`,
      "contracts/a.ts": `${imports}const unused = 1;\nexport const a = channel("/a", { clientToServer: { x: event(z.string().min("1")) } });\nconst n: string = null;
const Tree = z.object({ more: z.array(z.lazy(() => Tree)) });`,
    });
    try {
      const loaded = await loadContracts(project.config);
      expect(await typeCheckContracts(loaded, project.config)).toMatchObject([
        { code: "WP1001", place: { file: "contracts/a.ts", line: 4, column: 76 } },
        {
          code: "WP1001",
          place: { file: "contracts/a.ts", line: 5, column: 7 },
          message: "Type 'null' is not assignable to type 'string' (TS2322)",
        },
        { place: { line: 6, column: 7 }, mend: expect.stringContaining("getter") },
        { place: { line: 6, column: 46 }, mend: expect.stringContaining("getter") },
      ]);
    } finally {
      await project.remove();
    }
  });
});
