import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyHandlerEdits } from "../../generator/handlers/apply-handler-edits.js";
import { type HandlerPlan, planHandlers } from "../../generator/handlers/plan-handlers.js";
import type { ChannelModel, ContractModel, MemberModel, SchemaModel } from "../../generator/model/index.js";

const place = { file: "contracts/chat.ts", line: 1, column: 1 };
const text: SchemaModel = { kind: "string", coerce: false, checks: [] };
const payload = { schema: text, place };

function call(name: string): MemberModel {
  return { kind: "call", name, input: payload, errors: [], place };
}

function channel(name: string, clientToServer: readonly MemberModel[], auth?: typeof payload): ChannelModel {
  return {
    name,
    path: `/${name}`,
    place,
    errors: [],
    rooms: [],
    clientToServer,
    serverToClient: [],
    ...(auth && { auth }),
  };
}

function model(...channels: readonly ChannelModel[]): ContractModel {
  return { channels, schemas: [] };
}

const chat = model(channel("chat", [call("join"), call("leave")]));

let root = "";
let folder = "";
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "handlers-"));
  folder = path.join(root, "server/handlers");
  await mkdir(folder, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function keep(name: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
}

async function plan(contract: ContractModel): Promise<HandlerPlan> {
  return planHandlers(contract, { folder, generatedFolder: path.join(root, "server/generated"), root });
}

/** The file after a run, and what the run had to say. */
async function complete(before: string, contract: ContractModel = chat): Promise<string> {
  await keep("chat.ts", before);
  const { edits, problems } = await plan(contract);
  expect(problems).toEqual([]);
  await applyHandlerEdits(edits);
  expect((await plan(contract)).edits, "a second run has nothing to do").toEqual([]);
  return readFile(path.join(folder, "chat.ts"), "utf8");
}

const joinHandler =
  'join(_input, _context) {\n    throw new Error("`chat.join` is not implemented yet");\n  },';
const leaveHandler =
  'leave(_input, _context) {\n    throw new Error("`chat.leave` is not implemented yet");\n  },';

describe("a channel that nobody implements", () => {
  it("gets a file with every handler, in the contract's order", async () => {
    await rm(folder, { recursive: true });
    const members: readonly MemberModel[] = [
      call("join"),
      { kind: "call", name: "count", errors: [], place },
      { kind: "event", name: "typing", payload, place },
      { kind: "event", name: "my-wave", place },
    ];
    const { edits } = await plan(model(channel("chatRoom", members, payload)));
    await applyHandlerEdits(edits);
    expect(edits.map(({ kind, handlers }) => [kind, handlers])).toEqual([
      ["create", ["join", "count", "typing", "my-wave"]],
    ]);
    expect(
      await readFile(path.join(folder, "chat-room.ts"), "utf8"),
    ).toBe(`import { implementChatRoom } from "../generated/chat-room.js";

/** What the server does on \`chatRoom\`, as contracts/chat.ts declares it. */
export const chatRoomHandlers = implementChatRoom({
  /** Lets a client in: what it returns is \`context.session\` of the other handlers. Throw \`refuse.…\` to refuse. */
  connect({ auth }) {
    return auth;
  },
  join(_input, _context) {
    throw new Error("\`chatRoom.join\` is not implemented yet");
  },
  count(_context) {
    throw new Error("\`chatRoom.count\` is not implemented yet");
  },
  typing(_input, context) {
    context.log.warn("\`chatRoom.typing\` is not implemented yet");
  },
  "my-wave"(context) {
    context.log.warn("\`chatRoom.my-wave\` is not implemented yet");
  },
});
`);
  });

  it("gets it although another channel's name begins like its own", async () => {
    await keep("chat-room.ts", "export const chatRoomHandlers = implementChatRoom({ join() {} });\n");
    const { edits } = await plan(model(...chat.channels, channel("chatRoom", [call("join")])));
    expect(edits.map(({ kind, file }) => [kind, path.basename(file)])).toEqual([["create", "chat.ts"]]);
  });

  it("gets it although a comment elsewhere names its function", async () => {
    await keep("notes.ts", "// implementChat({ … }) is still to be written\nexport {};\n");
    const { edits, problems } = await plan(chat);
    expect([edits.length, problems]).toEqual([1, []]);
  });

  it("is refused when its file is there and does something else", async () => {
    await keep("chat.ts", "export {};\n");
    const { edits, problems } = await plan(chat);
    expect(edits).toEqual([]);
    expect(problems).toMatchObject([{ code: "WP4001", place: { file: "server/handlers/chat.ts", line: 1 } }]);
  });
});

describe("missing handlers", () => {
  it("come in at the end, behind the comma that is there", async () => {
    const before =
      "export const h = implementChat({\n  // first\n  async join() {}, // keep me\n});\nconst after = 1;\n";
    const after = `export const h = implementChat({\n  // first\n  async join() {}, // keep me\n  ${leaveHandler}\n});\nconst after = 1;\n`;
    expect(await complete(before)).toBe(after);
  });

  it("come in behind a comma of their own where there is none, comments kept", async () => {
    const before = "implementChat({\n  join() {} // keep me\n  // and me\n});\n";
    expect(await complete(before)).toBe(
      `implementChat({\n  join() {}, // keep me\n  // and me\n  ${leaveHandler}\n});\n`,
    );
  });

  it("come into an empty literal, and into one on one line", async () => {
    expect(await complete("implementChat({});\n")).toBe(
      `implementChat({\n  ${joinHandler}\n  ${leaveHandler}\n});\n`,
    );
    expect(await complete("implementChat({ join() {} });\n")).toBe(
      `implementChat({ join() {},\n  ${leaveHandler}\n});\n`,
    );
  });

  it("follow the file's line ends and tabs", async () => {
    const before =
      "function make() {\r\n\treturn implementChat({\r\n\t\tjoin() {\r\n\t\t\treturn;\r\n\t\t},\r\n\t});\r\n}\r\n";
    const added =
      '\t\tleave(_input, _context) {\r\n\t\t\tthrow new Error("`chat.leave` is not implemented yet");\r\n\t\t},\r\n';
    expect(await complete(before)).toBe(before.replace("\t});\r\n}", `${added}\t});\r\n}`));
  });

  it("are generators for streams of the server, and functions for uploads", async () => {
    const streams = model(
      channel("chat", [
        { kind: "stream", name: "history", input: payload, serverItem: payload, errors: [], place },
        { kind: "stream", name: "draw", clientItem: payload, errors: [], place },
        { kind: "stream", name: "talk", serverItem: payload, clientItem: payload, errors: [], place },
        { kind: "stream", name: "ticks", serverItem: payload, errors: [], place },
      ]),
    );
    const text = await complete("implementChat({\n  async *ticks() {},\n});\n", streams);
    expect(text).toBe(`implementChat({
  async *ticks() {},
  async *history(_input, _context) {
    throw new Error("\`chat.history\` is not implemented yet");
  },
  async draw(_items, _context) {
    throw new Error("\`chat.draw\` is not implemented yet");
  },
  async *talk(_items, _context) {
    throw new Error("\`chat.talk\` is not implemented yet");
  },
});
`);
  });

  it("leave a file alone that has them all as methods, properties, shorthands, quoted names or spreads", async () => {
    const whole = [
      'implementChat({ join() {}, "leave": async () => {} });',
      "implementChat({ join, leave });",
      "const rest = { leave() {} };\nimplementChat({ join() {}, ...rest });",
      "const all = { join() {}, leave() {} } satisfies object;\nimplementChat(all);",
      "import { implementChat as make } from '../generated/chat.js';\nmake({ join() {}, ['leave']() {} });",
      "import * as generated from '../generated/chat.js';\ngenerated.implementChat({ join() {}, leave() {} });",
    ];
    for (const text of whole) expect(await complete(text)).toBe(text);
  });

  it("are looked for in other handler files that are spread in", async () => {
    await keep("parts/leave.ts", "export const parts = { leave() {} };\n");
    const text = 'import { parts } from "./parts/leave.js";\nimplementChat({ join() {}, ...parts });\n';
    expect(await complete(text)).toBe(text);
  });

  it("are only spoken of where something unknown is spread in", async () => {
    await keep("chat.ts", "\nexport const h = implementChat({ ...make(), join() {} });\n");
    const { edits, notices } = await plan(chat);
    expect(edits).toEqual([]);
    expect(notices).toMatchObject([
      {
        place: { file: "server/handlers/chat.ts", line: 2, column: 18 },
        message: expect.stringContaining("`leave`"),
      },
    ]);
  });

  it("come into the constant that is handed over", async () => {
    const before =
      "const handlers: ChatHandlers<undefined> = {\n  join() {},\n};\nexport const h = implementChat(handlers);\n";
    expect(await complete(before)).toBe(before.replace("join() {},\n", `join() {},\n  ${leaveHandler}\n`));
  });

  it("come into the literal behind middleware", async () => {
    const chain = 'implementChat.with(tenancy).with(admins, "leave")';
    expect(await complete(`export const h = ${chain}({\n  join() {},\n});\n`)).toBe(
      `export const h = ${chain}({\n  join() {},\n  ${leaveHandler}\n});\n`,
    );
  });

  it("come into the literal behind middleware that has a name", async () => {
    const before = `const withTenancy = implementChat.with(tenancy);\nconst withAdmins = withTenancy.with(admins);\n`;
    expect(await complete(`${before}export const h = withAdmins({\n  join() {},\n});\n`)).toBe(
      `${before}export const h = withAdmins({\n  join() {},\n  ${leaveHandler}\n});\n`,
    );
  });

  it("come into every literal, once each", async () => {
    const before =
      "const all = {\n  leave() {},\n};\nimplementChat(all);\nimplementChat(all);\nimplementChat({\n  join() {},\n});\n";
    expect(await complete(before)).toBe(
      `const all = {\n  leave() {},\n  ${joinHandler}\n};\nimplementChat(all);\nimplementChat(all);\nimplementChat({\n  join() {},\n  ${leaveHandler}\n});\n`,
    );
  });

  it("of two channels come into one file", async () => {
    await keep("all.ts", "implementChat({\n  join() {},\n});\nimplementLobby({});\n");
    const { edits } = await plan(model(...chat.channels, channel("lobby", [call("sit")])));
    await applyHandlerEdits(edits);
    const after = await readFile(path.join(folder, "all.ts"), "utf8");
    expect(after).toBe(
      `implementChat({\n  join() {},\n  ${leaveHandler}\n});\nimplementLobby({\n  ${joinHandler.replace("join", "sit").replace("chat.join", "lobby.sit")}\n});\n`,
    );
  });
});

describe("what cannot be edited", () => {
  it("is a problem with its place when the handlers are no object literal", async () => {
    await keep("chat.ts", "const made = make();\nexport const h = implementChat(made);\n");
    const { edits, problems } = await plan(chat);
    expect(edits).toEqual([]);
    expect(problems).toMatchObject([
      { code: "WP4001", place: { file: "server/handlers/chat.ts", line: 2, column: 18 } },
    ]);
  });
});

describe("handlers that the contract no longer has", () => {
  it("are noticed with their place, and stay; those of the life cycle belong", async () => {
    const before =
      "implementChat({\n  connect() {},\n  connected() {},\n  disconnect() {},\n  join() {},\n  leave() {},\n  shout() {},\n});\n";
    await keep("chat.ts", before);
    const { edits, notices } = await plan(chat);
    expect(edits).toEqual([]);
    expect(notices).toMatchObject([
      {
        place: { file: "server/handlers/chat.ts", line: 7, column: 3 },
        message: expect.stringContaining("chat.shout"),
      },
    ]);
  });
});

describe("rooms that clients join", () => {
  const joined: ContractModel = {
    channels: [
      {
        ...channel("chat", [call("join"), call("leave")]),
        rooms: [
          { name: "conversation", key: payload, join: "client", errors: [], place },
          { name: "staff", key: payload, place },
        ],
      },
    ],
    schemas: [],
  };

  it("have a handler that lets nobody in, until somebody says who", async () => {
    const { edits } = await plan(joined);
    expect(edits[0]?.text).toContain(`  rooms: {
    conversation: {
      /** Whether this client may join the room. */
      mayJoin(_key, _context) {
        return false;
      },
    },
  },
  join(`);
    expect(edits[0]?.handlers).toEqual(["rooms", "join", "leave"]);
  });

  it("have it added to handlers that are there, and `rooms` is none too much", async () => {
    const before = 'import { implementChat } from "x";\nimplementChat({\n\tjoin() {},\n\tleave() {}\n});\n';
    const after = await complete(before, joined);
    expect(after).toContain("\tleave() {},\n\trooms: {\n\t\tconversation: {\n");
    await keep("chat.ts", after);
    expect((await plan(joined)).notices).toEqual([]);
  });
});

describe("roles", () => {
  const guarded: ContractModel = {
    channels: [{ ...channel("chat", [call("join")]), roles: { names: ["member", "admin"], place } }],
    schemas: [],
  };

  it("have a handler that gives none, until somebody says which", async () => {
    const { edits } = await plan(guarded);
    expect(edits[0]?.text).toContain(`  /** Which of \`member\`, \`admin\` a session has. */
  roles(_session) {
    return [];
  },
  join(`);
    expect(edits[0]?.handlers).toEqual(["roles", "join"]);
  });

  it("have it added to handlers that are there, and `roles` is none too much", async () => {
    const before = 'import { implementChat } from "x";\nimplementChat({\n\tjoin() {}\n});\n';
    const after = await complete(before, guarded);
    expect(after).toContain(
      "\tjoin() {},\n\t/** Which of `member`, `admin` a session has. */\n\troles(_session) {\n",
    );
    await keep("chat.ts", after);
    expect((await plan(guarded)).notices).toEqual([]);
  });
});
