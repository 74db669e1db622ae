import { describe, expect, test } from "vitest";
import { protocolVersion } from "../../contracts/wire/index.js";
import { answerWith, happens, recordEvents, startArena, until } from "./start-arena.js";

const question = { question: "there?" };
const generated = (name: string) => ({
  auth: { name, $wirepact: { protocol: protocolVersion, contract: "x" } },
});

async function outcome(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
}

describe.each(["websocket", "polling"] as const)("a call to one client over %s", (transport) => {
  test("resolves with the checked reply", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada", { transports: [transport] });
    answerWith(ada, "confirm", { ok: true, value: true });
    answerWith(ada, "poke", { ok: true });
    const peer = arena.sockets.client(ada.id ?? "");
    expect(await peer.call.confirm(question)).toBe(true);
    expect(await peer.call.poke()).toBe(undefined);
  });

  test("rejects with `timeout` when the client does not answer", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada", { transports: [transport] });
    const peer = arena.sockets.client(ada.id ?? "");
    expect(await outcome(peer.call.confirm(question))).toMatchObject({ code: "timeout", mayHaveRun: true });
    expect(await outcome(peer.call.poke({ timeoutMs: 10 }))).toMatchObject({ code: "timeout" });
  });

  test("rejects with `disconnected` when the client goes", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada", { transports: [transport] });
    const asked = happens(ada, "confirm");
    const answer = outcome(arena.sockets.client(ada.id ?? "").call.confirm(question, { timeoutMs: 5_000 }));
    await asked;
    ada.disconnect();
    expect(await answer).toMatchObject({ code: "disconnected", mayHaveRun: true });
  });
});

describe("a client's reply", () => {
  test.each<[string, unknown, object]>([
    [
      "of the wrong type is `bad_output` with its issues",
      { ok: true, value: "yes" },
      { code: "bad_output", issues: [{ path: [] }] },
    ],
    ["without a value is `bad_output`", { ok: true }, { code: "bad_output" }],
    ["that is no reply is `bad_output`", "yes", { code: "bad_output" }],
    ["that is null is `bad_output`", null, { code: "bad_output" }],
    ["without an error is `bad_output`", { ok: false }, { code: "bad_output" }],
    [
      "with an error of no code is `bad_output`",
      { ok: false, error: { message: "x" } },
      { code: "bad_output" },
    ],
    [
      "with a declared error rejects with its data",
      { ok: false, error: { code: "Busy", message: "later", data: { untilMs: 5, more: 1 } } },
      { code: "Busy", message: "later", data: { untilMs: 5 } },
    ],
    [
      "with broken data of a declared error is `bad_output`",
      { ok: false, error: { code: "Busy", message: "later", data: { untilMs: "5" } } },
      { code: "bad_output" },
    ],
    [
      "with an error that is not declared is `bad_output`",
      { ok: false, error: { code: "__proto__", message: "x" } },
      { code: "bad_output" },
    ],
    [
      "with a code of ours rejects with that",
      {
        ok: false,
        error: { code: "bad_input", message: "m", issues: [{ code: "c", path: ["q"], message: "i" }, 7] },
      },
      { code: "bad_input", issues: [{ code: "c", path: ["q"], message: "i" }], mayHaveRun: false },
    ],
    [
      "nested without end is `bad_output`",
      { ok: true, value: JSON.parse("[".repeat(200) + "]".repeat(200)) },
      { code: "bad_output" },
    ],
  ])("%s", async (_claim, reply, error) => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    answerWith(ada, "confirm", reply);
    const answer = await outcome(arena.sockets.client(ada.id ?? "").call.confirm(question));
    expect(answer).toMatchObject({ name: "WireError", ...error });
  });

  test("that comes a second time, or too late, changes nothing", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    let late: ((reply: unknown) => void) | undefined;
    ada.on("confirm", (_input, acknowledge) => {
      late = acknowledge;
    });
    const answer = await outcome(
      arena.sockets.client(ada.id ?? "").call.confirm(question, { timeoutMs: 20 }),
    );
    late?.({ ok: true, value: true });
    expect(answer).toMatchObject({ code: "timeout" });
    expect(await ada.emitWithAck("ping")).toEqual({ ok: true });
  });
});

describe("a call that the server withdraws", () => {
  test("rejects with `aborted` at once, and a generated client is told", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada", generated("Ada"));
    const events = recordEvents(ada);
    const controller = new AbortController();
    const answer = outcome(
      arena.sockets.client(ada.id ?? "").call.confirm(question, { signal: controller.signal }),
    );
    await until(() => events.length === 1);
    controller.abort();
    expect(await answer).toMatchObject({ code: "aborted", mayHaveRun: true });
    await until(() => events.length === 2);
    expect(events).toEqual([
      ["confirm", question, { cancelId: 0 }],
      ["$cancel", 0],
    ]);
  });

  test("shows a plain client neither mark nor `$cancel`", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    const events = recordEvents(ada);
    const controller = new AbortController();
    const answer = outcome(arena.sockets.client(ada.id ?? "").call.poke({ signal: controller.signal }));
    await until(() => events.length === 1);
    controller.abort();
    await answer;
    await ada.emitWithAck("ping");
    expect(events).toEqual([["poke"]]);
  });

  test("before it starts never leaves", async () => {
    const arena = await startArena();
    const ada = await arena.join("Ada");
    const events = recordEvents(ada);
    const call = arena.sockets.client(ada.id ?? "").call.confirm(question, { signal: AbortSignal.abort() });
    expect(await outcome(call)).toMatchObject({ code: "aborted", mayHaveRun: false });
    await ada.emitWithAck("ping");
    expect(events).toEqual([]);
  });
});

test("a call whose input breaks the contract rejects with `bad_output` and never leaves", async () => {
  const arena = await startArena();
  const ada = await arena.join("Ada");
  const events = recordEvents(ada);
  const broken = { question: 7 as unknown as string };
  expect(await outcome(arena.sockets.client(ada.id ?? "").call.confirm(broken))).toMatchObject({
    code: "bad_output",
  });
  expect(await outcome(arena.sockets.all.call.confirm(broken))).toMatchObject({ code: "bad_output" });
  await ada.emitWithAck("ping");
  expect(events).toEqual([]);
});

test("a call to an unknown client rejects with `disconnected`", async () => {
  const arena = await startArena();
  const error = await outcome(arena.sockets.client("nobody").call.confirm(question));
  expect(error).toMatchObject({ code: "disconnected", mayHaveRun: false });
});

test("a call to a group has one outcome per client within one deadline", async () => {
  const arena = await startArena();
  const yes = await arena.join("Yes");
  const busy = await arena.join("Busy");
  const liar = await arena.join("Liar");
  const silent = await arena.join("Silent", generated("Silent"));
  const gone = await arena.join("Gone");
  answerWith(yes, "confirm", { ok: true, value: true });
  answerWith(busy, "confirm", { ok: false, error: { code: "Busy", message: "later", data: { untilMs: 1 } } });
  answerWith(liar, "confirm", { ok: true, value: "perhaps" });
  gone.on("confirm", () => gone.disconnect());
  const ids = [yes, busy, liar, silent, gone].map((client) => client.id);
  const outcomes = await arena.sockets.all.call.confirm(question);
  expect(outcomes.map(({ clientId }) => clientId)).toEqual(ids);
  expect(outcomes).toMatchObject([
    { status: "answered", value: true },
    { status: "failed", error: { code: "Busy", data: { untilMs: 1 } } },
    { status: "failed", error: { code: "bad_output" } },
    { status: "timed_out" },
    { status: "failed", error: { code: "disconnected" } },
  ]);
});

test("a call to an empty group has no outcomes", async () => {
  const arena = await startArena();
  expect(await arena.sockets.to.court("nowhere").call.confirm(question)).toEqual([]);
});

test("a handler may ask its own client before it answers", async () => {
  const arena = await startArena({
    handlers: { fail: async (_input, { call }) => String(await call.confirm(question)) },
  });
  const ada = await arena.join("Ada");
  answerWith(ada, "confirm", { ok: true, value: false });
  expect(await ada.emitWithAck("fail", { how: "" })).toEqual({ ok: true, value: "false" });
});

test("a client's failure that a handler lets through is masked", async () => {
  const arena = await startArena({
    handlers: { fail: async (_input, { call }) => String(await call.confirm(question)) },
  });
  const ada = await arena.join("Ada");
  answerWith(ada, "confirm", {
    ok: false,
    error: { code: "bad_input", message: "what a server keeps to itself" },
  });
  const reply = await ada.emitWithAck("fail", { how: "" });
  expect(reply).toMatchObject({ error: { code: "internal" } });
  expect(JSON.stringify(reply)).not.toContain("keeps to itself");
});

test("a thousand calls that are never answered leave nothing behind", async () => {
  const arena = await startArena();
  const ada = await arena.join("Ada");
  const peer = arena.sockets.client(ada.id ?? "");
  await Promise.all(Array.from({ length: 1_000 }, () => outcome(peer.call.poke({ timeoutMs: 1 }))));
  const socket = arena.sockets.namespace.sockets.get(ada.id ?? "");
  expect(socket).toHaveProperty("acks.size", 0);
});
