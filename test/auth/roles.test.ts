import { expect, test, vi } from "vitest";
import { WireError } from "wirepact/server";
import { idInArchive, openOffice } from "./start-office.js";

const matrix = [
  { roles: "", may: [] },
  { roles: "staff", may: ["stamp", "nudge", "knock", "books"] },
  { roles: "head", may: ["dismiss", "stamp", "books", "archive"] },
  { roles: "auditor", may: ["books", "archive"] },
  { roles: "staff,auditor", may: ["stamp", "nudge", "knock", "books", "archive"] },
];

test.each(matrix)(
  "with the roles `$roles` a client may do what requires one of them",
  async ({ roles, may }) => {
    const { pair, done, log, enter } = await openOffice();
    const ada = enter(`Ada:${roles}`);
    await ada.whenConnected();
    const outcomes = {
      dismiss: (await ada.call.dismiss.safe({ name: "Ben" })).ok,
      stamp: false,
      nudge: false,
      knock: false,
      books: await ada.stream
        .books()
        .next()
        .then(
          () => true,
          (error: WireError) => error.code !== "unauthorized",
        ),
      archive: (await ada.rooms.archive("a").join.safe()).ok,
    };
    ada.emit.stamp({ page: 1 });
    await pair.settle();
    ada.emit.nudge("Ben", 2);
    ada.emit.knock();
    await pair.settle();
    outcomes.stamp = done.includes("Ada stamps 1");
    outcomes.nudge = done.includes("nudge Ben 2");
    outcomes.knock = done.includes("Ada knocks");
    expect(Object.entries(outcomes).flatMap(([name, ok]) => (ok ? [name] : []))).toEqual(may);
    expect(await ada.call.whoAmI()).toEqual(["Ada", ...roles.split(",").filter(Boolean)]);
    expect(log.filter(({ msg }) => msg === "client sent what was refused as unauthorized").length).toBe(
      6 - may.length,
    );
  },
);

test("a role is asked for ahead of the payload, and says what is required", async () => {
  const { app, enter } = await openOffice();
  const ada = enter("Ada:staff");
  await ada.whenConnected();
  const [socket] = [...app.sockets.office.namespace.sockets.values()];
  const answer = await new Promise((resolve) => {
    const plain = { type: 2, nsp: "/office", id: 5, data: ["dismiss", { name: 7, more: "x" }] };
    socket?.conn.once("packetCreate", ({ data }: { data: string }) => resolve(data));
    // As the parser hands it over.
    (socket as unknown as { onevent(packet: object): void }).onevent(plain);
  });
  expect(answer).toContain("unauthorized");
  const refused = await ada.call.dismiss.safe({ name: "Ben" });
  expect(refused).toMatchObject({ error: { message: "`office.dismiss` requires `head`." } });
  const archive = await ada.rooms.archive("a").join.safe();
  expect(archive).toMatchObject({
    error: { message: "`office.$join:archive` requires `head` or `auditor`." },
  });
});

test("`mayJoin` is not asked about a client without the role", async () => {
  const mayJoin = vi.fn(() => true);
  const { enter } = await openOffice({ handlers: { rooms: { archive: { mayJoin } } } });
  await enter("Ada:staff").rooms.archive("a").join.safe();
  expect(mayJoin).not.toHaveBeenCalled();
  await enter("Ben:head").rooms.archive("a").join();
  expect(mayJoin).toHaveBeenCalledTimes(1);
});

test("who loses a role is out of the rooms that require it, and in all others", async () => {
  const office = await openOffice();
  const { pair, app, enter } = office;
  const ada = enter("Ada:head,auditor");
  await ada.rooms.archive("a").join();
  const { rooms } = app.sockets.office;
  const id = await idInArchive(office);
  await rooms.safe(1).add(id);
  await rooms.hall(true).add(id);
  await ada.reauthenticate({ badge: "Ada:auditor" });
  await pair.settle();
  const counts = [rooms.archive("a"), rooms.safe(1), rooms.hall(true)];
  expect(await Promise.all(counts.map((room) => room.count()))).toEqual([1, 0, 1]);
  await ada.reauthenticate({ badge: "Ada:staff" });
  await pair.settle();
  expect(await Promise.all(counts.map((room) => room.count()))).toEqual([0, 0, 1]);
  expect(ada.rooms.archive("a").state.value).toEqual({ status: "left" });
});

test.each([
  [
    "throws",
    () => {
      throw new Error("the database's password");
    },
  ],
  [
    "throws one of our own errors",
    () => {
      throw new WireError("unauthorized", "the database's password");
    },
  ],
  ["gives what is no role", () => ["boss"]],
  ["gives what is no list", () => "head"],
  ["promises them", async () => ["head"]],
  ["gives what every object has", () => ["constructor"]],
])("`roles` that %s lets nobody in, and what `connect` took is given back", async (_claim, roles) => {
  const farewells: string[] = [];
  const { log, enter } = await openOffice({
    handlers: {
      roles: roles as never,
      disconnect: (_reason, { session }) => void farewells.push(session.name),
    },
  });
  const ada = enter("Ada:head");
  const error: unknown = await ada.whenConnected().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "internal", data: { incident: expect.any(String) } });
  expect(JSON.stringify(error)).not.toContain("password");
  const { incident } = (error as WireError).data as { incident: string };
  expect(log.filter((line) => line.incident === incident)).toHaveLength(1);
  expect(farewells).toEqual(["Ada"]);
});

test("`roles` that throws when a client authenticates anew leaves it what it was", async () => {
  const { enter } = await openOffice({
    handlers: {
      roles(session) {
        if (session.name === "Ben") throw new Error("the database's password");
        return session.roles;
      },
    },
  });
  const ada = enter("Ada:head");
  const asking = await ada.reauthenticate.safe({ badge: "Ben:head" });
  expect(asking).toMatchObject({
    ok: false,
    error: { code: "internal", data: { incident: expect.any(String) } },
  });
  expect(JSON.stringify(asking)).not.toContain("password");
  expect(await ada.call.whoAmI()).toEqual(["Ada", "head"]);
});
