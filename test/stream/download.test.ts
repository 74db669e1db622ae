import { describe, expect, it, vi } from "vitest";
import { cutConnections, type Handlers, startStudio, strokeAt, waitOptions } from "./start-studio.js";

/** History without end, which notes down how it ends. */
const endless = (notes: string[], onAsked: () => void = () => undefined): Handlers["history"] =>
  async function* () {
    try {
      for (let x = 0; ; x++) {
        onAsked();
        yield strokeAt(x);
      }
    } finally {
      notes.push("server's finally");
    }
  };
const lobby = { board: "lobby", count: 0 };

describe.each(["polling", "websocket"] as const)("a download over %s", (transport) => {
  const connect = { transports: [transport] };

  it("hands out every item in order, then the result", async () => {
    const { client } = await startStudio({
      connect,
      handlers: () => ({
        async *history({ count }) {
          for (let x = 0; x < count; x++) yield strokeAt(x);
          return { total: BigInt(count) };
        },
      }),
    });

    const history = client.stream.history({ board: "lobby", count: 1_000 });
    const seen = [];
    for await (const stroke of history) seen.push(stroke);

    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, x) => strokeAt(x)));
    expect(await history.result).toEqual({ total: 1_000n });
  });

  it("runs the handler's `finally` as soon as the loop is left", async () => {
    const { client, notes } = await startStudio({
      connect,
      handlers: (notes) => ({ history: endless(notes) }),
    });
    const history = client.stream.history(lobby);
    for await (const { x } of history) if (x === 50) break;

    await vi.waitFor(() => expect(notes).toEqual(["server's finally"]), waitOptions);
    await expect(history.result).rejects.toMatchObject({ code: "aborted" });
    expect(await history.next()).toEqual({ done: true, value: undefined });
  });

  it("ends with `disconnected` on both sides when the connection is cut", async () => {
    const { app, client, notes } = await startStudio({
      connect,
      handlers: (notes) => ({ history: endless(notes) }),
    });
    const read = async () => {
      for await (const { x } of client.stream.history(lobby)) {
        if (x === 50) cutConnections(app);
      }
    };

    await expect(read()).rejects.toMatchObject({ code: "disconnected", mayHaveRun: true });
    await vi.waitFor(() => expect(notes).toEqual(["server's finally"]), waitOptions);
  });
});

describe("a download", () => {
  it("asks the handler for no more than a window ahead of a slow reader", async () => {
    let asked = 0;
    let read = 0;
    let furthest = 0;
    const { client } = await startStudio({
      handlers: (notes) => ({
        history: endless(notes, () => {
          furthest = Math.max(furthest, ++asked - read);
        }),
      }),
    });
    for await (const _stroke of client.stream.history(lobby)) {
      if (++read === 100) break;
      // There and back: the server has sent whatever it may by then.
      await client.stream.draw("lobby", []);
    }

    // The first window, and the items between two grants that cross on the wire.
    expect(furthest).toBeGreaterThan(8);
    expect(furthest).toBeLessThanOrEqual(16 + 1);
  });

  it("asks the handler for nothing more while nobody reads", async () => {
    let asked = 0;
    const { client, notes } = await startStudio({
      handlers: (notes) => ({ history: endless(notes, () => asked++) }),
    });
    const history = client.stream.history(lobby);
    await vi.waitFor(() => expect(asked).toBe(16), waitOptions);
    // Another stream runs to its end meanwhile, so the first one has had its time.
    for await (const _text of client.stream.echo(Array.from({ length: 500 }, String)));

    expect(asked).toBe(16);
    await history.return();
    await vi.waitFor(() => expect(notes).toEqual(["server's finally"]), waitOptions);
  });

  it("hands out what came before a declared error, then throws it with its data", async () => {
    const { client } = await startStudio({
      handlers: () => ({
        async *history(_input, context) {
          yield strokeAt(1);
          yield strokeAt(2);
          throw context.error.NoBoard({ nearest: "attic" });
        },
      }),
    });
    const seen: number[] = [];
    const read = async () => {
      for await (const { x } of client.stream.history(lobby)) seen.push(x);
    };

    await expect(read()).rejects.toMatchObject({ code: "NoBoard", data: { nearest: "attic" } });
    expect(seen).toEqual([1, 2]);
  });

  it("tells a safe loop of nothing but its end, and its result of the failure", async () => {
    const { client } = await startStudio({
      handlers: () => ({
        async *history(_input, context) {
          yield strokeAt(1);
          throw context.error.Locked();
        },
      }),
    });
    const history = client.stream.history.safe(lobby);
    const seen: number[] = [];
    for await (const { x } of history) seen.push(x);

    expect(seen).toEqual([1]);
    const outcome = await history.result;
    expect(outcome).toMatchObject({ ok: false, error: { code: "Locked" } });
  });

  it("ends with `bad_output` at an item that breaks the contract, and logs where", async () => {
    const { client, notes, log } = await startStudio({
      handlers: (notes) => ({
        async *history() {
          try {
            yield strokeAt(1);
            yield { ...strokeAt(2), y: "high" as never };
            yield strokeAt(3);
          } finally {
            notes.push("server's finally");
          }
          return { total: 0n };
        },
      }),
    });
    const history = client.stream.history(lobby);

    expect(await history.next()).toEqual({ done: false, value: strokeAt(1) });
    await expect(history.next()).rejects.toMatchObject({ code: "bad_output" });
    expect(notes).toEqual(["server's finally"]);
    expect(log.find(({ level }) => level === 50)).toMatchObject({ issues: [{ path: ["y"] }] });
  });

  it("masks what a handler throws, and says under which incident it is logged", async () => {
    const { client, log } = await startStudio({
      handlers: () => ({
        // biome-ignore lint/correctness/useYield: it fails before
        async *history() {
          throw new Error("secret");
        },
      }),
    });
    const failure = await client.stream.history.safe(lobby).result;

    expect(JSON.stringify(failure)).not.toContain("secret");
    const incident = log.find(({ level }) => level === 50)?.incident;
    expect(failure).toMatchObject({ error: { code: "internal", data: { incident } } });
  });

  it("is refused before anything leaves when its input breaks the contract", async () => {
    const { client, log } = await startStudio();
    const refused = client.stream.history({ board: "lobby", count: -1 });

    await expect(refused.next()).rejects.toMatchObject({ code: "bad_input", issues: [{ path: ["count"] }] });
    await expect(refused.result).rejects.toMatchObject({ code: "bad_input" });
    for await (const _text of client.stream.echo([]));
    expect(log.filter(({ msg }) => msg.includes("refused"))).toEqual([]);
  });

  it("ends at once with its signal, and drops what nobody has read", async () => {
    const { client, notes } = await startStudio({ handlers: (notes) => ({ history: endless(notes) }) });
    const controller = new AbortController();
    const history = client.stream.history(lobby, { signal: controller.signal });
    await history.next();
    controller.abort();

    await expect(history.next()).rejects.toMatchObject({ code: "aborted" });
    await vi.waitFor(() => expect(notes).toEqual(["server's finally"]), waitOptions);
    const late = client.stream.history(lobby, { signal: controller.signal });
    await expect(late.next()).rejects.toMatchObject({ code: "aborted", mayHaveRun: false });
  });

  it("aborts the signal of a handler that waits", async () => {
    const { client, notes } = await startStudio({
      handlers: (notes) => ({
        async *history(_input, { signal }) {
          yield strokeAt(1);
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          notes.push(signal.reason.code);
          return { total: 0n };
        },
      }),
    });
    for await (const _stroke of client.stream.history(lobby)) break;

    await vi.waitFor(() => expect(notes).toEqual(["aborted"]), waitOptions);
  });

  it("ends with `timeout` when the handler is silent for longer than the contract allows", async () => {
    const { client, notes } = await startStudio({
      handlers: (notes) => ({
        async *ticks({ signal }) {
          yield 1;
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          notes.push(signal.reason.code);
        },
      }),
    });
    const ticks = client.stream.ticks();

    expect(await ticks.next()).toEqual({ done: false, value: 1 });
    await expect(ticks.next()).rejects.toMatchObject({ code: "timeout" });
    await vi.waitFor(() => expect(notes).toEqual(["timeout"]), waitOptions);
  });

  it("does not take a slow reader for silence", async () => {
    let opened = 0;
    const { client } = await startStudio({
      handlers: () => ({
        async *ticks({ signal }) {
          if (++opened === 2) await new Promise((resolve) => signal.addEventListener("abort", resolve));
          for (let tick = 0; tick < 40; tick++) yield tick;
        },
      }),
    });
    const held = client.stream.ticks();
    await held.next();
    // Opened later, and silent for as long as the contract allows: the first one has been held back for longer.
    await expect(client.stream.ticks().next()).rejects.toMatchObject({ code: "timeout" });
    let last = 0;
    for await (const tick of held) last = tick;
    expect(last).toBe(39);
  });

  it("takes anything that can be iterated from a handler, and nothing else", async () => {
    const { client, log } = await startStudio({
      handlers: () => ({ ticks: () => [1, 2, 3] as never, history: () => 7 as never }),
    });
    const seen: number[] = [];
    for await (const tick of client.stream.ticks()) seen.push(tick);

    expect(seen).toEqual([1, 2, 3]);
    await expect(client.stream.history(lobby).next()).rejects.toMatchObject({ code: "internal" });
    expect(JSON.stringify(log)).toContain("returned no items");
  });

  it("waits for the connection when it is opened before there is one", async () => {
    const { client } = await startStudio({
      connect: { autoConnect: false },
      handlers: () => ({
        async *ticks() {
          yield 7;
        },
      }),
    });
    expect(() => client.stream.ticks()).not.toThrow();
    await expect(client.stream.ticks().next()).rejects.toMatchObject({ code: "disconnected" });
    client.connect();
    expect(await client.stream.ticks().next()).toEqual({ done: false, value: 7 });
  });

  it("ends with the client's close", async () => {
    const { client, notes } = await startStudio({ handlers: (notes) => ({ history: endless(notes) }) });
    const history = client.stream.history(lobby);
    await history.next();
    client.close();

    await expect(history.result).rejects.toMatchObject({ code: "disconnected" });
    await vi.waitFor(() => expect(notes).toEqual(["server's finally"]), waitOptions);
  });
});
