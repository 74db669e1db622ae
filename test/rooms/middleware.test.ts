import { describe, expect, expectTypeOf, test } from "vitest";
import { type MemberRun, type MiddlewareContext, middleware, WireError } from "wirepact/server";
import { type Guest, soon, startHall } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };

/** Notes what it runs around, and how that ends. */
function diary(name: string, pages: string[]) {
  return middleware({
    name,
    before: (_context, run: MemberRun) => void pages.push(`${name} ${run.kind} ${run.member}`),
    after: (_context, run) => void pages.push(`${name} after ${run.kind}`),
    error: (_context, run) => void pages.push(`${name} error ${run.kind}`),
  });
}

describe("middleware around what a client asks for about rooms", () => {
  test("runs for joining, telling, watching and leaving; the app's outermost", async () => {
    const pages: string[] = [];
    const hall = await startHall(
      {
        rooms: {
          table: {
            mayJoin: () => pages.push("mayJoin") > 0,
            presenceId: () => `id ${pages.push("presenceId")}`,
          },
          corner: { mayJoin: () => false },
        },
      },
      { use: [diary("app", pages)], ofChannel: [diary("own", pages)] },
    );
    const table = hall.enter("Ada").rooms.table(oak);
    await table.join();
    const joined = [
      "app join rooms.table",
      "own join rooms.table",
      "mayJoin",
      "own after join",
      "app after join",
    ];
    await soon(() => expect(pages.slice(0, 5)).toEqual(joined));
    await table.setPresence({ mood: "glad" });
    const told = pages.slice(pages.indexOf("app setPresence rooms.table"));
    // The client asks who is there when it is inside, whatever else it does.
    expect(told.filter((page) => !page.includes("watch"))).toEqual([
      "app setPresence rooms.table",
      "own setPresence rooms.table",
      "presenceId",
      "own after setPresence",
      "app after setPresence",
    ]);
    await soon(() => expect(pages).toContain("app after watch"));
    await table.leave();
    expect(pages.slice(-4)).toEqual([
      "app leave rooms.table",
      "own leave rooms.table",
      "own after leave",
      "app after leave",
    ]);
  });

  test("is told the family and the key, and of a refusal", async () => {
    const runs: MemberRun[] = [];
    const pages: string[] = [];
    const noting = middleware({ name: "noting", before: (_context, run) => void runs.push(run) });
    const hall = await startHall(
      { rooms: { table: { mayJoin: () => true }, corner: { mayJoin: () => false } } },
      { use: [noting, diary("app", pages)] },
    );
    const ada = hall.enter("Ada");
    await expect(ada.rooms.corner("dark").join()).rejects.toMatchObject({ code: "unauthorized" });
    expect(runs).toEqual([
      { channel: "hall", kind: "join", room: "corner", member: "rooms.corner", input: "dark" },
    ]);
    expect(pages).toEqual(["app join rooms.corner", "app error join"]);
    const table = ada.rooms.table(oak);
    await table.join();
    await table.setPresence({ mood: "glad" });
    expect(runs.find(({ kind }) => kind === "setPresence")?.input).toEqual({
      key: oak,
      data: { mood: "glad" },
    });
  });

  test.each([true, false])(
    "refuses ahead of `mayJoin`, and adds to its context (async: %s)",
    async (isAsync) => {
      const seen: unknown[] = [];
      const closed = middleware({
        name: "closed",
        before(context: MiddlewareContext<Guest>, run) {
          if (run.room === "corner") throw new WireError("unauthorized", "The corners are closed.");
          const added = { seat: context.session.guest.length };
          return isAsync ? Promise.resolve(added) : added;
        },
      });
      const see = (_key: unknown, context: object) => seen.push("seat" in context && context.seat) > 0;
      const hall = await startHall(
        { rooms: { table: { mayJoin: see }, corner: { mayJoin: see } } },
        { ofChannel: [closed] },
      );
      const ada = hall.enter("Ada");
      const refused = await ada.rooms.corner("a").join.safe();
      expect(!refused.ok && [refused.error.code, refused.error.message]).toEqual([
        "unauthorized",
        "The corners are closed.",
      ]);
      await ada.rooms.table(oak).join();
      expect(seen).toEqual([3]);
      expect(await hall.sockets.rooms.table(oak).count()).toBe(1);
    },
  );
});

test("`run.room` tells a room's run from a member's", () => {
  expectTypeOf<Extract<MemberRun, { room: string }>["kind"]>().toEqualTypeOf<
    "join" | "leave" | "setPresence" | "watch"
  >();
  expectTypeOf<Exclude<MemberRun, { room: string }>["kind"]>().toEqualTypeOf<"call" | "event" | "stream">();
});
