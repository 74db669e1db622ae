import { expect, test, vi } from "vitest";
import { idInArchive, openOffice } from "./start-office.js";

test("a client whose session ends is told so by a code, and stays away with what it had", async () => {
  const { pair, app, asked, enter } = await openOffice({ isFaked: true });
  const ada = enter("Ada:head@5000");
  await ada.call.dismiss({ name: "Ben" });
  await vi.advanceTimersByTimeAsync(4_900);
  await ada.call.dismiss({ name: "Cat" });
  expect(ada.state.value.status).toBe("connected");
  await pair.until(() => ada.state.value.status === "closed");
  expect(ada.state.value).toEqual({
    status: "closed",
    by: "server",
    reason: "The session has expired.",
    code: "expired",
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  expect(app.sockets.office.namespace.sockets.size).toBe(0);
});

test("a client whose auth is a function comes back with what that gives then", async () => {
  const { pair, asked, enter } = await openOffice({ isFaked: true });
  let badges = 0;
  const ada = enter(() => ({ badge: `Ada:head@${++badges === 1 ? 5_000 : 50_000}` }));
  await ada.rooms.archive("a").join();
  const heard: string[] = [];
  ada.state.subscribe(({ status }) => heard.push(status));
  await pair.until(() => asked.length === 2, { timeoutMs: 10_000 });
  await pair.settle();
  expect(heard).toEqual(["reconnecting", "connected"]);
  expect(ada.rooms.archive("a").state.value).toEqual({ status: "joined" });
  expect(await ada.call.whoAmI()).toEqual(["Ada", "head"]);
});

test("a client whose function gives nothing better asks once, and is refused", async () => {
  const { pair, asked, enter } = await openOffice({ isFaked: true });
  const endsAtMs = Date.now() + 5_000;
  const ada = enter(() => ({ badge: `Ada:head@${endsAtMs - Date.now()}` }));
  await ada.whenConnected();
  await pair.until(() => ada.state.value.status === "refused", { timeoutMs: 10_000 });
  expect(ada.state.value).toMatchObject({ error: { code: "unauthorized" } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});

test("a session that ends within a second is not renewed", async () => {
  const { pair, asked, enter } = await openOffice({ isFaked: true });
  const ada = enter(() => ({ badge: "Ada:head@500" }));
  await ada.whenConnected();
  await pair.until(() => ada.state.value.status === "closed", { timeoutMs: 10_000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});

test("a client that is downgraded stays, without what requires a role", async () => {
  const office = await openOffice({ isFaked: true, options: { onExpiry: "downgrade" } });
  const { pair, app, done, enter } = office;
  const ada = enter("Ada:head,staff@5000");
  const archive = ada.rooms.archive("a");
  await archive.join();
  const id = await idInArchive(office);
  await app.sockets.office.rooms.hall(true).add(id);
  await app.sockets.office.rooms.safe(7).add(id);
  const books = ada.stream.books();
  expect(await books.next()).toEqual({ done: false, value: "first" });
  const rest = books.next();
  await Promise.all([
    expect(rest).rejects.toMatchObject({ code: "unauthorized" }),
    pair.until(() => archive.state.value.status === "left", { timeoutMs: 10_000 }),
  ]);

  expect(ada.state.value.status).toBe("connected");
  expect(await ada.call.whoAmI()).toEqual(["Ada"]);
  await expect(ada.call.dismiss({ name: "Ben" })).rejects.toMatchObject({ code: "unauthorized" });
  await expect(archive.join()).rejects.toMatchObject({ code: "unauthorized" });
  ada.emit.knock();
  await pair.settle();
  expect(done).toEqual([]);
  app.sockets.office.to.archive("a").emit.filed("secret");
  app.sockets.office.to.safe(7).emit.filed("more secret");
  app.sockets.office.to.hall(true).emit.filed("for all");
  await pair.settle();
  expect(pair.heard(ada).filed.payloads).toEqual(["for all"]);

  await ada.reauthenticate({ badge: "Ada:head@5000" });
  await ada.call.dismiss({ name: "Ben" });
  await archive.join();
});

test("`connect` may choose for one client what becomes of it", async () => {
  const { pair, enter } = await openOffice({
    isFaked: true,
    handlers: {
      connect: ({ auth, until }) =>
        until(new Date(Date.now() + 5_000), { name: auth.badge, roles: ["head"] }, { onExpiry: "downgrade" }),
    },
  });
  const ada = enter("Ada");
  await ada.call.dismiss({ name: "Ben" });
  await vi.advanceTimersByTimeAsync(5_000);
  await pair.settle();
  await expect(ada.call.dismiss({ name: "Ben" })).rejects.toMatchObject({ code: "unauthorized" });
  expect(await ada.call.whoAmI()).toEqual(["Ada"]);
});

test.each(["end", "downgrade"] as const)(
  "a clock is looked at for each packet, whatever timers do: %s",
  async (onExpiry) => {
    const { pair, done, enter } = await openOffice({ isFaked: true, options: { onExpiry } });
    const ada = enter("Ada:head,staff@5000");
    await ada.call.dismiss({ name: "Ben" });
    // The clock is set forward; no timer goes off.
    vi.setSystemTime(Date.now() + 6_000);
    await expect(ada.call.dismiss({ name: "Cat" })).rejects.toMatchObject({ code: "unauthorized" });
    await expect(ada.stream.books().next()).rejects.toMatchObject({ code: "unauthorized" });
    ada.emit.stamp({ page: 1 });
    await pair.settle();
    expect(done).toEqual(["Ada dismisses Ben"]);
    const whoAmI = ada.call.whoAmI();
    if (onExpiry === "end") await expect(whoAmI).rejects.toMatchObject({ code: "unauthorized" });
    else expect(await whoAmI).toEqual(["Ada", "head", "staff"]);
  },
);

test.each([
  ["that has passed", () => Date.now() - 1, "unauthorized"],
  ["in seconds, where milliseconds are meant", () => Date.now() / 1_000 + 60, "unauthorized"],
  ["that is now", () => new Date(), "unauthorized"],
  ["that is no time", () => new Date("soon"), "internal"],
])("an end %s lets nobody in", async (_claim, end, code) => {
  const { log, enter } = await openOffice({
    handlers: { connect: ({ until }) => until(end(), { name: "Ada", roles: [] }) },
  });
  const ada = enter("Ada");
  await expect(ada.whenConnected()).rejects.toMatchObject({ code });
  expect(log.filter(({ level }) => level > 30)).toHaveLength(code === "internal" ? 1 : 0);
});

test("an end further off than timers go is waited for", async () => {
  const { pair, enter } = await openOffice({ isFaked: true });
  const days = 24 * 3_600_000;
  const ada = enter(`Ada:head@${60 * days}`);
  await ada.whenConnected();
  pair.silence(ada);
  // Heartbeats would take sixty days to fake, and have been cut off; what is looked at is the timer.
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  const warnings: unknown[] = [];
  process.on("warning", (warning) => warnings.push(warning.name));
  await pair.settle();
  expect(warnings).not.toContain("TimeoutOverflowWarning");
});

test("nothing waits for the end of a client that has gone, nor of one that has no end", async () => {
  const { pair, enter } = await openOffice({ isFaked: true });
  const ada = enter("Ada:head");
  await ada.whenConnected();
  await pair.settle();
  const before = vi.getTimerCount();
  ada.close();
  await pair.settle();
  const ben = enter("Ben:head@5000000");
  await ben.whenConnected();
  await pair.settle();
  expect(vi.getTimerCount()).toBe(before + 1);
  ben.close();
  await pair.settle();
  expect(vi.getTimerCount()).toBeLessThan(before);
});
