import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectHall } from "./client/hall.js";
import { implementHall } from "./server/hall.js";
import { sockets } from "./server/sockets.js";

/** Joins tables, is refused at others, and leaves. */
export async function use(): Promise<void> {
  const moves: string[] = [];
  const hall = implementHall({
    connect: ({ auth }) => ({ guest: auth.name }),
    rooms: {
      table: {
        async mayJoin(key, context) {
          if (key.name === "reserved") throw context.error.Reserved();
          const room = context.rooms.table(key);
          if ((await room.count()) >= key.floor) throw context.error.Full({ seats: key.floor });
          return true;
        },
        onJoin(key, context) {
          moves.push(`${context.session.guest} sits at ${key.name}`);
        },
        presenceId: (_key, { session }) => session.guest,
        onLeave: ({ name }, { session }) => void moves.push(`${session.guest} gets up from ${name}`),
      },
      corner: { mayJoin: (key, { session }) => key === session.guest },
      staff: {},
    },
    async connected({ rooms, session }) {
      if (session.guest !== "Ben") return;
      await rooms.staff(true).join();
      rooms.staff(true).setPresence("serve");
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { hall } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const ada = connectHall(url, { auth: { name: "Ada" } });
  const ben = connectHall(url, { auth: { name: "Ben" } });
  try {
    const table = ada.rooms.table({ floor: 1, name: " oak " });
    const states: string[] = [];
    table.state.subscribe(({ status }) => states.push(status));
    await table.join();
    assert.deepEqual(states, ["joining", "joined"]);
    const served = ada.on.served.once();
    app.sockets.hall.to.table({ floor: 1, name: "oak" }).emit.served("soup");
    assert.equal(await served, "soup");

    const taken = await ben.rooms.table({ floor: 1, name: "oak" }).join.safe();
    assert.ok(!taken.ok && taken.error.code === "Full");
    assert.equal(taken.error.data.seats, 1);
    const reserved = ben.rooms.table({ floor: 1, name: "reserved" });
    await assert.rejects(reserved.join(), { code: "Reserved" });
    assert.equal(reserved.state.value.status, "refused");
    await ben.rooms.corner("Ben").join();
    await assert.rejects(ben.rooms.corner("Ada").join({ timeoutMs: 5_000 }), { code: "unauthorized" });

    const { rooms } = app.sockets.hall.withSession(hall);
    const [guest] = await rooms.table({ floor: 1, name: "oak" }).members();
    assert.equal(guest?.session.guest, "Ada");

    await table.setPresence({ since: new Date(0) });
    while (table.presence.value.length === 0) await once(table.presence);
    assert.deepEqual(table.presence.value, [{ id: "Ada", data: { mood: "calm", since: new Date(0) } }]);
    const listed = app.sockets.hall.rooms.table({ floor: 1, name: "oak" }).presence();
    assert.deepEqual(listed, table.presence.value);
    const staff = ben.rooms.staff(true);
    while (staff.presence.value.length === 0) await once(staff.presence);
    const tasks = () => staff.presence.value.map(({ data }) => data);
    assert.deepEqual(tasks(), ["serve"]);
    await staff.setPresence("cook");
    while (!tasks().includes("cook")) await once(staff.presence);

    await table.leave();
    assert.deepEqual(table.presence.value, []);
    assert.equal(table.state.value.status, "left");
    assert.deepEqual(moves, ["Ada sits at oak", "Ada gets up from oak"]);
  } finally {
    for (const client of [ada, ben]) client.close();
    await app.close();
  }
}

/** Settles with the next change. */
function once(observable: { subscribe(listener: () => void): () => void }): Promise<void> {
  return new Promise((resolve) => {
    const stop = observable.subscribe(() => {
      stop();
      resolve();
    });
  });
}
