import Fastify from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type ChannelDefinition,
  fromContract,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { z } from "zod";
import { openRaw, type RawClient } from "../server/raw-client.js";
import { until } from "../server/start-arena.js";

const note = fromContract(z.object({ text: z.string() }), { mayAttach: false });
const bytes = fromContract(z.object({ bytes: z.instanceof(Uint8Array) }));

/** Where nothing has a place for bytes, and where one call has. */
const plain: ChannelDefinition = {
  name: "plain",
  path: "/plain",
  fingerprint: "f1",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {
    save: { kind: "call", input: note, output: undefined, errors: {} },
    saved: { kind: "event", payload: note },
  },
  serverToClient: { confirm: { kind: "call", input: undefined, output: note, errors: {} } },
};
const mixed: ChannelDefinition = {
  ...plain,
  name: "mixed",
  path: "/mixed",
  clientToServer: {
    ...plain.clientToServer,
    upload: { kind: "call", input: bytes, output: undefined, errors: {} },
  },
};
const family: ChannelDefinition = {
  ...plain,
  name: "family",
  path: "/family/:id",
  params: {
    check: fromContract(z.object({ id: z.string() })),
    kinds: { id: "text" },
  },
};

interface Scene {
  readonly url: string;
  readonly ran: readonly unknown[];
  /** What a listener of the application's own got. */
  readonly heard: readonly unknown[];
  readonly ask: () => Promise<unknown>;
}

async function start(options: SocketServerOptions = {}): Promise<Scene> {
  const ran: unknown[] = [];
  const heard: unknown[] = [];
  let ask: (() => Promise<unknown>) | undefined;
  const handlers = {
    connected(context: {
      readonly socket: { on(name: string, listener: (value: unknown) => void): unknown };
      readonly call: { confirm(): Promise<unknown> };
    }) {
      context.socket.on("own", (value) => heard.push(value));
      ask = () => context.call.confirm();
    },
    save: (input: unknown) => void ran.push(input),
    saved: (input: unknown) => void ran.push(input),
    upload: ({ bytes: { length } }: { bytes: Uint8Array }) => void ran.push(length),
  };
  const app = Fastify();
  const definitions = [plain, mixed, family];
  const used = ({ clientToServer }: ChannelDefinition) =>
    Object.fromEntries(
      Object.entries(handlers).filter(([name]) => name === "connected" || name in clientToServer),
    );
  await app.register(socketsPlugin(definitions), {
    channels: Object.fromEntries(
      definitions.map((each) => [each.name, { channel: each.name, handlers: used(each) }]),
    ),
    ...options,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  return { url, ran, heard, ask: () => ask?.() ?? Promise.reject(new Error("nobody is there")) };
}

async function join({ url }: Scene, namespace: string): Promise<RawClient> {
  const client = await openRaw(url);
  client.send(`40${namespace},`);
  expect(await client.next()).toContain(`40${namespace},`);
  return client;
}

const placeholder = (num: number) => `{"_placeholder":true,"num":${num}}`;

describe("binary values that no schema has a place for", () => {
  test.each(["/plain", "/mixed", "/family/7"])(
    "are let go on %s, and the call is answered before they are all there",
    async (namespace) => {
      const scene = await start();
      const client = await join(scene, namespace);
      client.send(`453-${namespace},1["save",{"text":${placeholder(0)}}]`);
      // None of the three has been sent.
      expect(await client.next()).toMatch(
        new RegExp(`^43${namespace},1\\[\\{"ok":false,"error":\\{"code":"bad_input"`),
      );
      for (let index = 0; index < 3; index++) client.send(Buffer.alloc(1_000));
      client.send(`42${namespace},2["save",{"text":"hi"}]`);
      expect(await client.next()).toBe(`43${namespace},2[{"ok":true}]`);
      expect(scene.ran).toEqual([{ text: "hi" }]);
    },
  );

  test("are let go of polled packets, too", async () => {
    const scene = await start();
    const base = `${scene.url}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(base)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { readonly sid: string };
    const post = (body: string) => fetch(`${base}&sid=${sid}`, { method: "POST", body });
    const poll = async () => (await fetch(`${base}&sid=${sid}`)).text();
    await post("40/plain,");
    expect(await poll()).toContain("40/plain,");
    const frames = [
      `452-/plain,1["save",{"text":${placeholder(0)}}]`,
      "bAAAA",
      "bAAAA",
      '42/plain,2["save",{"text":"hi"}]',
    ];
    await post(frames.join("\x1e"));
    let got = "";
    while (!got.includes("43/plain,2")) got += await poll();
    expect(got).toContain('"code":"bad_input"');
    expect(got).toContain('43/plain,2[{"ok":true}]');
    await post("1");
  });

  test("of an event, of a name that there is not and of a reply are let go", async () => {
    const scene = await start();
    const client = await join(scene, "/plain");
    client.send(`451-/plain,["saved",{"text":${placeholder(0)}}]`);
    client.send(Buffer.alloc(10));
    client.send(`451-/plain,["own",${placeholder(0)}]`);
    client.send(Buffer.alloc(10));
    await until(() => scene.heard.length === 1);
    expect(scene.heard).toEqual([{ _placeholder: true, num: 0 }]);
    const asked = scene.ask();
    const id = /^42\/plain,(\d+)\["confirm"\]$/.exec(await client.next())?.[1];
    client.send(`461-/plain,${id}[{"ok":true,"value":{"text":${placeholder(0)}}}]`);
    await expect(asked).rejects.toMatchObject({ code: "bad_output" });
    client.send(Buffer.alloc(10));
    client.send('42/plain,2["save",{"text":"hi"}]');
    expect(await client.next()).toBe('43/plain,2[{"ok":true}]');
    expect(scene.ran).toEqual([{ text: "hi" }]);
  });

  test("are taken for listeners of the application's own where the limit is switched off", async () => {
    const scene = await start({ limits: { binary: false } });
    const client = await join(scene, "/plain");
    client.send(`451-/plain,["own",${placeholder(0)}]`);
    client.send(Buffer.from("abc"));
    await until(() => scene.heard.length === 1);
    expect(scene.heard).toEqual([Buffer.from("abc")]);
  });

  test("end the connection where something else comes in their place", async () => {
    const scene = await start();
    const client = await join(scene, "/plain");
    client.send(`452-/plain,1["save",{"text":${placeholder(0)}}]`);
    client.send(Buffer.alloc(10));
    client.send('42/plain,2["save",{"text":"hi"}]');
    await until(() => !client.isOpen);
    expect(scene.ran).toEqual([]);
  });
});

test("binary values that a schema has a place for reach it, up to ten", async () => {
  const scene = await start();
  const client = await join(scene, "/mixed");
  client.send(`451-/mixed,1["upload",{"bytes":${placeholder(0)}}]`);
  client.send(Buffer.alloc(5));
  expect(await client.next()).toBe('43/mixed,1[{"ok":true}]');
  expect(scene.ran).toEqual([5]);
  client.send(`4511-/mixed,2["upload",{"bytes":${placeholder(0)}}]`);
  await until(() => !client.isOpen);
});

test("a server that looks at binary values still speaks in batches", async () => {
  const scene = await start();
  const client = await openRaw(scene.url);
  client.send('40/plain,{"$wirepact":{"protocol":1,"contract":"f1","batches":true}}');
  await until(() => client.frames.some((frame) => frame.startsWith('42/plain,["$hello"')));
});
