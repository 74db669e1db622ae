import { io, type Socket } from "socket.io-client";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AnswerStore, memoryAnswers, WireError } from "wirepact/server";
import { startTill, type TillHandlers, tillDefinition } from "../faults/till.js";
import { happens, until } from "./start-arena.js";

const caller = "0123456789abcdef";

/** A plain client, connected; closed with the test. */
async function join(port: number): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}/till`, {
    forceNew: true,
    transports: ["websocket"],
    reconnection: false,
  });
  onTestFinished(() => {
    socket.close();
  });
  await happens(socket, "connect");
  return socket;
}

/** A handler that waits to be told, and what it was told with. */
function heldHandler() {
  const signals: AbortSignal[] = [];
  let finish: (value: unknown) => void = () => {};
  const charge: TillHandlers["charge"] = (_input, { signal }) => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      finish = resolve;
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  return { charge, signals, finish: (value: unknown) => finish(value) };
}

const once = (number: number, settledBelow = 0, name = "charge", payload: unknown = { order: number }) => [
  caller,
  number,
  settledBelow,
  name,
  payload,
];

describe("an idempotent call", () => {
  it("runs once and is answered alike when it comes again, on whatever connection", async () => {
    let runs = 0;
    const { port } = await startTill({ charge: () => `run ${++runs}` });
    const first = await join(port);
    expect(await first.emitWithAck("$once", once(0))).toEqual({ ok: true, value: "run 1" });
    expect(await first.emitWithAck("$once", once(0))).toEqual({ ok: true, value: "run 1" });
    first.close();
    const second = await join(port);
    expect(await second.emitWithAck("$once", once(0))).toEqual({ ok: true, value: "run 1" });
    expect(await second.emitWithAck("$once", once(1))).toEqual({ ok: true, value: "run 2" });
  });

  it("goes on when its connection is lost, and answers the repeat that waits for it", async () => {
    const { charge, signals, finish } = heldHandler();
    const { port } = await startTill({ charge });
    const first = await join(port);
    first.emit("$once", once(0), () => {});
    await until(() => signals.length === 1);
    first.close();
    const second = await join(port);
    const answers = Promise.all([second.emitWithAck("$once", once(0)), second.emitWithAck("$once", once(0))]);
    // What came behind the repeats has been answered: they wait.
    expect(await second.emitWithAck("look", { order: 7 })).toEqual({ ok: true, value: "order 7" });
    finish("paid");
    expect(await answers).toEqual([
      { ok: true, value: "paid" },
      { ok: true, value: "paid" },
    ]);
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(false);
  });

  it("is ended by its deadline, which answers the repeats as well and is remembered", async () => {
    const { charge, signals } = heldHandler();
    const { port } = await startTill({ charge }, {}, withTimeout(30));
    const first = await join(port);
    first.emit("$once", once(0), () => {});
    await until(() => signals.length === 1);
    first.close();
    const second = await join(port);
    for (const _ of [1, 2]) {
      const answer = await second.emitWithAck("$once", once(0));
      expect(answer).toMatchObject({ ok: false, error: { code: "timeout" } });
    }
    expect(signals).toHaveLength(1);
    expect(signals[0]?.reason).toMatchObject({ code: "timeout" });
  });

  it("is withdrawn by whoever waits for it", async () => {
    const { charge, signals } = heldHandler();
    const { port } = await startTill({ charge });
    const [first, second] = [await join(port), await join(port)];
    const early = first.emitWithAck("$once", once(0));
    await until(() => signals.length === 1);
    const late = second.emitWithAck("$once", once(0), { cancelId: 5 });
    second.emit("$cancel", 5);
    expect(await late).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect(await early).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect(signals[0]?.reason).toMatchObject({ code: "aborted" });
  });

  it("is remembered where it failed, unless nothing ran", async () => {
    const outcomes = [
      () => {
        throw new WireError("overloaded", "Come again.");
      },
      (declined: () => WireError) => {
        throw declined();
      },
    ];
    let runs = 0;
    const { port } = await startTill({
      charge: (_input, { error }) => outcomes[runs++]?.(() => error.Declined({ why: "no money" })),
    });
    const socket = await join(port);
    expect(await socket.emitWithAck("$once", once(0))).toMatchObject({ error: { code: "overloaded" } });
    for (const _ of [1, 2]) {
      expect(await socket.emitWithAck("$once", once(0))).toMatchObject({
        error: { code: "Declined", data: { why: "no money" } },
      });
    }
    expect(runs).toBe(2);
  });

  it("may leave its input out, and may be answered with bytes", async () => {
    const inputs: unknown[] = [];
    const { port } = await startTill({
      print(input) {
        inputs.push(input);
        return { pages: [new Uint8Array([1, 2, 3])] };
      },
    });
    const socket = await join(port);
    for (const _ of [1, 2]) {
      const answer = await socket.emitWithAck("$once", [caller, 0, 0, "print"]);
      expect(answer).toEqual({ ok: true, value: { pages: [Buffer.from([1, 2, 3])] } });
    }
    expect(inputs).toEqual([undefined]);
  });

  it("is a call like any other under its own name", async () => {
    const { charge, signals } = heldHandler();
    const { port } = await startTill({ charge });
    const socket = await join(port);
    socket.emit("charge", { order: 1 }, () => {});
    await until(() => signals.length === 1);
    socket.close();
    await until(() => signals[0]?.aborted === true);
  });

  it.each([
    ["no list", "charge", "bad_input"],
    ["a key that can be guessed", ["short", 0, 0, "charge", { order: 1 }], "bad_input"],
    ["a number that is none", [caller, -1, 0, "charge", { order: 1 }], "bad_input"],
    ["settled calls that are still to come", [caller, 1, 2, "charge", { order: 1 }], "bad_input"],
    ["a payload too many", [caller, 0, 0, "charge", { order: 1 }, 2], "bad_input"],
    ["a payload that breaks the contract", [caller, 0, 0, "charge", { order: "1" }], "bad_input"],
    ["a call that is not idempotent", [caller, 0, 0, "look", { order: 1 }], "bad_input"],
    ["a name that the contract does not have", [caller, 0, 0, "__proto__", { order: 1 }], "not_found"],
  ])("is refused with %s", async (_what, payload, code) => {
    const { port } = await startTill({});
    const socket = await join(port);
    expect(await socket.emitWithAck("$once", payload)).toMatchObject({ ok: false, error: { code } });
    expect(await socket.emitWithAck("$once", once(0))).toMatchObject({ ok: true });
  });

  it("is refused when its caller has settled it: a frame that comes late does not run it again", async () => {
    let runs = 0;
    const { port } = await startTill({ charge: () => `run ${++runs}` });
    const socket = await join(port);
    await socket.emitWithAck("$once", once(0));
    await socket.emitWithAck("$once", once(1, 1));
    expect(await socket.emitWithAck("$once", once(0))).toMatchObject({ error: { code: "bad_input" } });
    expect(runs).toBe(2);
  });
});

describe("a store of answers", () => {
  it("that processes share makes a call run once in all of them", async () => {
    const shared = memoryAnswers();
    // As a store behind a network is: it answers later.
    const answers: AnswerStore = {
      claim: async (call) => shared.claim(call),
      keep: async (call, answer) => shared.keep(call, answer),
      release: async (call) => shared.release(call),
    };
    const { charge, signals, finish } = heldHandler();
    const one = await startTill({ charge }, { answers });
    const other = await startTill({ charge }, { answers });
    const first = await join(one.port);
    first.emit("$once", once(0), () => {});
    await until(() => signals.length === 1);
    first.close();
    const second = await join(other.port);
    const answer = second.emitWithAck("$once", once(0));
    expect(await second.emitWithAck("look", { order: 7 })).toMatchObject({ ok: true });
    finish("paid");
    expect(await answer).toEqual({ ok: true, value: "paid" });
    expect(signals).toHaveLength(1);
  });

  it("that fails lets nothing run", async () => {
    let runs = 0;
    const claim = async () => {
      throw new Error("no connection");
    };
    const answers: AnswerStore = { claim, keep: () => {}, release: () => {} };
    const { port } = await startTill({ charge: () => `run ${++runs}` }, { answers });
    const socket = await join(port);
    expect(await socket.emitWithAck("$once", once(0))).toMatchObject({ error: { code: "overloaded" } });
    expect(runs).toBe(0);
  });

  it("in memory refuses rather than forgets before its time, and forgets what is settled", async () => {
    const { port } = await startTill({}, { answers: memoryAnswers({ maxCount: 2 }) });
    const socket = await join(port);
    for (const number of [0, 1]) {
      expect(await socket.emitWithAck("$once", once(number))).toMatchObject({ ok: true });
    }
    expect(await socket.emitWithAck("$once", once(2))).toMatchObject({
      error: { code: "overloaded", retryAfterMs: expect.any(Number) },
    });
    expect(await socket.emitWithAck("$once", once(2, 1))).toMatchObject({ ok: true });
    expect(await socket.emitWithAck("$once", once(1, 1))).toMatchObject({ ok: true });
  });
});

function withTimeout(timeoutMs: number): typeof tillDefinition {
  const { charge } = tillDefinition.clientToServer;
  if (charge?.kind !== "call") throw new Error("the till has no charge");
  return {
    ...tillDefinition,
    clientToServer: { ...tillDefinition.clientToServer, charge: { ...charge, timeoutMs } },
  };
}
