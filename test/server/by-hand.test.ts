import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { Server } from "socket.io";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { until } from "./start-arena.js";

// Goldens are compiled under several versions of TypeScript, and apart from the tests for that.
const golden: string = "../generator/goldens/adopted/serve.ts";
const { attach, register } = (await import(golden)) as {
  readonly attach: (io: Server, log: FastifyBaseLogger) => void;
  readonly register: (app: FastifyInstance) => Promise<void>;
};

/**
 * What one client sends, one entry for each time that it waits: what it sends then, and how many frames it waits for. As
 * Socket.IO's own suite for its protocol has them, and then some.
 */
type Step = readonly [sent: readonly (string | Uint8Array)[], awaited: number];

const one = Uint8Array.from([1, 2, 3]);
const two = Uint8Array.from([4, 5, 6]);
const placeholders = '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}';
const connected: Step = [["40"], 2];

const exchanges: readonly (readonly [about: string, steps: readonly Step[]])[] = [
  ["a client of the default namespace", [[["40"], 2]]],
  ["the same with a payload", [[['40{"token":"123"}'], 2]]],
  ["a client of a custom namespace", [[["40/custom,"], 2]]],
  ["the same with a payload", [[['40/custom,{"token":"abc"}'], 2]]],
  ["a namespace that nobody has", [[["40/random"], 1]]],
  ["arguments of different kinds", [connected, [['42["message",1,"2",{"3":[true]}]'], 1]]],
  ["an argument", [connected, [['42["message","hi"]'], 1]]],
  ["no arguments", [connected, [['42["message"]'], 1]]],
  ["null in their place", [connected, [['42["message",null,[null,{}],null]'], 1]]],
  [
    "twenty arguments",
    [connected, [[`42["message",${Array.from({ length: 20 }, (_, index) => index)}]`], 1]],
  ],
  ["binary arguments", [connected, [[`452-["message",${placeholders}]`, one, two], 3]]],
  ["an acknowledged call", [connected, [['42456["message-with-ack",1,"2",{"3":[false]}]'], 1]]],
  ["one without arguments", [connected, [['420["message-with-ack"]'], 1]]],
  ["one with binary arguments", [connected, [[`452-789["message-with-ack",${placeholders}]`, one, two], 3]]],
  [
    "events and calls of one tick, in order",
    [
      connected,
      [['42["message",1]', '421["message-with-ack",2]', '42["message",3]', '422["message-with-ack",4]'], 4],
    ],
  ],
  [
    "a namespace left, and the other",
    [connected, [["40/custom"], 2], [["41/custom", '42["message","main"]'], 1]],
  ],
  ["a name that is nobody's", [connected, [['42["nobody",1]', '42["message",2]'], 1]]],
];

test.each(exchanges)("generated code answers %s as hand-written code does", async (_about, steps) => {
  const byHand = await play(await startByHand(), steps);
  expect(byHand.length).toBeGreaterThanOrEqual(steps.reduce((sum, [, awaited]) => sum + awaited, 0));
  expect(await play(await startAttached(), steps)).toEqual(byHand);
  const onFastify = await play(await startPlugin(), steps);
  // Of a namespace that nobody has the plugin says more than Socket.IO does.
  expect(onFastify.map((frame) => frame.replace(/^(44.*"Invalid namespace"),.*$/, "$1}"))).toEqual(byHand);
});

test("frames are those that Socket.IO's protocol has for them", async () => {
  const frames = await play(await startAttached(), [
    [['40{"token":"123"}'], 2],
    [[`452-789["message-with-ack",${placeholders}]`, one, two], 3],
  ]);
  expect(frames).toEqual([
    '40{"sid":"…"}',
    '42["auth",{"token":"123"}]',
    `462-789[${placeholders}]`,
    "binary 010203",
    "binary 040506",
    '44/last,{"message":"Invalid namespace"}',
  ]);
});

test.each([
  ["leaves the default namespace", ["40", "41"]],
  ["breaks the protocol", ["4abc"]],
])("generated code ends a connection that %s as hand-written code does", async (_about, sent) => {
  for (const start of [startByHand, startAttached, startPlugin]) {
    const client = await connect(await start());
    for (const frame of sent) client.socket.send(frame);
    await until(() => client.socket.readyState === WebSocket.CLOSED);
  }
});

/** The server of Socket.IO's suite. */
async function startByHand(): Promise<string> {
  const { io, listen } = ownServer();
  io.on("connection", (socket) => {
    socket.emit("auth", socket.handshake.auth);
    socket.on("message", (...args: unknown[]) => socket.emit("message-back", ...args));
    socket.on("message-with-ack", (...args: unknown[]) => {
      const acknowledge = args.pop();
      if (typeof acknowledge === "function") acknowledge(...args);
    });
  });
  io.of("/custom").on("connection", (socket) => socket.emit("auth", socket.handshake.auth));
  return listen();
}

async function startAttached(): Promise<string> {
  const { io, listen } = ownServer();
  attach(io, Fastify().log);
  return listen();
}

async function startPlugin(): Promise<string> {
  const app = Fastify();
  await register(app);
  onTestFinished(() => app.close());
  return app.listen({ host: "127.0.0.1", port: 0 });
}

function ownServer(): { readonly io: Server; readonly listen: () => Promise<string> } {
  const http = createServer();
  const io = new Server(http);
  onTestFinished(() => io.close());
  const listen = async () => {
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  };
  return { io, listen };
}

/** Everything that a server sends to a client of these steps and to the one that comes last, its ids apart. */
async function play(url: string, steps: readonly Step[]): Promise<readonly string[]> {
  const { socket, frames } = await connect(url);
  let awaited = 0;
  for (const [sent, more] of steps) {
    for (const frame of sent) socket.send(frame);
    awaited += more;
    await until(() => frames.length >= awaited);
  }
  // Whatever is still to come is there before this is.
  socket.send("40/last,");
  await until(() => frames.at(-1)?.startsWith("44/last,") === true);
  return frames;
}

async function connect(url: string): Promise<{ socket: WebSocket; frames: readonly string[] }> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  onTestFinished(() => socket.terminate());
  const frames: string[] = [];
  let isOpen = false;
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    const frame = isBinary ? `binary ${data.toString("hex")}` : data.toString();
    if (!isBinary && frame.startsWith("0")) isOpen = true;
    else if (frame !== "2") frames.push(frame.replace(/"sid":"[^"]+"/, '"sid":"…"'));
  });
  await until(() => isOpen);
  return { socket, frames };
}
