import { describe, expect, test } from "vitest";
import { recordEvents } from "../server/start-arena.js";
import type { HallClient } from "./hall.js";
import { comesTo, soon, startHall, statesOf } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };

function idOf({ state }: HallClient): string {
  return state.value.status === "connected" ? state.value.id : "";
}

/** A promise, and what settles it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe.each(["polling", "websocket"] as const)("over %s a client", (transport) => {
  const transports = [transport];

  test("joins again by itself, ahead of what is sent meanwhile", async () => {
    const inside: boolean[] = [];
    const hall = await startHall({
      rooms: {
        table: { mayJoin: () => true },
        corner: { mayJoin: (_key, { rooms }) => inside.push(rooms.table(oak).joined) > 0 },
      },
    });
    const ada = hall.enter("Ada", { transports });
    const table = ada.rooms.table(oak);
    await table.join();
    const states = statesOf(table.state);
    const away = comesTo(ada.state, "reconnecting");
    hall.cut();
    await away;
    await ada.rooms.corner("meanwhile").join();
    expect(inside).toEqual([true]);
    expect(states).toEqual(["rejoining", "joined"]);
    expect(await hall.sockets.rooms.table(oak).count()).toBe(1);
  });

  test("joins again after each of many losses", async () => {
    const hall = await startHall();
    const ada = hall.enter("Ada", { transports });
    const table = ada.rooms.table(oak);
    await table.join();
    for (let round = 0; round < 5; round++) {
      const away = comesTo(table.state, "rejoining");
      hall.cut();
      await away;
      await comesTo(table.state, "joined");
      expect(await hall.sockets.rooms.table(oak).count()).toBe(1);
    }
  });

  test("that is let in no more is told so once, and stays outside", async () => {
    let asked = 0;
    const hall = await startHall({
      rooms: { table: { mayJoin: () => asked++ === 0 }, corner: { mayJoin: () => true } },
    });
    const ada = hall.enter("Ada", { transports });
    const table = ada.rooms.table(oak);
    await table.join();
    hall.cut();
    await soon(() =>
      expect(table.state.value).toMatchObject({ status: "refused", error: { code: "unauthorized" } }),
    );
    const away = comesTo(ada.state, "reconnecting");
    hall.cut();
    await away;
    await ada.rooms.corner("a").join();
    expect(asked).toBe(2);
  });

  test("follows where the server takes it", async () => {
    const hall = await startHall();
    const ada = hall.enter("Ada", { transports });
    await ada.whenConnected();
    const elm = { floor: 1, name: "elm" };
    const [first, second] = [ada.rooms.table(oak), ada.rooms.table(elm)];
    await hall.sockets.rooms.table(oak).add(idOf(ada));
    await soon(() => expect(first.state.value.status).toBe("joined"));
    await hall.sockets.rooms.table(oak).move(elm);
    await soon(() => expect(second.state.value.status).toBe("joined"));
    await soon(() => expect(first.state.value.status).toBe("left"));
    const away = comesTo(second.state, "rejoining");
    hall.cut();
    await away;
    await comesTo(second.state, "joined");
    await hall.sockets.rooms
      .table(elm)
      .remove(ada.state.value.status === "connected" ? ada.state.value.id : "");
    await soon(() => expect(second.state.value.status).toBe("left"));
  });
});

test("leaving while there is no connection tells nobody and is final", async () => {
  const hall = await startHall();
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  await table.join();
  const away = comesTo(table.state, "rejoining");
  hall.cut();
  await away;
  await table.leave();
  expect(table.state.value.status).toBe("left");
  await ada.rooms.corner("a").join();
  expect(await hall.sockets.rooms.table(oak).count()).toBe(0);
});

test("rooms outlast close() and connect(), and a server that sends its clients away", async () => {
  const hall = await startHall();
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  await table.join();
  ada.close();
  expect(table.state.value.status).toBe("rejoining");
  await expect(table.join()).rejects.toMatchObject({ code: "disconnected" });
  expect(table.state.value).toMatchObject({ status: "refused" });

  ada.connect();
  await table.join();
  await hall.sockets.rooms.table(oak).disconnect("cleaning");
  await soon(() => expect(ada.state.value).toMatchObject({ status: "closed", reason: "cleaning" }));
  expect(table.state.value.status).toBe("rejoining");
  ada.connect();
  await soon(() => expect(table.state.value.status).toBe("joined"));
  expect(await hall.sockets.rooms.table(oak).count()).toBe(1);
});

test("who leaves while mayJoin is at it is not inside afterwards", async () => {
  const asked = gate();
  const answer = gate();
  const hall = await startHall({
    rooms: {
      table: {
        async mayJoin() {
          asked.open();
          await answer.opened;
          return true;
        },
      },
      corner: { mayJoin: () => true },
    },
  });
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  const joining = table.join();
  await asked.opened;
  await table.leave();
  answer.open();
  await joining;
  expect(table.state.value.status).toBe("left");
  expect(await hall.sockets.rooms.table(oak).count()).toBe(0);
});

test("who gives up while mayJoin is at it is not inside afterwards", async () => {
  const asked = gate();
  const answer = gate();
  const done = gate();
  const hall = await startHall({
    rooms: {
      table: {
        async mayJoin(_key, { signal }) {
          asked.open();
          await answer.opened;
          expect(signal.aborted).toBe(true);
          setImmediate(done.open);
          return true;
        },
      },
      corner: { mayJoin: () => true },
    },
  });
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  const controller = new AbortController();
  const joining = table.join.safe({ signal: controller.signal });
  await asked.opened;
  controller.abort();
  expect(await joining).toMatchObject({ ok: false, error: { code: "aborted" } });
  // Behind the withdrawal.
  await ada.rooms.corner("a").join();
  answer.open();
  await done.opened;
  expect(await hall.sockets.rooms.table(oak).count()).toBe(0);
  expect(table.state.value).toMatchObject({ status: "refused", error: { code: "aborted" } });
});

test("two who join at once are both inside, and one of them leaves alone", async () => {
  const hall = await startHall();
  const [ada, ben] = [hall.enter("Ada"), hall.enter("Ben")];
  const [hers, his] = [ada.rooms.table(oak), ben.rooms.table(oak)];
  await Promise.all([hers.join(), hers.join(), his.join()]);
  expect(await hall.sockets.rooms.table(oak).count()).toBe(2);
  await hers.leave();
  expect(await hall.sockets.rooms.table(oak).count()).toBe(1);
  expect(his.state.value.status).toBe("joined");
});

test("every object of one key speaks of one room, and a listener that stops is called no more", async () => {
  const hall = await startHall();
  const ada = hall.enter("Ada");
  const states: string[] = [];
  const stop = ada.rooms
    .table({ name: "oak ", floor: 1 })
    .state.subscribe(({ status }) => states.push(status));
  await ada.rooms.table(oak).join();
  stop();
  stop();
  await ada.rooms.table(oak).leave();
  expect(states).toEqual(["joining", "joined"]);
});

test("a key that breaks the contract is refused where it is written", async () => {
  const hall = await startHall();
  const ada = hall.enter("Ada", { autoConnect: false });
  expect(() => ada.rooms.table({ floor: 0.5, name: "oak" })).toThrow(
    expect.objectContaining({ code: "bad_input", issues: [expect.objectContaining({ path: ["floor"] })] }),
  );
});

test("what mayJoin throws beyond the contract is masked", async () => {
  const hall = await startHall({
    rooms: {
      table: {
        mayJoin() {
          throw new Error("secret");
        },
      },
      corner: { mayJoin: () => true },
    },
  });
  const ada = hall.enter("Ada");
  const refused = await ada.rooms.table(oak).join.safe();
  expect(refused).toMatchObject({ ok: false, error: { code: "internal" } });
  expect(JSON.stringify(refused)).not.toContain("secret");
});

test("a client is in a hundred rooms at most, or in as many as the server says", async () => {
  const hall = await startHall({}, { limits: { maxRooms: 30 } });
  const ada = hall.enter("Ada");
  await ada.whenConnected();
  await Promise.all(Array.from({ length: 30 }, (_, index) => ada.rooms.corner(String(index)).join()));
  await expect(ada.rooms.corner("more").join()).rejects.toMatchObject({ code: "overloaded" });
  // Inside already.
  await ada.rooms.corner("7").join();
  await ada.rooms.corner("7").leave();
  await ada.rooms.corner("more").join();
});

test("a client that is inside already is not asked about again", async () => {
  let asked = 0;
  const hall = await startHall({
    rooms: { table: { mayJoin: () => asked++ === 0 }, corner: { mayJoin: async () => true } },
  });
  const ada = hall.enter("Ada");
  await ada.rooms.table(oak).join();
  await ada.rooms.table(oak).join();
  expect(asked).toBe(1);
});

test("a client that comes back is asked about again, whatever Socket.IO would recover", async () => {
  let isOpen = true;
  const hall = await startHall(
    { rooms: { table: { mayJoin: () => isOpen }, corner: { mayJoin: () => true } } },
    { connectionStateRecovery: {} },
  );
  const ada = hall.enter("Ada");
  const table = ada.rooms.table(oak);
  await table.join();
  // Recovery begins with an event that the client has received.
  const served = ada.on.served.once();
  hall.sockets.to.table(oak).emit.served("soup");
  await served;
  isOpen = false;
  const refused = comesTo(table.state, "refused");
  hall.cut();
  await refused;
  expect(await hall.sockets.rooms.table(oak).count()).toBe(0);
});

test("a plain client joins and leaves by the documented calls, and is told nothing of its own", async () => {
  const hall = await startHall();
  const ada = hall.enterPlain("Ada");
  const heard = recordEvents(ada);
  expect(await ada.emitWithAck("$join:table", oak)).toEqual({ ok: true });
  hall.sockets.to.table(oak).emit.served("soup");
  expect(await ada.emitWithAck("$leave:table", oak)).toEqual({ ok: true });
  expect(await ada.emitWithAck("$leave:table", oak)).toEqual({ ok: true });
  hall.sockets.to.table(oak).emit.served("stew");
  await ada.emitWithAck("$join:corner", "a");
  expect(heard).toEqual([["served", "soup"]]);
});

describe("a hostile client is refused", () => {
  test.each<[string, string, unknown, string]>([
    ["a family that only the server takes clients into", "$join:staff", true, "not_found"],
    ["a family that is none", "$join:nowhere", "a", "not_found"],
    ["a property of every object", "$join:__proto__", "a", "not_found"],
    ["an event of the server's", "$joined:corner", "a", "not_found"],
    ["another family's key", "$join:corner", oak, "bad_input"],
    ["the Socket.IO room in the place of a key", "$join:table", 'table:["x"]', "bad_input"],
    ["no key", "$join:table", null, "bad_input"],
    ["a key with a field that is none", "$join:table", { floor: 1 }, "bad_input"],
  ])("%s", async (_what, name, payload, code) => {
    const hall = await startHall();
    const ada = hall.enterPlain("Ada");
    expect(await ada.emitWithAck(name, payload)).toMatchObject({ ok: false, error: { code } });
    const { rooms } = [...hall.sockets.namespace.sockets.values()][0] ?? {};
    expect(rooms?.size).toBe(1);
  });

  test("whatever name it gives a key: it is in no other family's room", async () => {
    const hall = await startHall();
    const ada = hall.enterPlain("Ada");
    for (const key of ['x"],["y', 'table:[1,"oak"]', "", "staff:[true]", ada.id ?? ""]) {
      expect(await ada.emitWithAck("$join:corner", key)).toEqual({ ok: true });
    }
    const { rooms } = hall.sockets;
    expect(await rooms.staff(true).count()).toBe(0);
    expect(await rooms.table({ floor: 1, name: "oak" }).count()).toBe(0);
    expect(await rooms.corner("").count()).toBe(1);
  });

  test("when it asks without an acknowledgement", async () => {
    const hall = await startHall();
    const ada = hall.enterPlain("Ada");
    ada.emit("$join:corner", "a");
    await ada.emitWithAck("$join:corner", "b");
    expect(await hall.sockets.rooms.corner("a").count()).toBe(0);
  });
});
