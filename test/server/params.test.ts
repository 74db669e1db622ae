import fc from "fast-check";
import "../fix-seed.js";
import { Server } from "socket.io";
import { describe, expect, test, vi } from "vitest";
import { fromContract, WireError } from "wirepact/server";
import { z } from "zod";
import { fillPath } from "../../contracts/wire/index.js";
import { closeWhenEmpty } from "../../server/runtime/close-when-empty.js";
import { matchPath } from "../../server/runtime/match-path.js";
import { answerWith, happens, recordEvents, until } from "./start-arena.js";
import { type OrgContext, startOrg } from "./start-org.js";

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  test("handlers and `connect` are given the parameters of their client", async () => {
    const asked: unknown[] = [];
    const { join } = await startOrg({ connect: ({ params }) => void asked.push(params) });
    const client = await join("/org/a%2Fb%2C%20%25/floor/-3", transport);
    expect(await client.emitWithAck("where")).toEqual({ ok: true, value: { orgId: "a/b, %", floor: -3 } });
    expect(asked).toEqual([{ orgId: "a/b, %", floor: -3 }]);
  });

  test("what is sent, called or ended reaches no client of other parameters", async () => {
    const { join, org } = await startOrg({
      where: (context: OrgContext) => {
        context.others.emit.rang("others");
        return context.params;
      },
    });
    const [here, beside, there] = await Promise.all([
      join("/org/a/floor/1", transport),
      join("/org/a/floor/1", transport),
      join("/org/a/floor/2", transport),
    ]);
    const heard = [beside, there].map(recordEvents);
    for (const client of [here, beside, there]) {
      answerWith(client, "ask", { ok: true, value: "yes" });
      await client.emitWithAck("sit", "desk");
    }
    await here.emitWithAck("where");
    const place = org({ orgId: "a", floor: 1 });
    place.all.emit.rang("all");
    place.to.desk("desk").emit.rang("desk");
    place.client(String(there.id)).emit.rang("not theirs");
    place.client(String(there.id)).disconnect();
    const outcomes = await place.all.call.ask();
    expect(outcomes.map(({ clientId }) => clientId).sort()).toEqual([here.id, beside.id].sort());
    expect(await there.emitWithAck("where")).toMatchObject({ ok: true });
    expect(heard).toEqual([[["rang", "others"], ["rang", "all"], ["rang", "desk"], ["ask"]], []]);
  });

  test.each([
    ["a value that the schema refuses", `/org/${"x".repeat(65)}/floor/1`, "bad_input", ["orgId"]],
    ["text in a number's place", "/org/a/floor/top", "bad_input", ["floor"]],
    ["nothing in a number's place", "/org/a/floor/", "bad_input", ["floor"]],
    ["a number that is written otherwise", "/org/a/floor/1e0", "bad_input", undefined],
    ["text that need not be escaped", "/org/%61/floor/1", "bad_input", undefined],
    ["text that has to be escaped", "/org/a b/floor/1", "bad_input", undefined],
    ["an empty text", "/org//floor/1", "bad_input", undefined],
    ["a step up", "/org/../floor/1", "bad_input", undefined],
    ["an escape that is none", "/org/%E0%A4/floor/1", "bad_input", ["orgId"]],
    ["the pattern itself", "/org/:orgId/floor/:floor", "bad_input", ["floor"]],
    ["a part too much", "/org/a/floor/1/2", "not_found", undefined],
    ["a part too few", "/org/a/floor", "not_found", undefined],
    ["another path", "/organisation/a/floor/1", "not_found", undefined],
  ])("a name is refused with a code and opens no namespace: %s", async (_what, name, code, path) => {
    const { open, namespaces, log } = await startOrg();
    const [error] = await happens(open(name, transport), "connect_error");
    expect(error).toMatchObject({ message: "Invalid namespace", data: { code } });
    if (path !== undefined) expect(error).toMatchObject({ data: { issues: [{ path }] } });
    expect(namespaces()).toEqual([]);
    expect(log.some((line) => line.code === code && line.level === 30)).toBe(true);
  });
});

test("a schema that throws is `internal`, logged once, and opens no namespace", async () => {
  const { open, namespaces, log } = await startOrg();
  const [error] = await happens(open("/org/defect/floor/1"), "connect_error");
  expect(error).toMatchObject({ data: { code: "internal", data: { incident: expect.any(String) } } });
  expect(log.filter(({ msg }) => msg === "handler failed")).toHaveLength(1);
  expect(namespaces()).toEqual([]);
});

test("the server is told of wrong parameters at once", async () => {
  const { org } = await startOrg();
  expect(() => org({ orgId: "a", floor: 0.5 })).toThrow(WireError);
  expect(() => org({ orgId: "", floor: 1 })).toThrow("`orgId` has no form in a path");
});

test("one connection may be in so many namespaces, and in others once it has left some", async () => {
  const { join, open, namespaces } = await startOrg({}, { limits: { maxNamespaces: 2 } });
  const first = await join("/org/a/floor/1");
  const enter = (name: string) => {
    const socket = first.io.socket(name).connect();
    return happens(socket, "connect").then(() => socket);
  };
  const second = await enter("/org/b/floor/1");
  const [error] = await happens(first.io.socket("/org/c/floor/1").connect(), "connect_error");
  expect(error).toMatchObject({ data: { code: "overloaded" } });
  await until(() => namespaces().length === 2);
  second.disconnect();
  await until(() => namespaces().length === 1);
  await enter("/org/d/floor/1");
  await happens(open("/org/e/floor/1"), "connect");
});

describe("a namespace", () => {
  test("is there for as long as anybody is in it", async () => {
    const { join, namespaces, org } = await startOrg();
    const [one, two] = [await join("/org/a/floor/1"), await join("/org/a/floor/1")];
    const place = org({ orgId: "a", floor: 1 });
    one.disconnect();
    expect(await two.emitWithAck("where")).toMatchObject({ ok: true });
    expect(namespaces()).toEqual(["/org/a/floor/1"]);
    two.disconnect();
    await until(() => namespaces().length === 0);
    const again = await join("/org/a/floor/1");
    const heard = happens(again, "rang");
    place.all.emit.rang("still the same place");
    expect(await heard).toEqual(["still the same place"]);
  });

  test("is closed after a client that `connect` has refused", async () => {
    const { open, namespaces } = await startOrg({
      connect: () => {
        throw new WireError("unauthorized", "Not yours.");
      },
    });
    const [error] = await happens(open("/org/a/floor/1"), "connect_error");
    expect(error).toMatchObject({ data: { code: "unauthorized" } });
    await until(() => namespaces().length === 0);
  });

  test("is not closed under the feet of a client that is being admitted", async () => {
    let admit = () => {};
    let admissions = 0;
    const { open, join, namespaces, org } = await startOrg({
      connect: () => {
        if (++admissions === 1) return undefined;
        return new Promise<void>((resolve) => {
          admit = resolve;
        });
      },
    });
    const first = await join("/org/a/floor/1");
    const second = open("/org/a/floor/1");
    await until(() => admissions === 2);
    first.disconnect();
    await until(() => org({ orgId: "a", floor: 1 }).namespace.sockets.size === 0);
    // What would close it has had its turn: timers go off in order.
    await new Promise((resolve) => setTimeout(resolve, 1));
    const connected = happens(second, "connect");
    admit();
    await connected;
    const heard = happens(second, "rang");
    org({ orgId: "a", floor: 1 }).all.emit.rang("you");
    expect(await heard).toEqual(["you"]);
    expect(namespaces()).toEqual(["/org/a/floor/1"]);
  });

  test("has its `disconnect` handlers awaited when the app closes", async () => {
    let hasEnded = false;
    const { app, join } = await startOrg({
      disconnect: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        hasEnded = true;
      },
    });
    await join("/org/a/floor/1");
    await join("/org/b/floor/1");
    await app.close();
    expect(hasEnded).toBe(true);
  });

  test("that the server has opened and nobody has entered is closed after a minute", () => {
    vi.useFakeTimers();
    try {
      let forgotten = 0;
      const namespace = new Server().of("/org/a/floor/1");
      closeWhenEmpty(namespace, { keptMs: 0, forget: () => forgotten++ });
      vi.advanceTimersByTime(59_999);
      expect(forgotten).toBe(0);
      vi.advanceTimersByTime(1);
      expect(forgotten).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("names", () => {
  const path = "/x/:text/:number/:flag";
  const check = fromContract(z.object({ text: z.string(), number: z.number(), flag: z.boolean() }));
  const kinds = { text: "text", number: "number", flag: "boolean" } as const;
  const params = fc.record({
    text: fc.string({ unit: "binary", minLength: 1 }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    flag: fc.boolean(),
  });

  test("are read back as the parameters that they were made of", () => {
    fc.assert(
      fc.property(params, (given) => {
        const name = fillPath(path, check, given);
        expect(matchPath(path, { check, kinds }, name)).toEqual({ ok: true, params: given });
      }),
    );
  });

  test("are of characters that every client leaves alone, and of no step up", () => {
    fc.assert(
      fc.property(params, (given) => {
        const name = fillPath(path, check, given);
        expect(name).toMatch(/^\/x(\/[A-Za-z0-9_.!~*'()%-]+){3}$/);
        expect(name).not.toMatch(/\/\.+(\/|$)/);
      }),
    );
    expect(fillPath(path, check, { text: "..", number: 1, flag: true })).toBe("/x/%2E%2E/1/true");
  });

  test("are not made of half a surrogate pair", () => {
    expect(() => fillPath(path, check, { text: "\ud800", number: 1, flag: true })).toThrow(WireError);
  });
});
