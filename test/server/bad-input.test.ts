import { EventEmitter } from "node:events";
import type { Socket } from "socket.io-client";
import { describe, expect, test } from "vitest";
import { openRaw, type RawClient } from "./raw-client.js";
import { type Arena, happens, recordEvents, startArena, until } from "./start-arena.js";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const tree = (levels: number) => `{"name":"n","children":[`.repeat(levels) + "]}".repeat(levels);

/** What a hostile or careless client may send, and the code that it is answered with; none where nobody waits. */
const packets: readonly (readonly [what: string, frame: string, answer: string | undefined])[] = [
  ["an unknown event", '42/arena,["nobody",1]', undefined],
  ["an unknown call", '42/arena,1["nobody",1]', "not_found"],
  ["a call named `__proto__`", '42/arena,1["__proto__",{}]', "not_found"],
  ["a call named `constructor`", '42/arena,1["constructor",{}]', "not_found"],
  ["a call named `toString`", '42/arena,1["toString"]', "not_found"],
  ["an event named `error`", '42/arena,["error","x"]', undefined],
  ["a call named `error`", '42/arena,1["error","x"]', "not_found"],
  ["a call with a number for a name", '42/arena,1[7,"x"]', "not_found"],
  ["a call without a payload", '42/arena,1["add"]', "bad_input"],
  ["a call with `null`", '42/arena,1["add",null]', "bad_input"],
  ["a call with the wrong types", '42/arena,1["add",{"a":"1","b":[]}]', "bad_input"],
  ["a call with a payload where there is none", '42/arena,1["ping",{"x":1}]', "bad_input"],
  ["a call with too many arguments", '42/arena,1["add",{"a":1,"b":2},{"cancelId":1},3]', "bad_input"],
  ["a call with a mark that is none", '42/arena,1["add",{"a":1,"b":2},"mark"]', "bad_input"],
  ["a call with a negative mark", '42/arena,1["add",{"a":1,"b":2},{"cancelId":-1}]', "bad_input"],
  ["a call with a broken mark", '42/arena,1["add",{"a":1,"b":2},{"cancelId":1.5}]', "bad_input"],
  ["a call without an acknowledgement", '42/arena,["add",{"a":1,"b":2}]', undefined],
  ["an event with an acknowledgement", '42/arena,1["shout",{"text":"x"}]', "bad_input"],
  ["an event with an acknowledgement and bad input", '42/arena,1["shout",7]', "bad_input"],
  ["an event with too many arguments", '42/arena,["shout",{"text":"x"},1,2]', undefined],
  ["an event with the wrong types", '42/arena,["shout",{"text":1}]', undefined],
  ["an event without a payload", '42/arena,["shout"]', undefined],
  ["a payload nested 100,000 deep", `42/arena,1["echo",${nested(100_000)}]`, "too_large"],
  ["a tree nested 30,000 deep", `42/arena,1["plant",${tree(30_000)}]`, "too_large"],
  ["a payload of 400,000 values", `42/arena,1["echo",[${"1,".repeat(400_000)}1]]`, "too_large"],
  ["400,000 arguments", `42/arena,1["echo"${",1".repeat(400_000)}]`, "bad_input"],
  ["a payload with `__proto__` for a key", '42/arena,1["add",{"__proto__":{"a":1,"b":2}}]', "bad_input"],
  ["an acknowledgement that nobody waits for", '43/arena,99[{"ok":true}]', undefined],
  ["a cancel of nothing", '42/arena,["$cancel",4]', undefined],
  ["a cancel without an id", '42/arena,["$cancel"]', undefined],
  ["a cancel that asks for an answer", '42/arena,1["$cancel",4]', "bad_input"],
  ["a cancel with an object for an id", '42/arena,["$cancel",{"__proto__":1}]', undefined],
  ["a name of ours", '42/arena,1["$closing",{"reason":"x"}]', "not_found"],
  ["a schema of the contract that throws", '42/arena,1["defect","x"]', "internal"],
];

describe("over a raw WebSocket", () => {
  test.each(packets)("%s is answered or dropped, and nobody else notices", async (_what, frame, answer) => {
    const arena = await startArena();
    const { other, heard } = await bystander(arena);
    const client = await joinRaw(arena);
    client.send(frame);
    if (answer !== undefined) {
      const reply = await client.next();
      expect(reply).toMatch(/^43\/arena,1\[/);
      expect(reply).toContain(`"code":"${answer}"`);
      expect(reply.length).toBeLessThan(1_000);
    }
    client.send('42/arena,2["add",{"a":1,"b":2}]');
    expect(await client.next()).toBe('43/arena,2[{"ok":true,"value":{"sum":3}}]');
    expect(await other.emitWithAck("add", { a: 2, b: 2 })).toEqual({ ok: true, value: { sum: 4 } });
    expect(heard).toEqual([]);
  });

  test.each([
    ["a name that Socket.IO keeps", '42/arena,1["disconnect"]'],
    ["no JSON", '42/arena,1["add",{"a":1'],
    ["no packet type of Socket.IO", "4z/arena,"],
    ["an event for a namespace that was never joined", '42/other,["add"]'],
    ["a packet over the size limit", `42/arena,1["echo","${"x".repeat(1_100_000)}"]`],
    ["binary that was not announced", Buffer.from([1, 2, 3])],
    [
      "a binary packet nested 100,000 deep",
      `451-/arena,1["echo",${nested(100_000)},{"_placeholder":true,"num":0}]`,
    ],
  ])("%s ends its own connection at most", async (_what, frame) => {
    const arena = await startArena();
    const { other, heard } = await bystander(arena);
    const client = await joinRaw(arena);
    client.send(frame);
    if (typeof frame === "string" && frame.startsWith("451-")) client.send(Buffer.from([1]));
    await until(() => !client.isOpen || client.frames.length > 1);
    expect(await other.emitWithAck("add", { a: 2, b: 2 })).toEqual({ ok: true, value: { sum: 4 } });
    expect(heard).toEqual([]);
  });

  test("auth of every kind is refused or read, never fatal", async () => {
    const arena = await startArena();
    const client = await openRaw(arena.url);
    for (const auth of [
      "",
      '{"name":7}',
      `{"name":${nested(100_000)}}`,
      '{"__proto__":{"name":"Ada"}}',
      '{"name":"","$wirepact":{"protocol":"1"}}',
      '{"name":"","$wirepact":null}',
    ]) {
      client.send(`40/arena,${auth}`);
      expect(await client.next()).toMatch(/^44\/arena,.*"code":"(bad_input|too_large)"/);
    }
    client.send('40/arena,{"name":"Ada"}');
    expect(await client.next()).toMatch(/^40\/arena,/);
  });

  test("an acknowledgement with 400,000 arguments counts as its first", async () => {
    const arena = await startArena();
    const client = await joinRaw(arena);
    const asked = arena.sockets.all.call.confirm({ question: "?" });
    await client.next();
    client.send(`43/arena,0[{"ok":true,"value":true}${",1".repeat(400_000)}]`);
    expect(await asked).toMatchObject([{ status: "answered", value: true }]);
  });
});

describe.each(["websocket", "polling"] as const)("a plain client over %s", (transport) => {
  test("gets a coded answer for each bad call and stays connected", async () => {
    const arena = await startArena();
    const client = await arena.join("Ada", { transports: [transport] });
    const code = async (name: string, ...values: unknown[]) => {
      const reply = await client.emitWithAck(name, ...values);
      return reply.ok ? "ok" : reply.error.code;
    };
    expect(await code("add", "1")).toBe("bad_input");
    expect(await code("nobody")).toBe("not_found");
    expect(await code("wave")).toBe("bad_input");
    expect(await code("add", { a: 1, b: 1 }, 1, 2)).toBe("bad_input");
    expect(await code("echo", JSON.parse(nested(65)))).toBe("too_large");
    expect(await code("echo", JSON.parse(nested(64)))).toBe("ok");
    expect(await code("ping")).toBe("ok");
    expect(await code("ping", null)).toBe("ok");
    expect(await code("greet", null)).toBe("ok");
    expect(client.connected).toBe(true);
  });

  test("that sends over the size limit loses its own connection only", async () => {
    const arena = await startArena();
    const { other, heard } = await bystander(arena);
    const client = await arena.join("Ada", { transports: [transport] });
    const gone = happens(client, "disconnect");
    client.emit("echo", "x".repeat(1_100_000), () => undefined);
    await gone;
    expect(await other.emitWithAck("add", { a: 2, b: 2 })).toEqual({ ok: true, value: { sum: 4 } });
    expect(heard).toEqual([]);
  });
});

test("a parser of the user's that lets every name through cannot end a connection from within", async () => {
  class Encoder {
    encode(packet: unknown) {
      return [JSON.stringify(packet)];
    }
  }
  class Decoder extends EventEmitter {
    add(text: string) {
      this.emit("decoded", JSON.parse(text));
    }
    destroy() {}
  }
  const reasons: string[] = [];
  const arena = await startArena({
    options: { parser: { Encoder, Decoder } },
    handlers: { disconnect: (reason) => void reasons.push(reason) },
  });
  const client = await openRaw(arena.url);
  const send = (packet: object) => client.send(`4${JSON.stringify({ nsp: "/arena", ...packet })}`);
  send({ type: 0, data: { name: "Raw" } });
  await client.next();
  for (const name of ["disconnect", "disconnecting", "connect"]) send({ type: 2, data: [name, "x"] });
  send({ type: 2, id: 1, data: ["ping", ...Array.from({ length: 200_000 }, () => 1)] });
  expect(await client.next()).toContain('"code":"bad_input"');
  send({ type: 2, id: 2, data: ["add", { a: 1, b: 2 }] });
  expect(await client.next()).toContain('"sum":3');
  expect(reasons).toEqual([]);
});

test("at most ten issues are reported, each short, and nothing of the input", async () => {
  const arena = await startArena({ options: { limits: { maxBytes: false } } });
  const client = await arena.join("Ada");
  const children = Array.from({ length: 5_000 }, () => ({ name: 7, children: "secret".repeat(10) }));
  const reply = await client.emitWithAck("plant", { name: "oak", children });
  expect(reply.error.issues).toHaveLength(10);
  expect(JSON.stringify(reply)).not.toContain("secret");
  expect(JSON.stringify(reply).length).toBeLessThan(5_000);
});

test("the same mistake again and again is logged once above debug", async () => {
  const arena = await startArena();
  const client = await arena.join("Ada");
  for (let time = 0; time < 50; time++) {
    client.emit("nobody", time);
    client.emit("shout", time);
    client.emit("add", { a: 1, b: 1 });
  }
  for (let name = 0; name < 200; name++) client.emit(`nobody${name}`);
  await client.emitWithAck("ping");
  const lines = arena.log.filter(({ level, clientId }) => level > 20 && clientId === client.id);
  expect(lines.filter(({ member }) => member === "shout")).toHaveLength(1);
  expect(lines.filter(({ member }) => member === "add")).toHaveLength(1);
  expect(lines.length).toBeLessThan(40);
  expect(JSON.stringify(lines)).not.toContain('"payload"');
});

test("a listener of the socket's own gets what the contract does not have, and only that", async () => {
  const got: unknown[] = [];
  const arena = await startArena({
    handlers: {
      connected: ({ socket }) => {
        socket.on("raw", (...values: unknown[]) => got.push(values));
        socket.on("shout", (...values: unknown[]) => got.push(values));
      },
    },
  });
  const client = await arena.join("Ada");
  client.emit("raw", 1, 2, 3);
  client.emit("shout", { text: "x" });
  await client.emitWithAck("ping");
  await until(() => got.length > 0);
  expect(got).toEqual([[1, 2, 3]]);
});

async function bystander(arena: Arena): Promise<{ other: Socket; heard: unknown[][] }> {
  const other = await arena.join("Bystander");
  return { other, heard: recordEvents(other) };
}

async function joinRaw(arena: Arena): Promise<RawClient> {
  const client = await openRaw(arena.url);
  client.send('40/arena,{"name":"Raw"}');
  await client.next();
  return client;
}
