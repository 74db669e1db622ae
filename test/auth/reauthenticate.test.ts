import { io as connectIo } from "socket.io-client";
import { expect, test, vi } from "vitest";
import { connectOffice, idInArchive, openOffice, readBadge } from "./start-office.js";

test("a client that authenticates anew is somebody else, on the same connection and in its rooms", async () => {
  const office = await openOffice();
  const { app, asked, enter } = office;
  const ada = enter("Ada:auditor");
  const archive = ada.rooms.archive("a");
  await archive.join();
  const id = await idInArchive(office);
  await ada.reauthenticate({ badge: "Ben:head" });
  expect(await ada.call.whoAmI()).toEqual(["Ben", "head"]);
  expect(archive.state.value).toEqual({ status: "joined" });
  expect(asked).toEqual(["Ada:auditor", "Ben:head"]);
  expect(await app.sockets.office.rooms.archive("a").members()).toEqual([
    { id, session: { name: "Ben", roles: ["head"] } },
  ]);
});

test("`connect` sees the id of the connection and the session until then", async () => {
  const seen: unknown[] = [];
  const { enter } = await openOffice({
    handlers: {
      connect({ auth, id, previous, handshake }) {
        seen.push([id, previous, typeof handshake.request.id]);
        return readBadge(auth.badge);
      },
      disconnect: (_reason, { session }) => void seen.push(["gone", session.name]),
    },
  });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  const { value: state } = ada.state;
  const id = state.status === "connected" ? state.id : "";
  await ada.reauthenticate({ badge: "Ben:head" });
  ada.close();
  await vi.waitFor(() => expect(seen).toHaveLength(3));
  expect(seen).toEqual([
    [id, undefined, "string"],
    [id, expect.objectContaining({ name: "Ada" }), "string"],
    ["gone", "Ben"],
  ]);
});

test.each([
  ["is refused", "nonsense", { code: "unauthorized", message: "That is no badge." }],
  ["is refused with a declared error", "Eve:", { code: "Suspended", data: { until: new Date(0) } }],
  ["has ended already", "Ada:staff@-5", { code: "unauthorized", message: "The session has expired." }],
])("auth that %s leaves the client what it was", async (_claim, badge, error) => {
  const { pair, asked, enter } = await openOffice();
  const ada = enter("Ada:head");
  const asking = await ada.reauthenticate.safe({ badge });
  expect(asking).toMatchObject({ ok: false, error });
  expect(await ada.call.whoAmI()).toEqual(["Ada", "head"]);
  // Nor is it presented when the client comes back.
  await pair.drop(ada);
  await pair.reconnect(ada);
  expect(asked).toEqual(["Ada:head", badge, "Ada:head"]);
});

test("auth that breaks the contract does not leave, and is refused where it comes in", async () => {
  const { app, asked, enter } = await openOffice();
  const ada = enter("Ada:head");
  await expect(ada.reauthenticate({ badge: 7 } as never)).rejects.toMatchObject({ code: "bad_input" });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const plain = connectIo(`${url}/office`, { auth: { badge: "Ada:head" }, transports: ["websocket"] });
  try {
    expect(await plain.emitWithAck("$reauthenticate", { badge: 7 })).toMatchObject({
      ok: false,
      error: { code: "bad_input", issues: [{ path: ["badge"] }] },
    });
    expect(await plain.emitWithAck("$reauthenticate", { badge: "Eve:" })).toMatchObject({
      ok: false,
      error: { code: "Suspended", data: { until: "1970-01-01T00:00:00.000Z" } },
    });
    expect(await plain.emitWithAck("$reauthenticate", { badge: "Ben:staff" })).toEqual({ ok: true });
    expect(await plain.emitWithAck("whoAmI")).toEqual({ ok: true, value: ["Ben", "staff"] });
    expect(asked.at(-1)).toBe("Ben:staff");
  } finally {
    plain.close();
  }
});

test("what was presented last is presented when the client comes back", async () => {
  const { pair, asked, enter } = await openOffice();
  const ada = enter("Ada:head");
  await ada.reauthenticate({ badge: "Ben:head" });
  await pair.drop(ada);
  await pair.reconnect(ada);
  expect(asked).toEqual(["Ada:head", "Ben:head", "Ben:head"]);
});

test("a session's end is renewed, or comes to an end", async () => {
  const { pair, enter } = await openOffice({ isFaked: true });
  const ada = enter("Ada:head@5000");
  await ada.reauthenticate({ badge: "Ada:head@20000" });
  await vi.advanceTimersByTimeAsync(6_000);
  await ada.reauthenticate({ badge: "Ada:head" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await ada.call.whoAmI()).toEqual(["Ada", "head"]);
  await ada.reauthenticate({ badge: "Ada:head@2000" });
  await pair.until(() => ada.state.value.status === "closed", { timeoutMs: 10_000 });
});

test("a handler that is at it keeps the session that it began with", async () => {
  const seen: unknown[] = [];
  let resume = () => {};
  const { enter } = await openOffice({
    handlers: {
      async dismiss(_input, context) {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
        seen.push(context.session.name, [...context.roles], context.auth.badge);
      },
      async connected(context) {
        context.signal.addEventListener("abort", () => seen.push(`connected as ${context.session.name}`));
      },
    },
  });
  const ada = enter("Ada:head");
  const call = ada.call.dismiss({ name: "Ben" });
  await ada.reauthenticate({ badge: "Cat:staff" });
  await expect(ada.call.dismiss({ name: "Ben" })).rejects.toMatchObject({ code: "unauthorized" });
  resume();
  await call;
  ada.close();
  await vi.waitFor(() => expect(seen).toHaveLength(4));
  expect(seen).toEqual(["Ada", ["head"], "Ada:head", "connected as Ada"]);
});

test("of several askings at once each waits for the one before it, and the last one counts", async () => {
  const steps: string[] = [];
  const waits = new Map<string, () => void>();
  const { enter } = await openOffice({
    handlers: {
      async connect({ auth, refuse }) {
        const { name, roles } = readBadge(auth.badge);
        if (name !== "Ada") {
          steps.push(`asked ${name}`);
          await new Promise<void>((resolve) => waits.set(name, resolve));
          if (name === "Dan") throw refuse.unauthorized("not Dan");
        }
        return { name, roles };
      },
    },
  });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  const answers = ["Ben", "Dan", "Cat"].map(async (name) => {
    const { ok } = await ada.reauthenticate.safe({ badge: `${name}:staff` });
    steps.push(`${ok ? "is" : "not"} ${name}`);
  });
  for (const name of ["Ben", "Dan", "Cat"]) {
    await vi.waitFor(() => expect(waits.has(name)).toBe(true));
    waits.get(name)?.();
  }
  await Promise.all(answers);
  expect(steps.filter((step) => step.startsWith("asked"))).toEqual(["asked Ben", "asked Dan", "asked Cat"]);
  expect(steps.filter((step) => !step.startsWith("asked"))).toEqual(["is Ben", "not Dan", "is Cat"]);
  expect(await ada.call.whoAmI()).toEqual(["Cat", "staff"]);
});

test("more askings at once than eight are refused", async () => {
  let resume = () => {};
  const open = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const { enter } = await openOffice({
    handlers: {
      async connect({ auth, previous }) {
        if (previous !== undefined) await open;
        return readBadge(auth.badge);
      },
    },
  });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  const askings = Array.from({ length: 10 }, (_, index) =>
    ada.reauthenticate.safe({ badge: `Ada${index}:head` }),
  );
  const refused = await Promise.all(askings.slice(8));
  expect(refused).toMatchObject([{ error: { code: "overloaded" } }, { error: { code: "overloaded" } }]);
  resume();
  expect((await Promise.all(askings.slice(0, 8))).every(({ ok }) => ok)).toBe(true);
  expect((await ada.call.whoAmI())[0]).toBe("Ada7");
});

test("a session that comes too late is none", async () => {
  let signal: AbortSignal | undefined;
  let resume = () => {};
  const { log, enter } = await openOffice({
    options: { connectTimeoutMs: 50 },
    handlers: {
      async connect({ auth, previous, ...request }) {
        if (previous !== undefined) {
          signal = request.signal;
          await new Promise<void>((resolve) => {
            resume = resolve;
          });
        }
        return readBadge(auth.badge);
      },
    },
  });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  await expect(ada.reauthenticate({ badge: "Ben:head" })).rejects.toMatchObject({ code: "timeout" });
  expect(signal?.aborted).toBe(true);
  resume();
  expect(await ada.call.whoAmI()).toEqual(["Ada", "head"]);
  expect(log.filter(({ level }) => level > 30)).toEqual([]);
});

test("a client that goes meanwhile leaves nothing behind", async () => {
  let signal: AbortSignal | undefined;
  const farewells: string[] = [];
  let resume = () => {};
  const { log, enter } = await openOffice({
    handlers: {
      async connect({ auth, previous, ...request }) {
        if (previous !== undefined) {
          signal = request.signal;
          await new Promise<void>((resolve) => {
            resume = resolve;
          });
        }
        return readBadge(auth.badge);
      },
      disconnect: (_reason, { session }) => void farewells.push(session.name),
    },
  });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  const asking = ada.reauthenticate.safe({ badge: "Ben:head" });
  await vi.waitFor(() => expect(signal).toBeDefined());
  ada.close();
  expect(await asking).toMatchObject({ ok: false, error: { code: "disconnected" } });
  await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  resume();
  await vi.waitFor(() => expect(farewells).toEqual(["Ada"]));
  expect(log.filter(({ level }) => level > 30)).toEqual([]);
});

test("a client of a channel that is closed or has not begun is told", async () => {
  const { pair } = await openOffice();
  const ada = pair.connect(connectOffice, { auth: { badge: "Ada:head" }, autoConnect: false });
  await expect(ada.reauthenticate({ badge: "Ben:head" })).rejects.toMatchObject({ code: "disconnected" });
});
