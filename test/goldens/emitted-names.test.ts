import { describe, expect, it } from "vitest";
import { checkEmittedNames } from "../../generator/emit/check-emitted-names.js";
import { emitClient } from "../../generator/emit/emit-client.js";
import { emitServer } from "../../generator/emit/emit-server.js";
import { fingerprintChannel } from "../../generator/emit/fingerprint-channel.js";
import { camelCase, kebabCase, pascalCase } from "../../generator/emit/names.js";
import { readSchemaTable } from "../../generator/emit/schema-table.js";
import type { ChannelModel, ContractModel, MemberModel, SchemaModel } from "../../generator/model/index.js";

const text: SchemaModel = { kind: "string", coerce: false, checks: [] };
const number: SchemaModel = { kind: "number", coerce: false, checks: [] };

function at(line: number) {
  return { file: "contracts/a.ts", line, column: 3 };
}

function object(fields: Readonly<Record<string, SchemaModel>>): SchemaModel {
  const entries = Object.entries(fields);
  return {
    kind: "object",
    unknownKeys: "strip",
    fields: entries.map(([name, schema]) => ({ name, schema, place: at(1) })),
  };
}

function event(name: string, schema: SchemaModel, line = 1): MemberModel {
  return { kind: "event", name, payload: { schema, place: at(line) }, place: at(line) };
}

function channel(name: string, parts: Partial<ChannelModel> = {}): ChannelModel {
  return {
    name,
    path: `/${name}`,
    place: at(1),
    errors: [],
    rooms: [],
    clientToServer: [],
    serverToClient: [],
    ...parts,
  };
}

function model(channels: readonly ChannelModel[], schemas: ContractModel["schemas"] = []): ContractModel {
  return { channels, schemas };
}

describe("names", () => {
  it("are made from identifiers, kebab and snake case alike", () => {
    for (const name of ["postMessage", "post-message", "post_message", "PostMessage", "post message"]) {
      expect([pascalCase(name), camelCase(name), kebabCase(name)]).toEqual([
        "PostMessage",
        "postMessage",
        "post-message",
      ]);
    }
    expect([kebabCase("HTTPServer"), kebabCase("room2Go"), pascalCase("2go")]).toEqual([
      "http-server",
      "room2-go",
      "_2go",
    ]);
  });
});

describe("a clash of emitted names", () => {
  it("is refused for one name with two types, both places named", () => {
    const parts = {
      clientToServer: [event("note", object({ text }), 4)],
      serverToClient: [event("note", object({ text: number }), 9)],
    };
    expect(checkEmittedNames(model([channel("chat", parts)]))).toEqual([
      {
        code: "WP2008",
        place: at(9),
        message:
          "`NotePayload` would be the name of two things in chat.ts: of the payload of `chat.note`, and of the payload of `chat.note` (contracts/a.ts:4:3)",
        mend: "Rename one of the two, or export the schema under a name of its own.",
      },
    ]);
  });

  it("is none where both types are equal, and the type is emitted once", () => {
    const parts = {
      clientToServer: [event("note", object({ text }), 4)],
      serverToClient: [event("note", object({ text }), 9)],
    };
    const contract = model([channel("chat", parts)]);
    expect(checkEmittedNames(contract)).toEqual([]);
    const [chat] = emitServer(contract, { toRoot: "../.." });
    expect(chat?.text.match(/interface NotePayload/g)).toHaveLength(1);
  });

  it("is refused for a member whose name is the channel's", () => {
    const member: MemberModel = {
      kind: "call",
      name: "chat",
      errors: [{ name: "Full", place: at(5) }],
      place: at(5),
    };
    const [problem, ...others] = checkEmittedNames(model([channel("chat", { clientToServer: [member] })]));
    expect(problem).toMatchObject({
      code: "WP2008",
      place: at(5),
      message: expect.stringContaining("`ChatContext`"),
    });
    expect(others).toEqual([]);
  });

  it("is refused between an exported schema and a type of a member", () => {
    const schemas = [{ id: "NotePayload", schema: object({ text: number }), place: at(2) }];
    const parts = {
      clientToServer: [
        event("note", object({ text }), 4),
        event("other", { kind: "reference", id: "NotePayload" }, 5),
      ],
    };
    const found = checkEmittedNames(model([channel("chat", parts)], schemas));
    expect(found).toMatchObject([{ code: "WP2008", place: at(4) }]);
    expect(found[0]?.message).toContain("the schema `NotePayload` (contracts/a.ts:2:3)");
  });

  it("is none between an exported schema and an equal type of a member", () => {
    const schemas = [{ id: "NotePayload", schema: object({ text }), place: at(2) }];
    const parts = {
      clientToServer: [
        event("note", object({ text }), 4),
        event("other", { kind: "reference", id: "NotePayload" }, 5),
      ],
    };
    const contract = model([channel("chat", parts)], schemas);
    expect(checkEmittedNames(contract)).toEqual([]);
    const chat = emitServer(contract, { toRoot: "../.." }).find(({ path }) => path === "chat.ts");
    expect(chat?.text).not.toContain("./schemas.js");
  });

  it("is refused between what a writer may write and another schema", () => {
    const initial: SchemaModel = object({
      on: { kind: "default", inner: { kind: "boolean", coerce: false }, value: true },
    });
    const schemas = [
      { id: "Light", schema: initial, place: at(2) },
      { id: "LightInit", schema: object({ text }), place: at(3) },
    ];
    const serverToClient = [
      event("a", { kind: "reference", id: "Light" }),
      event("b", { kind: "reference", id: "LightInit" }),
    ];
    const found = checkEmittedNames(model([channel("chat", { serverToClient })], schemas));
    expect(found).toMatchObject([
      { code: "WP2008", place: at(3), message: expect.stringContaining("schemas.ts") },
    ]);
  });

  it("is refused for a channel whose file every output has, and for two channels of one file", () => {
    const found = checkEmittedNames(model([channel("chatRoom"), channel("chat_room"), channel("sockets")]));
    const files = found.filter(({ message }) => message.includes("its file would be"));
    expect(files.map(({ code, message }) => [code, message.slice(0, 12)])).toEqual([
      ["WP2008", "`chat_room`:"],
      ["WP2008", "`sockets`: i"],
    ]);
  });
});

describe("the publisher's names", () => {
  const contract = model([channel("publisher")], []);

  it("are free where there is none", () => {
    expect(checkEmittedNames(contract)).toEqual([]);
  });

  it("are refused for a channel where there is one", () => {
    const found = checkEmittedNames(contract, true);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ["WP2008", "`publisher`: its file would be `publisher.ts`, which every output has already"],
    ]);
  });
});

describe("a fingerprint", () => {
  const table = (schemas: ContractModel["schemas"]) => readSchemaTable(model([], schemas));
  const print = (schema: SchemaModel, schemas: ContractModel["schemas"] = []) =>
    fingerprintChannel(channel("chat", { clientToServer: [event("note", schema)] }), table(schemas));

  it("stays the same for another comment, place, name of a schema, text of an issue and order", () => {
    const base = print(object({ a: text, b: number }));
    expect(print(object({ b: number, a: { ...text, message: "Text" } }))).toBe(base);
    const named = {
      id: "Note",
      schema: object({ a: text, b: number }),
      place: at(9),
      docs: { text: "x", deprecated: true },
    };
    expect(print({ kind: "reference", id: "Note" }, [named])).toBe(base);
  });

  it("changes with a field, a check, a default or the name of a member", () => {
    const checked: SchemaModel = {
      kind: "string",
      coerce: false,
      checks: [{ kind: "min_length", value: 1 }],
    };
    const prints = [
      print(object({ a: text })),
      print(object({ b: text })),
      print(object({ a: checked })),
      print(object({ a: { kind: "default", inner: text, value: "x" } })),
      print(object({ a: { kind: "default", inner: text, value: "y" } })),
      fingerprintChannel(
        channel("chat", { clientToServer: [event("other", object({ a: text }))] }),
        table([]),
      ),
      fingerprintChannel(
        channel("chat", { serverToClient: [event("note", object({ a: text }))] }),
        table([]),
      ),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("is had by schemas that hold themselves, whatever their names", () => {
    const tree = (id: string) => [
      {
        id,
        place: at(1),
        schema: object({ children: { kind: "array", item: { kind: "reference", id }, checks: [] } }),
      },
    ];
    expect(print({ kind: "reference", id: "Tree" }, tree("Tree"))).toBe(
      print({ kind: "reference", id: "Node" }, tree("Node")),
    );
  });

  it("is equal on both sides", () => {
    const contract = model([channel("chat", { clientToServer: [event("note", object({ a: text }))] })]);
    const marks = [
      ...emitServer(contract, { toRoot: ".." }),
      ...emitClient(contract, { toRoot: ".." }),
    ].flatMap(({ text: code }) => /"([0-9a-f]{16})"/.exec(code)?.[1] ?? []);
    expect(marks).toHaveLength(2);
    expect(marks[0]).toBe(marks[1]);
    expect(marks[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is had by a schema whose default value looks like a reference", () => {
    const value = { kind: "reference", id: "nobody" };
    const schema: SchemaModel = { kind: "default", inner: { kind: "unknown" }, value };
    expect(print(schema)).not.toBe(print({ ...schema, value: null }));
  });
});

describe("emitted text", () => {
  it("keeps its comments closed whatever a member is called", () => {
    const member: MemberModel = {
      kind: "call",
      name: "a*/b",
      errors: [{ name: "Full", place: at(1), docs: { text: "No more */ throw 1;", deprecated: false } }],
      place: { ...at(1), file: "contracts/a*/b.ts" },
    };
    const contract = model([channel("chat", { clientToServer: [member] })]);
    for (const { text: code } of [
      ...emitServer(contract, { toRoot: ".." }),
      ...emitClient(contract, { toRoot: ".." }),
    ]) {
      const rest = code.replaceAll(/\/\*[\s\S]*?\*\/|"[^"\n]*"|\/\/.*/g, "");
      expect(rest).not.toMatch(/\*\/|throw 1/);
    }
  });

  it("calls a payload by its exported schema's name, digits or not", () => {
    const schemas = [{ id: "Vector2", schema: object({ x: number }), place: at(2) }];
    const payload: SchemaModel = { kind: "reference", id: "Vector2" };
    const contract = model([channel("chat", { clientToServer: [event("move", payload)] })], schemas);
    const [chat] = emitServer(contract, { toRoot: ".." });
    expect(chat?.text).toContain("move(input: Vector2, context");
  });

  it("tells a client which payloads the author's code checks on the server, before the comment's tags", () => {
    const docs = { text: "Says it.\n@deprecated Shout it.", deprecated: true };
    const refined: SchemaModel = { ...text, customChecks: 1 };
    const said = { ...event("say", object({ what: refined })), docs };
    const contract = model([channel("chat", { clientToServer: [said, event("hush", text)] })]);
    const chat = emitClient(contract, { toRoot: ".." }).find(({ path }) => path === "chat.ts");
    expect(chat?.text).toContain(
      "   * Says it.\n   *\n   * `payload` is also checked by the author's code, on the server only.\n   *\n   * @deprecated",
    );
    expect(chat?.text.match(/also checked/g)).toHaveLength(1);
  });

  it("marks a member as deprecated where only the schema's metadata say so", () => {
    const member: MemberModel = {
      kind: "event",
      name: "old",
      place: at(1),
      docs: { text: "An old one.", deprecated: true },
    };
    const [chat] = emitServer(model([channel("chat", { clientToServer: [member] })]), { toRoot: ".." });
    expect(chat?.text).toContain("   * An old one.\n   *\n   * @deprecated\n   * @see [contracts/a.ts:1]");
  });
});
