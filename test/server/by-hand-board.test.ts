import Fastify, { type FastifyInstance } from "fastify";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openRaw, type RawClient } from "./raw-client.js";
import { type LogLine, until } from "./start-arena.js";

// Goldens are compiled under several versions of TypeScript, and apart from the tests for that.
const golden: string = "../generator/goldens/adopted/serve.ts";
const { register } = (await import(golden)) as { readonly register: (app: FastifyInstance) => Promise<void> };

let client: RawClient;
let log: LogLine[];

beforeEach(async () => {
  const lines: LogLine[] = [];
  log = lines;
  const app = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => lines.push(JSON.parse(line)) } },
  });
  await register(app);
  onTestFinished(() => app.close());
  client = await openRaw(await app.listen({ host: "127.0.0.1", port: 0 }));
  client.send("40/board,");
  await client.next();
});

test.each([
  ["one value of a plain acknowledgement stands alone", '["clear"]', "[]"],
  ["the values of a tuple stand each on its own", '["find","king"]', "[4,2]"],
  [
    "a call with arguments and a reply object has both",
    '["place-piece","rook",4]',
    '[{"ok":true,"value":true}]',
  ],
])("%s", async (_rule, call, reply) => {
  client.send(`42/board,7${call}`);
  expect(await client.next()).toBe(`43/board,7${reply}`);
});

test.each([
  ["too few", '["place-piece","rook"]'],
  ["too many", '["place-piece","rook",4,5]'],
  ["a mark behind them", '["place-piece","rook",4,{"cancelId":0}]'],
  ["one of another type", '["place-piece","rook","4"]'],
  ["none", '["place-piece"]'],
])("arguments that break the contract are answered `bad_input`: %s", async (_what, call) => {
  client.send(`42/board,7${call}`);
  const reply = await client.next();
  expect(reply).toMatch(/^43\/board,7\[\{"ok":false,"error":\{"code":"bad_input"/);
  expect(JSON.parse(reply.slice("43/board,7".length))[0].error.issues.length).toBeGreaterThan(0);
});

test.each([
  ["breaks the contract", '["find",7]', "client sent what was refused as bad_input"],
  ["makes its handler throw", '["count"]', "handler failed"],
])("a call with a plain acknowledgement that %s is logged and not answered", async (_what, call, message) => {
  client.send(`42/board,1${call}`);
  client.send('42/board,2["find","king"]');
  // The next answer is the next call's.
  expect(await client.next()).toBe("43/board,2[4,2]");
  expect(log.filter(({ msg }) => msg === message)).toHaveLength(1);
});

test("a call with a plain acknowledgement that a client sends without one is not run", async () => {
  client.send('42/board,["find","king"]');
  await until(() => log.some(({ msg }) => msg === "client sent what was refused as bad_input"));
});

test("the server's calls have each argument on its own and read plain acknowledgements", async () => {
  client.send('42/board,9["play"]');
  expect(await client.next()).toBe('42/board,0["choose","a","b"]');
  client.send('43/board,0["b"]');
  expect(await client.next()).toBe('42/board,1["span",4]');
  client.send("43/board,1[4,6]");
  expect(await client.next()).toBe('42/board,2["rate","x",1,2]');
  client.send('43/board,2[{"ok":true,"value":3}]');
  expect(await client.next()).toBe('42/board,["piece moved","b",9]');
  expect(await client.next()).toBe('43/board,9[{"ok":true}]');
});

test.each([
  ["a value of another type", "43/board,0[7]"],
  ["no value", "43/board,0[]"],
  ["a reply object", '43/board,0[{"ok":true,"value":"b"}]'],
])(
  "a plain acknowledgement of a client that breaks the contract is `bad_output`: %s",
  async (_what, reply) => {
    client.send('42/board,9["play"]');
    await client.next();
    client.send(reply);
    expect(await client.next()).toMatch(/^43\/board,9\[\{"ok":false,"error":\{"code":"internal"/);
    expect(log.find(({ msg }) => msg === "handler failed")).toMatchObject({ err: { code: "bad_output" } });
  },
);
