import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectWhiteboard, type WhiteboardClient } from "../../client/generated/whiteboard.js";
import { buildApp } from "../../server/app.js";
import { Boards } from "../../server/boards.js";
import type { Ink, Pen, StrokePart } from "../../server/generated/schemas.js";

const board = "plan";
const stroke = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const pen: Pen = { color: "red", width: 6 };
let app: FastifyInstance;
let clients: WhiteboardClient[] = [];

beforeEach(async () => {
  app = await buildApp();
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await app.close();
});

async function enter(name: string): Promise<WhiteboardClient> {
  const client = connectWhiteboard(app.listeningOrigin, { auth: { name } });
  clients.push(client);
  await client.rooms.board(board).join();
  return client;
}

async function history(client: WhiteboardClient): Promise<Ink[]> {
  const ink: Ink[] = [];
  for await (const each of client.stream.history({ board })) ink.push(each);
  return ink;
}

describe("the whiteboard's handlers", () => {
  test("show a stroke part by part to the others, and whole to whoever comes later", async () => {
    const [ada, grace] = [await enter("Ada"), await enter("Grace")];
    const seen: Ink[] = [];
    grace.on.inkDrawn((ink) => seen.push(ink));
    let next = () => {};
    const isSeen = new Promise<void>((resolve) => {
      next = resolve;
    });
    async function* parts(): AsyncGenerator<StrokePart> {
      yield { from: 0, points: [[1, 2]] };
      grace.on.inkDrawn(next);
      if (seen.length > 0) next();
      await isSeen;
      yield { from: 1, points: [[3, 4]] };
    }
    await ada.stream.draw({ board, stroke, pen }, parts());
    await expect.poll(() => seen.map(({ from }) => from)).toEqual([0, 1]);
    const all = { board, stroke, author: "Ada", pen, from: 0, points: [[1, 2], [3, 4]] }; // biome-ignore format: one stroke
    expect(await history(await enter("Edsger"))).toEqual([all]);
  });

  test("take a stroke up again from its first point, and draw nothing twice", async () => {
    const [ada, grace] = [await enter("Ada"), await enter("Grace")];
    const seen: Ink[] = [];
    grace.on.inkDrawn((ink) => seen.push(ink));
    await ada.stream.draw({ board, stroke, pen }, [{ from: 0, points: [[1, 2]] }]);
    await ada.stream.draw({ board, stroke, pen }, [{ from: 0, points: [[1, 2], [3, 4]] }]); // biome-ignore format: points
    await expect.poll(() => seen.map(({ points }) => points)).toEqual([[[1, 2]], [[3, 4]]]);
    const other = await grace.stream.draw.safe({ board, stroke, pen }, [{ from: 2, points: [[5, 6]] }]);
    expect(other).toMatchObject({ ok: false, error: { code: "StrokeGone", data: { stroke } } });
  });

  test("let nobody see or draw on a board that they are not at", async () => {
    const ada = await enter("Ada");
    await ada.rooms.board(board).leave();
    expect(await ada.stream.draw.safe({ board, stroke, pen }, [])).toMatchObject({
      error: { code: "NotAtTheBoard" },
    });
    expect(await ada.call.clear.safe({ board })).toMatchObject({ error: { code: "NotAtTheBoard" } });
    await expect(history(ada)).rejects.toMatchObject({ code: "NotAtTheBoard" });
  });

  test("clear the board, with the stroke that is being drawn", async () => {
    const [ada, grace] = [await enter("Ada"), await enter("Grace")];
    const cleared = ada.on.boardCleared.once();
    async function* parts(): AsyncGenerator<StrokePart> {
      yield { from: 0, points: [[1, 2]] };
      await grace.on.inkDrawn.once();
      await grace.call.clear({ board });
    }
    expect(await ada.stream.draw.safe({ board, stroke, pen }, parts())).toMatchObject({
      error: { code: "StrokeGone" },
    });
    expect(await cleared).toEqual({ board, by: "Grace" });
    expect(await history(grace)).toEqual([]);
  });
});

describe("the boards", () => {
  const start = (id: string) => ({ stroke: id, author: "Ada", pen });

  test("forget the oldest stroke, and the board that was left alone for longest", () => {
    const boards = new Boards({ maxStrokes: 2, maxBoards: 1 });
    for (const id of ["a", "b", "c"]) {
      boards.begin("one", start(id));
      boards.extend("one", id, { from: 0, points: [[0, 0]] });
    }
    expect(boards.ink("one").map((ink) => ink.stroke)).toEqual(["b", "c"]);
    boards.begin("two", start("d"));
    expect(boards.ink("one")).toEqual([]);
  });

  test("take no part that would leave a hole", () => {
    const boards = new Boards();
    boards.begin("one", start("a"));
    expect(boards.extend("one", "a", { from: 1, points: [[0, 0]] })).toBeUndefined();
  });
});
