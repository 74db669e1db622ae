import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  argumentList,
  type CallWithArguments,
  type ChannelClient,
  connectChannel,
  type EmitArguments,
  type ErrorReport,
  type HandleArguments,
  incomingCall,
  incomingEvent,
  type OnArguments,
  outgoingCallWithArguments,
  outgoingEvent,
  plainValue,
  plainValues,
  type SystemFailure,
} from "wirepact/client";
import { z } from "zod";
import { zodCheck } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

/** A client of a server that was written by hand, as the generator emits it. */
interface HandClient extends ChannelClient<SystemFailure> {
  readonly call: {
    readonly find: CallWithArguments<[string, number?], [number, number], SystemFailure>;
    readonly name: CallWithArguments<[], string, SystemFailure>;
  };
  readonly emit: { readonly move: EmitArguments<[string, number?]>; readonly poke: (text: string) => void };
  readonly on: { readonly moved: OnArguments<[string, number]> };
  readonly handle: {
    readonly choose: HandleArguments<[string, string?], string, object>;
    readonly span: HandleArguments<[number], [number, number], object>;
  };
}

const move = z.tuple([z.string(), z.number().optional()]);
const reports: ErrorReport[] = [];
let server: PlainServer;
let client: HandClient;

beforeEach(async () => {
  server = await startPlainServer();
  reports.length = 0;
  client = connectTo(server.url);
  await client.whenConnected();
});

afterEach(async () => {
  client.close();
  await server.close();
});

function connectTo(url: string): HandClient {
  return connectChannel<HandClient>(
    {
      name: "lobby",
      path: "/lobby",
      fingerprint: "f1",
      call: {
        find: outgoingCallWithArguments({
          input: zodCheck(move),
          output: zodCheck(z.tuple([z.number(), z.number()])),
          reply: plainValues,
        }),
        name: outgoingCallWithArguments({
          input: zodCheck(z.tuple([])),
          output: zodCheck(z.string()),
          reply: plainValue,
        }),
      },
      emit: {
        move: outgoingEvent(zodCheck(move), argumentList(2)),
        poke: outgoingEvent(zodCheck(z.string())),
      },
      on: { moved: incomingEvent(zodCheck(z.tuple([z.string(), z.number()])), argumentList(2)) },
      handle: {
        choose: incomingCall({
          input: zodCheck(z.tuple([z.string(), z.string().optional()])),
          output: zodCheck(z.string()),
          args: argumentList(2),
          reply: plainValue,
        }),
        span: incomingCall({
          input: zodCheck(z.tuple([z.number()])),
          output: zodCheck(z.tuple([z.number(), z.number()])),
          args: argumentList(1),
          reply: plainValues,
        }),
      },
    },
    url,
    { onError: (report) => reports.push(report) },
  );
}

test("arguments leave each on its own, in order with all else", async () => {
  const socket = await server.socket();
  const heard: unknown[][] = [];
  socket.onAny((...values: unknown[]) => heard.push(values));
  client.emit.poke("first");
  client.emit.move("rook", 3);
  client.emit.move("king");
  client.emit.poke("last");
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(["poke", "last"]), waitOptions);
  expect(heard).toEqual([
    ["poke", "first"],
    ["move", "rook", 3],
    ["move", "king"],
    ["poke", "last"],
  ]);
});

test("a call settles with what a plain acknowledgement carries", async () => {
  const socket = await server.socket();
  socket.on("find", (piece: string, x: number, answer: (...values: unknown[]) => void) =>
    answer(piece.length, x),
  );
  socket.on("name", (answer: (...values: unknown[]) => void) => answer("hand"));
  expect(await client.call.find("rook", 3)).toEqual([4, 3]);
  expect(await client.call.name()).toBe("hand");
  expect(await client.call.name.safe()).toEqual({ ok: true, value: "hand" });
});

test.each([
  ["too few values", [4]],
  ["too many", [4, 3, 2]],
  ["one of another type", [4, "3"]],
  ["a reply object", [{ ok: true, value: [4, 3] }]],
])("an acknowledgement that breaks the contract is `bad_output`: %s", async (_what, values) => {
  const socket = await server.socket();
  socket.on("find", (_piece: string, _x: number, answer: (...given: unknown[]) => void) => answer(...values));
  await expect(client.call.find("rook", 3)).rejects.toMatchObject({ code: "bad_output", mayHaveRun: true });
});

test("a call that is not answered ends at the deadline that it was given", async () => {
  const late = client.call.find.with({ timeoutMs: 20 });
  await expect(late("rook", 3)).rejects.toMatchObject({ code: "timeout", mayHaveRun: true });
  const result = await client.call.find.with({ timeoutMs: 20 }).safe("rook");
  expect(result).toMatchObject({ ok: false, error: { code: "timeout" } });
});

test("a call is withdrawn by its signal, without a mark among its arguments", async () => {
  const socket = await server.socket();
  const heard: unknown[][] = [];
  socket.onAny((...values: unknown[]) => heard.push(values.slice(0, -1)));
  const abort = new AbortController();
  const call = client.call.find.with({ signal: abort.signal })("rook", 3);
  await vi.waitFor(() => expect(heard).toEqual([["find", "rook", 3]]), waitOptions);
  abort.abort();
  await expect(call).rejects.toMatchObject({ code: "aborted" });
});

test("listeners are called with each argument on its own, and loops and waits get the list", async () => {
  const socket = await server.socket();
  const heard: unknown[][] = [];
  const stop = client.on.moved((piece, x) => heard.push([piece, x]));
  const next = client.on.moved.once();
  const loop = client.on.moved.iterate();
  socket.emit("moved", "rook", "three");
  socket.emit("moved", "rook", 3);
  expect(await next).toEqual(["rook", 3]);
  expect((await loop.next()).value).toEqual(["rook", 3]);
  expect(heard).toEqual([["rook", 3]]);
  expect(reports).toMatchObject([{ kind: "bad_event", member: "moved" }]);
  stop();
});

test("handlers have each declared argument in its place, and answer plainly", async () => {
  const socket = await server.socket();
  const given: unknown[] = [];
  client.handle.choose((first, second, { signal }) => {
    given.push(second, signal.aborted);
    return first;
  });
  client.handle.span((from) => [from, from + 1]);
  expect(await socket.emitWithAck("choose", "a")).toBe("a");
  expect(given).toEqual([undefined, false]);
  const values = await new Promise((resolve) => {
    socket.emit("span", 4, (...answer: unknown[]) => resolve(answer));
  });
  expect(values).toEqual([4, 5]);
});

test("a call of the server that fails is reported and not answered", async () => {
  const socket = await server.socket();
  client.handle.choose(() => {
    throw new Error("cannot choose");
  });
  const answers: unknown[] = [];
  socket.emit("choose", "a", (...values: unknown[]) => answers.push(values));
  socket.emit("span", "four", (...values: unknown[]) => answers.push(values));
  await vi.waitFor(() => expect(reports).toHaveLength(2), waitOptions);
  client.handle.span((from) => [from, from]);
  socket.emit("span", 4, (...values: unknown[]) => answers.push(values));
  await vi.waitFor(() => expect(answers).toEqual([[4, 4]]), waitOptions);
  expect(reports.map(({ kind, member }) => [kind, member]).sort()).toEqual([
    ["bad_event", "span"],
    ["handler", "choose"],
  ]);
});

test("the number that a server which recovers connections puts behind arguments is none of them", async () => {
  const recovering = await startPlainServer({ connectionStateRecovery: {} });
  onTestFinished(() => recovering.close());
  const other = connectTo(recovering.url);
  onTestFinished(() => other.close());
  await other.whenConnected();
  const next = other.on.moved.once({ timeoutMs: 5_000 });
  (await recovering.socket()).emit("moved", "rook", 3);
  expect(await next).toEqual(["rook", 3]);
});
