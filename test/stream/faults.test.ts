import { expect, it, vi } from "vitest";
import type { WireError } from "wirepact/client";
import { count, cutConnections, notedItems, startStudio, strokeAt, waitOptions } from "./start-studio.js";

it.each(["polling", "websocket"] as const)(
  "ends every stream once on both sides while the connection over %s is cut again and again",
  async (transport) => {
    let opened = 0;
    let finished = 0;
    const { app, client, notes } = await startStudio({
      connect: { transports: [transport], reconnectionDelayMs: 1, reconnectionDelayMaxMs: 5 },
      handlers: () => ({
        async *history({ count: strokes }) {
          const mine = ++opened;
          try {
            for (let x = 0; x < strokes; x++) {
              if (mine % 10 === 7 && x === 30) cutConnections(app);
              yield strokeAt(x);
            }
            return { total: BigInt(strokes) };
          } finally {
            finished++;
          }
        },
        async draw(_board, items) {
          const mine = ++opened;
          let read = 0;
          try {
            for await (const _stroke of items) {
              if (mine % 10 === 3 && read === 30) cutConnections(app);
              if (++read === 60) break;
            }
            return read;
          } finally {
            finished++;
          }
        },
      }),
    });
    const outcomes: (bigint | number | string)[] = [];
    let sources = 0;
    const down = async () => {
      const history = client.stream.history({ board: "lobby", count: 60 });
      let next = 0;
      for await (const { x } of history) expect(x).toBe(next++);
      return (await history.result).total;
    };
    const up = () => {
      const strokes = async function* () {
        sources++;
        for await (const x of notedItems(notes, count())) yield strokeAt(x);
      };
      return client.stream.draw("lobby", strokes());
    };
    let started = 0;
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        while (started < 120) {
          const outcome = ++started % 2 === 0 ? down() : up();
          outcomes.push(await outcome.catch((error: WireError) => error.code));
        }
      }),
    );

    expect(outcomes.length).toBeGreaterThanOrEqual(120);
    expect(new Set(outcomes)).toEqual(new Set([60n, 60, "disconnected"]));
    // Each source that was asked for an item was let go of, and each handler came to its end.
    await vi.waitFor(() => expect(notes).toHaveLength(sources), waitOptions);
    await vi.waitFor(() => expect(finished).toBe(opened), waitOptions);
  },
);
