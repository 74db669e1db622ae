import { expect, test, vi } from "vitest";
import { openOffice } from "./start-office.js";

test("whoever comes back is asked again, and gets what was missed once it is let in", async () => {
  const office = await openOffice();
  const { pair, app, asked, enter } = office;
  const ada = enter("Ada:head");
  await ada.whenConnected();
  app.sockets.office.all.emit.closed(1);
  await pair.settle();
  await pair.drop(ada);
  app.sockets.office.all.emit.closed(2);
  await pair.reconnect(ada);
  expect(asked).toEqual(["Ada:head", "Ada:head"]);
  expect(pair.heard(ada).closed.payloads).toEqual([1, 2]);
});

test("whoever is refused meanwhile is told nothing of what was missed", async () => {
  let isSuspended = false;
  const office = await openOffice({
    handlers: {
      connect({ auth, refuse }) {
        if (isSuspended) throw refuse.Suspended({ until: new Date(0) });
        return { name: auth.badge, roles: ["head"] };
      },
    },
  });
  const { pair, app, enter } = office;
  const ada = enter("Ada");
  await ada.whenConnected();
  app.sockets.office.all.emit.closed(1);
  await pair.settle();
  await pair.drop(ada);
  app.sockets.office.all.emit.closed(2);
  isSuspended = true;
  await expect(pair.reconnect(ada, { timeoutMs: 200 })).rejects.toThrow();
  expect(ada.state.value).toMatchObject({ status: "refused", error: { code: "Suspended" } });
  expect(pair.heard(ada).closed.payloads).toEqual([1]);
});

test("whoever comes back with fewer roles gets nothing of the rooms that require them", async () => {
  let badge = "Ada:head";
  const office = await openOffice();
  const { pair, app, enter } = office;
  const ada = enter(() => ({ badge }));
  await ada.whenConnected();
  const sockets = app.sockets.office;
  const [socket] = [...sockets.namespace.sockets.values()];
  await sockets.rooms.safe(1).add(socket?.id ?? "");
  await sockets.rooms.hall(true).add(socket?.id ?? "");
  sockets.all.emit.closed(1);
  await pair.settle();
  await pair.drop(ada);
  sockets.to.safe(1).emit.closed(2);
  sockets.to.hall(true).emit.closed(3);
  badge = "Ada:staff";
  await pair.reconnect(ada);
  expect(pair.heard(ada).closed.payloads).toEqual([1, 3]);
  expect(await sockets.rooms.safe(1).count()).toBe(0);
  expect(await sockets.rooms.hall(true).count()).toBe(1);
});

test("what was missed while a session was renewed comes too", async () => {
  const { pair, app, asked, enter } = await openOffice({ isFaked: true });
  const ada = enter(() => ({ badge: "Ada:head@5000" }));
  await ada.whenConnected();
  app.sockets.office.all.emit.closed(1);
  await pair.settle();
  ada.state.subscribe(({ status }) => {
    if (status === "reconnecting") app.sockets.office.all.emit.closed(2);
  });
  const gaps: unknown[] = [];
  ada.on.closed.gap((gap) => gaps.push(gap));
  await pair.until(() => asked.length === 2, { timeoutMs: 10_000 });
  await pair.settle();
  expect(pair.heard(ada).closed.payloads).toEqual([1, 2]);
  expect(gaps).toEqual([]);
});

test("a call that is repeated is one of who the client is by then", async () => {
  let badge = "Ada:head";
  let runs = 0;
  let resume = () => {};
  const office = await openOffice({
    handlers: {
      async dismiss() {
        runs++;
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
      },
    },
  });
  const { pair, asked, enter } = office;
  const ada = enter(() => ({ badge }));
  const answered = ada.call.dismiss({ name: "Ben" });
  await vi.waitFor(() => expect(runs).toBe(1));
  await pair.drop(ada);
  await pair.reconnect(ada);
  resume();
  await answered;

  const refused = ada.call.dismiss.safe({ name: "Cat" });
  await vi.waitFor(() => expect(runs).toBe(2));
  await pair.drop(ada);
  badge = "Ada:staff";
  await pair.reconnect(ada);
  expect(await refused).toMatchObject({ ok: false, error: { code: "unauthorized" } });
  resume();
  expect(runs).toBe(2);
  expect(asked).toEqual(["Ada:head", "Ada:head", "Ada:staff"]);
});
