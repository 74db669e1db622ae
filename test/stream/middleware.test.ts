import { describe, expect, it, vi } from "vitest";
import { type MemberRun, middleware, WireError } from "wirepact/server";
import { type Handlers, startStudio, strokeAt } from "./start-studio.js";

/** A studio within a middleware that notes down, among what its handlers do, when it runs. */
async function startWatched(handlers: (notes: string[]) => Partial<Handlers>) {
  const seen: unknown[] = [];
  const notes: string[] = [];
  const watch = middleware({
    name: "watch",
    before(_context, run: MemberRun) {
      notes.push("before");
      seen.push(run);
    },
    after: () => void notes.push("after"),
    error: () => void notes.push("error"),
  });
  const { client } = await startStudio({ handlers: () => handlers(notes), options: { use: [watch] } });
  return { client, notes, seen };
}

describe("middleware around a handler that sends items", () => {
  it("is through before the first item is made, and hears nothing of the end", async () => {
    const { client, notes, seen } = await startWatched((notes) => ({
      async *history({ count }) {
        notes.push("begins");
        for (let x = 0; x < count; x++) yield strokeAt(x);
        notes.push("ends");
        return { total: BigInt(count) };
      },
    }));

    const history = client.stream.history({ board: "lobby", count: 2 });
    for await (const { x } of history) notes.push(`item ${x}`);
    await history.result;

    expect(notes.slice(0, 3)).toEqual(["before", "after", "begins"]);
    expect(notes.filter((note) => !note.startsWith("item"))).toEqual(["before", "after", "begins", "ends"]);
    expect(seen).toEqual([
      { channel: "studio", member: "history", kind: "stream", input: { board: "lobby", count: 2 } },
    ]);
  });

  it("does not hear of what the generator throws", async () => {
    const { client, notes } = await startWatched(() => ({
      async *history(_input, context) {
        yield strokeAt(0);
        throw context.error.NoBoard({ nearest: "attic" });
      },
    }));

    const history = client.stream.history({ board: "lobby", count: 1 });
    await expect(history.result).rejects.toMatchObject({ code: "NoBoard" });

    expect(notes).toEqual(["before", "after"]);
  });

  it("refuses the stream in `before`, and the handler does not run", async () => {
    const history = vi.fn<Handlers["history"]>();
    const closed = middleware({
      name: "closed",
      before() {
        throw new WireError("unauthorized", "The studio is closed.");
      },
    });
    const { client } = await startStudio({ handlers: () => ({ history }), options: { use: [closed] } });

    const stream = client.stream.history({ board: "lobby", count: 1 });
    await expect(stream.result).rejects.toMatchObject({ code: "unauthorized" });

    expect(history).not.toHaveBeenCalled();
  });
});

describe("middleware around a handler that only takes items", () => {
  it("runs `after` when the items have been read and the result is there", async () => {
    const { client, notes } = await startWatched((notes) => ({
      async draw(_board, items) {
        for await (const { x } of items) notes.push(`item ${x}`);
        return 2;
      },
    }));

    expect(await client.stream.draw("lobby", [strokeAt(0), strokeAt(1)])).toBe(2);

    expect(notes).toEqual(["before", "item 0", "item 1", "after"]);
  });

  it("runs `error` when the handler throws in the middle", async () => {
    const { client, notes } = await startWatched(() => ({
      async draw(_board, items, context) {
        for await (const _stroke of items) throw context.error.NoBoard({ nearest: "attic" });
        return 0;
      },
    }));

    await expect(client.stream.draw("lobby", [strokeAt(0)])).rejects.toMatchObject({ code: "NoBoard" });

    expect(notes).toEqual(["before", "error"]);
  });
});
