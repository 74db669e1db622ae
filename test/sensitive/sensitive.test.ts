import Fastify from "fastify";
import { io, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { middleware, WireError } from "wirepact/server";
import { connectVault } from "../generator/goldens/sensitive/client/vault.js";
import { sockets } from "../generator/goldens/sensitive/server/sockets.js";
import { implementVault, type VaultHandlers } from "../generator/goldens/sensitive/server/vault.js";

/** Stands in each secret, and nowhere else. */
const mark = "s3cret";
const secret = `${mark}-text`;
const tooLong = mark.repeat(40);

const input = {
  name: "Ada",
  password: secret,
  cards: [{ number: secret, label: "blue" }],
  answers: { [secret]: "yes" },
  notes: new Map([["one", secret]]),
  drawer: { label: "top", code: secret, within: [{ label: "inner", code: secret, within: [] }] },
  contact: { mail: secret },
};
/** The same as it travels. */
const wireInput = { ...input, notes: [["one", secret]] };

interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly issues?: readonly object[] };
}

async function openVault(handlers: Partial<VaultHandlers<unknown>> = {}) {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: "trace", stream: { write: (line) => lines.push(line) } } });
  const seen = middleware({
    name: "seen",
    before(context, run) {
      context.log.trace({ input: run.redactedInput }, "begins");
    },
    after(context, run, output) {
      context.log.trace({ output: run.redactOutput(output) }, "ends");
    },
    error(context, run) {
      context.log.trace({ input: run.redactedInput }, "fails");
    },
  });
  const hooks: unknown[] = [];
  const vault = implementVault({
    connect: () => ({}),
    rooms: { safe: { mayJoin: () => true } },
    store: ({ name }) => ({ name, recovery: secret }),
    verify() {},
    whisper() {},
    both() {},
    async *pour() {
      yield tooLong;
    },
    ...handlers,
  });
  await app.register(sockets, {
    channels: { vault },
    use: [seen],
    onUnknown: (packet) => void hooks.push(packet),
    onRateLimited: (excess) => void hooks.push(excess),
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  const open = (tenant: string, auth: object): Socket => {
    const socket = io(`${url}/vault/${encodeURIComponent(tenant)}`, {
      auth,
      forceNew: true,
      reconnection: false,
      transports: ["websocket"],
    });
    onTestFinished(() => void socket.close());
    return socket;
  };
  const refusal = (tenant: string, auth: object) =>
    new Promise<object>((resolve) => open(tenant, auth).on("connect_error", resolve));
  const enter = async () => {
    const socket = open(secret, { user: "Ada", token: secret });
    await new Promise((resolve) => socket.on("connect", () => resolve(undefined)));
    return socket;
  };
  const logged = (msg: string) => lines.map((line) => JSON.parse(line)).filter((line) => line.msg === msg);
  return { app, url, lines, hooks, refusal, enter, logged };
}

function expectNoSecret({ lines, hooks }: Awaited<ReturnType<typeof openVault>>, ...told: unknown[]): void {
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes(mark))).toEqual([]);
  expect(JSON.stringify([hooks, told])).not.toContain(mark);
}

describe("what the contract marks as sensitive", () => {
  test("is in no log line and no answer where a client is refused", async () => {
    const vault = await openVault();
    const refusals = await Promise.all([
      vault.refusal(tooLong, { user: "Ada", token: secret }),
      vault.refusal(secret, { user: "Ada", token: tooLong }),
      vault.refusal(secret, { user: 5, token: secret }),
    ]);
    expect(refusals.map((error) => Reflect.get(Object(Reflect.get(error, "data")), "code"))).toEqual([
      "bad_input",
      "bad_input",
      "bad_input",
    ]);
    expect(vault.logged("client refused")).toHaveLength(2);
    expectNoSecret(
      vault,
      refusals.map((error) => Reflect.get(error, "data")),
    );
  });

  const bad: readonly (readonly [string, string, object | string, string])[] = [
    ["a field", "store", { ...wireInput, password: tooLong }, "password"],
    ["an item's field", "store", { ...wireInput, cards: [{ number: tooLong, label: "" }] }, "cards.0.number"],
    ["a record's key", "store", { ...wireInput, answers: { [secret]: 5 } }, "answers"],
    ["a map's value", "store", { ...wireInput, notes: [["one", tooLong]] }, "notes.one"],
    ["what holds itself", "store", { ...wireInput, drawer: { within: [{ code: tooLong }] } }, "drawer"],
    ["the author's own text", "verify", { code: secret }, "code"],
    ["one of several fields", "store", { ...wireInput, name: 5 }, "name"],
  ];
  test.each(bad)(
    "is in no log line and no issue where %s breaks the contract",
    async (_what, name, payload, place) => {
      const vault = await openVault();
      const socket = await vault.enter();
      const reply: Reply = await socket.emitWithAck(name, payload);
      expect(reply.error?.code).toBe("bad_input");
      const paths = reply.error?.issues?.map((issue) => Reflect.get(issue, "path").join(".")) ?? [];
      expect(paths.join()).toContain(place);
      expect(vault.logged("client sent what was refused as bad_input")).toHaveLength(1);
      expectNoSecret(vault, reply);
    },
  );

  test("is in no log line of an event, a list of arguments, an unknown name, a room or a presence", async () => {
    const vault = await openVault();
    const socket = await vault.enter();
    socket.emit("whisper", { text: tooLong });
    socket.emit("whisper", { text: secret });
    const replies = [
      await socket.emitWithAck("both", "a", tooLong),
      await socket.emitWithAck("both", "a", secret),
      await socket.emitWithAck("$join:safe", { pin: tooLong }),
      await socket.emitWithAck("$join:safe", { pin: secret }),
      await socket.emitWithAck("$setPresence:safe", {
        key: { pin: secret },
        data: { mood: "", place: tooLong },
      }),
      await socket.emitWithAck("$setPresence:safe", {
        key: { pin: secret },
        data: { mood: "", place: secret },
      }),
      await socket.emitWithAck("unknown", { password: secret }),
    ];
    expect(replies.map((reply: Reply) => reply.ok)).toEqual([false, true, false, true, false, true, false]);
    expect(vault.logged("begins").map((line) => line.input)).toEqual([
      "[redacted]",
      ["a", "[redacted]"],
      { pin: "[redacted]" },
      { key: { pin: "[redacted]" }, data: { mood: "", place: "[redacted]" } },
    ]);
    expect(vault.hooks).toMatchObject([{ name: "unknown" }]);
    expectNoSecret(vault, replies);
  });

  test("is redacted in what middleware may log, and whole for the handler", async () => {
    const store = vi.fn(({ name }: { name: string }) => ({ name, recovery: secret }));
    const vault = await openVault({ store });
    const client = connectVault(vault.url, {
      params: { tenant: secret },
      auth: { user: "Ada", token: secret },
      transports: ["websocket"],
    });
    onTestFinished(() => client.close());
    expect(await client.call.store(input)).toEqual({ name: "Ada", recovery: secret });
    expect(store.mock.calls[0]?.[0]).toEqual(input);
    expect(vault.logged("begins")[0].input).toEqual({
      name: "Ada",
      password: "[redacted]",
      cards: [{ number: "[redacted]", label: "blue" }],
      answers: "[redacted]",
      notes: {},
      drawer: { label: "top", code: "[redacted]", within: ["[redacted]"] },
      contact: { mail: "[redacted]" },
    });
    expect(vault.logged("ends")[0].output).toEqual({ name: "Ada", recovery: "[redacted]" });
    await client.rooms.safe({ pin: secret }).join();
    await client.rooms.safe({ pin: secret }).setPresence({ mood: "well", place: secret });
    expectNoSecret(vault);
  });

  test("is in no log line of what the server answers wrongly", async () => {
    const vault = await openVault({
      store(given, context) {
        if (given.name === "declared") throw context.error.Known({ hint: tooLong });
        if (given.name === "undeclared") throw new WireError("Nothing", "No.", { data: { hint: secret } });
        if (given.name === "told") context.emit.told({ secret: tooLong });
        return { name: "Ada", recovery: tooLong };
      },
      async verify(_input, context) {
        await context.call.ask({ about: "pin" });
      },
    });
    const socket = await vault.enter();
    socket.on("ask", (_about, answer) => answer({ ok: true, value: { pin: tooLong } }));
    const replies: Reply[] = [];
    for (const name of ["declared", "undeclared", "told", "output"]) {
      replies.push(await socket.emitWithAck("store", { ...wireInput, name }));
    }
    replies.push(await socket.emitWithAck("verify", { code: "ok" }));
    expect(replies.map(({ error }) => error?.code)).toEqual([
      "internal",
      "internal",
      "internal",
      "bad_output",
      "internal",
    ]);
    expect(vault.logged("handler failed")).toHaveLength(4);
    expectNoSecret(vault, replies);
  });

  test("is in no log line of a stream", async () => {
    const vault = await openVault();
    const client = connectVault(vault.url, {
      params: { tenant: secret },
      auth: { user: "Ada", token: secret },
      transports: ["websocket"],
    });
    onTestFinished(() => client.close());
    async function* items() {
      yield secret;
    }
    const stream = client.stream.pour({ key: secret }, items());
    await expect(stream.next()).rejects.toMatchObject({ code: "bad_output" });
    expect(vault.logged("begins")[0].input).toEqual({ key: "[redacted]" });
    expectNoSecret(vault);
  });
});
