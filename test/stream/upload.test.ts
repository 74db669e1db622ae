import { describe, expect, it, vi } from "vitest";
import { WireError } from "wirepact/client";
import { count, cutConnections, notedItems, startStudio, strokeAt, waitOptions } from "./start-studio.js";

/** Strokes without end, which note down how often they were asked for one and how they end. */
async function* strokes(notes: string[], onAsked: () => void = () => undefined) {
  for await (const x of notedItems(notes, count())) {
    onAsked();
    yield strokeAt(x);
  }
}

describe.each(["polling", "websocket"] as const)("an upload over %s", (transport) => {
  const connect = { transports: [transport] };

  it("brings every item in order, and the handler's result back", async () => {
    const seen: number[] = [];
    const { client } = await startStudio({
      connect,
      handlers: () => ({
        async draw(board, items) {
          for await (const { x } of items) seen.push(x);
          return board.length;
        },
      }),
    });
    const result = await client.stream.draw(
      "lobby",
      Array.from({ length: 1_000 }, (_, x) => strokeAt(x)),
    );

    expect(result).toBe(5);
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, x) => x));
  });

  it("carries bytes as they are", async () => {
    const seen: Uint8Array[] = [];
    const { client } = await startStudio({
      connect,
      handlers: () => ({
        async scribble(items) {
          for await (const bytes of items) seen.push(bytes);
        },
      }),
    });
    const sent = [new Uint8Array(0), Uint8Array.of(1, 2, 3), new Uint8Array(90_000).fill(7)];
    await client.stream.scribble(sent);

    expect(seen.map((bytes) => [...bytes])).toEqual(sent.map((bytes) => [...bytes]));
  });

  it("ends with `disconnected` on both sides when the connection is cut, and each `finally` runs", async () => {
    const { app, client, notes } = await startStudio({
      connect,
      handlers: (notes) => ({
        async draw(_board, items, { signal }) {
          try {
            for await (const { x } of items) {
              if (x === 50) cutConnections(app);
            }
            return 0;
          } finally {
            notes.push(`server's finally: ${signal.reason.code}`);
          }
        },
      }),
    });

    await expect(client.stream.draw("lobby", strokes(notes))).rejects.toMatchObject({ code: "disconnected" });
    await vi.waitFor(
      () => expect(notes.sort()).toEqual(["client's finally", "server's finally: disconnected"]),
      waitOptions,
    );
  });
});

describe("an upload", () => {
  it("asks its source for no more than a window ahead of a slow handler", async () => {
    let asked = 0;
    let furthest = 0;
    const other = await startStudio();
    const roundTrip = () => other.client.stream.scribble([]);
    const { client, notes } = await startStudio({
      handlers: () => ({
        async draw(_board, items) {
          let read = 0;
          for await (const _stroke of items) {
            furthest = Math.max(furthest, asked - ++read);
            // There and back: the client has sent whatever it may by then.
            await roundTrip();
            if (read === 200) break;
          }
          return read;
        },
      }),
    });

    expect(
      await client.stream.draw(
        "lobby",
        strokes(notes, () => asked++),
      ),
    ).toBe(200);
    expect(furthest).toBeGreaterThan(8);
    // A window, and what crossed on the wire; the handler is slow, so the window stays narrow.
    expect(furthest).toBeLessThanOrEqual(16 + 1);
    expect(notes).toEqual(["client's finally"]);
  });

  it("asks its source for nothing before the server has taken the stream", async () => {
    let asked = 0;
    const { client, notes } = await startStudio({
      handlers: () => ({
        draw(_board, _items, context) {
          throw context.error.NoBoard({ nearest: "attic" });
        },
      }),
    });
    const refused = client.stream.draw.safe(
      "nowhere",
      strokes(notes, () => asked++),
    );

    expect(await refused).toMatchObject({
      ok: false,
      error: { code: "NoBoard", data: { nearest: "attic" } },
    });
    expect(asked).toBe(0);
  });

  it("rejects with `bad_input` at an item that breaks the contract, which never leaves", async () => {
    const seen: number[] = [];
    const { client, notes } = await startStudio({
      handlers: (notes) => ({
        async draw(_board, items) {
          try {
            for await (const { x } of items) seen.push(x);
          } catch (error) {
            notes.push(String(error instanceof Error && "code" in error && error.code));
          }
          return 0;
        },
      }),
    });
    const items = [strokeAt(1), { ...strokeAt(2), y: "high" as never }, strokeAt(3)];

    const outcome = client.stream.draw("lobby", items);
    await expect(outcome).rejects.toMatchObject({ code: "bad_input", issues: [{ path: ["y"] }] });
    await vi.waitFor(() => expect(notes).toEqual(["aborted"]), waitOptions);
    expect(seen).toEqual([1]);
  });

  it("rejects with `aborted` when its items fail, and the cause is theirs", async () => {
    const { client, notes } = await startStudio({
      handlers: (notes) => ({
        async draw(_board, items, { signal }) {
          try {
            for await (const _stroke of items);
            return 0;
          } catch (error) {
            notes.push(error === signal.reason ? "left" : String(error));
            throw error;
          }
        },
      }),
    });
    const cause = new Error("the pen is empty");
    const failing = async function* () {
      yield strokeAt(1);
      throw cause;
    };

    await expect(client.stream.draw("lobby", failing())).rejects.toMatchObject({ code: "aborted", cause });
    await vi.waitFor(() => expect(notes).toEqual(["left"]), waitOptions);
  });

  it("refuses an item that is larger than a packet may be", async () => {
    const { client } = await startStudio({
      options: { maxHttpBufferSize: 10_000 },
      handlers: () => ({
        async scribble(items) {
          for await (const _bytes of items);
        },
      }),
    });
    const outcome = client.stream.scribble([new Uint8Array(20_000)]);

    await expect(outcome).rejects.toMatchObject({ code: "too_large" });
    expect(client.state.value.status).toBe("connected");
  });

  it("ends with its signal, and each `finally` runs", async () => {
    const controller = new AbortController();
    const { client, notes } = await startStudio({
      handlers: (notes) => ({
        async draw(_board, items) {
          try {
            for await (const { x } of items) if (x === 20) controller.abort();
            return 0;
          } finally {
            notes.push("server's finally");
          }
        },
      }),
    });
    const outcome = client.stream.draw("lobby", strokes(notes), { signal: controller.signal });

    await expect(outcome).rejects.toMatchObject({ code: "aborted" });
    await vi.waitFor(
      () => expect(notes.sort()).toEqual(["client's finally", "server's finally"]),
      waitOptions,
    );
  });

  it("is refused as `overloaded` when the client has as many streams open as it may", async () => {
    const { client } = await startStudio({
      options: { maxStreams: 2 },
      handlers: () => ({
        async *ticks() {
          yield 1;
          yield 2;
        },
      }),
    });
    const held = [client.stream.echo(["a"]), client.stream.echo(["a"])];
    const refused = await client.stream.ticks.safe().result;
    expect(refused).toMatchObject({ ok: false, error: { code: "overloaded", mayHaveRun: false } });

    for (const echo of held) for await (const _text of echo);
    const ticks = client.stream.ticks();
    for await (const _tick of ticks);
    await expect(ticks.result).resolves.toBeUndefined();
  });
});

describe("a stream of both directions", () => {
  it("stops the client's items when the reader of the server's is slow", async () => {
    let asked = 0;
    const { client } = await startStudio();
    const texts = function* () {
      for (;;) {
        asked++;
        yield "x";
      }
    };
    const echo = client.stream.echo(texts());
    await echo.next();
    for await (const _text of client.stream.echo(Array.from({ length: 500 }, String)));

    // A window on the way there, and one on the way back.
    expect(asked).toBeLessThanOrEqual(2 * 16 + 2);
    await echo.return();
  });

  it("ends the client's items when the loop is left", async () => {
    const { client, notes } = await startStudio();
    const texts = async function* () {
      for await (const number of notedItems(notes, count())) yield String(number);
    };
    for await (const text of client.stream.echo(texts())) if (text === "100") break;

    await vi.waitFor(() => expect(notes).toEqual(["client's finally"]), waitOptions);
  });

  it("throws a WireError where the client's items fail", async () => {
    const { client } = await startStudio();
    const failing = function* () {
      yield "a";
      throw new Error("no more");
    };
    const read = async () => {
      for await (const _text of client.stream.echo(failing()));
    };
    await expect(read()).rejects.toBeInstanceOf(WireError);
  });
});
