import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectBoard } from "./client/board.js";
import { implementBoard } from "./server/board.js";
import { sockets } from "./server/sockets.js";

/** Joins rooms of every kind of key, sends to them from outside, and is refused. */
export async function use(): Promise<void> {
  const board = implementBoard({
    connect({ auth, refuse }) {
      const seat: number = auth.seat;
      if (auth.token === "full") throw refuse.Full();
      if (auth.token === "other") throw refuse.WrongTeam({ team: "blue" });
      return { seat };
    },
    async connected(context) {
      await context.rooms.team("red").join();
      await context.rooms.cell({ row: 1, column: context.session.seat }).join();
      await context.rooms.floor(1).join();
      await context.rooms.muted(true).join();
      assert.ok(context.rooms.team("red").joined);
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { board } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const ada = connectBoard(url, { auth: { token: "t" } });
  const ben = connectBoard(url, { auth: async () => ({ token: "t", seat: 2 }) });
  const carl = connectBoard(url, { auth: { token: "other" } });
  try {
    await Promise.all([ada.whenConnected(), ben.whenConnected()]);
    const heard: string[] = [];
    ada.on.moved(({ row, column }) => heard.push(`ada ${row} ${column}`));
    ben.on.moved(({ row, column }) => heard.push(`ben ${row} ${column}`));
    const { to, rooms, except } = app.sockets.board;
    for (;;) {
      const members = await rooms.cell({ row: 1, column: 2 }).members();
      if (members.length === 1 && (await rooms.muted(true).members()).length === 2) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const last = Promise.all([ada.on.moved.once(), ben.on.moved.once()]);
    to.cell({ row: 1, column: 1 }).emit.moved({ row: 1, column: 1 });
    await ada.on.moved.once();
    except.cell({ row: 1, column: 1 }).emit.moved({ row: 2, column: 2 });
    await last;
    assert.deepEqual(heard.sort(), ["ada 1 1", "ben 2 2"]);
    const all = Promise.all([ada.on.moved.once(), ben.on.moved.once()]);
    to.team("red").to.floor(1).emit.moved({ row: 3, column: 3 });
    assert.equal((await all).length, 2);

    await assert.rejects(carl.whenConnected());
    const state = carl.state.value;
    assert.ok(state.status === "refused" && state.error.code === "WrongTeam");
    assert.equal(state.error.data.team, "blue");
  } finally {
    for (const client of [ada, ben, carl]) client.close();
    await app.close();
  }
}
