import type { Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ErrorReport, WireError } from "wirepact/client";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
let client: LobbyClient;
let socket: Socket;
const reports: ErrorReport[] = [];

beforeEach(async () => {
  reports.length = 0;
  server = await startPlainServer();
  client = connectLobby(server.url, { onError: (report) => reports.push(report) });
  socket = await server.socket();
  await client.whenConnected();
});
afterEach(async () => {
  client.close();
  await server.close();
});

const ask = (name: string, ...args: unknown[]) => socket.timeout(2_000).emitWithAck(name, ...args);

describe("a call of the server", () => {
  it("is answered with what the handler returns or resolves with", async () => {
    client.handle.confirm(async ({ question }) => question === "sure?");
    client.handle.whoAreYou(() => "Ada");
    expect(await ask("confirm", { question: "sure?" })).toEqual({ ok: true, value: true });
    expect(await ask("whoAreYou")).toEqual({ ok: true, value: "Ada" });
    expect(await ask("whoAreYou", null)).toEqual({ ok: true, value: "Ada" });
  });

  it("without a handler is answered `not_found`, also after the handler was stopped", async () => {
    const stop = client.handle.whoAreYou(() => "Ada");
    stop();
    expect(await ask("whoAreYou")).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("has one handler at a time", () => {
    const stop = client.handle.whoAreYou(() => "Ada");
    expect(() => client.handle.whoAreYou(() => "Bob")).toThrow("`whoAreYou` has a handler already");
    stop();
    const stopSecond = client.handle.whoAreYou(() => "Bob");
    stop();
    expect(() => client.handle.whoAreYou(() => "Eve")).toThrow("has a handler already");
    stopSecond();
  });

  it.each([
    ["a payload that breaks the contract", [{ question: 1 }], ["question"]],
    ["no payload", [], []],
    ["a mark that is none", [{ question: "x" }, { cancelId: -1 }], undefined],
    ["a mark of null", [{ question: "x" }, null], undefined],
    ["too many arguments", [{ question: "x" }, { cancelId: 1 }, 2], undefined],
  ])("with %s is answered `bad_input` and not run", async (_what, args, path) => {
    const handler = vi.fn(() => true);
    client.handle.confirm(handler);
    const reply = await ask("confirm", ...args);
    expect(reply).toMatchObject({ ok: false, error: { code: "bad_input" } });
    if (path !== undefined) expect(reply.error.issues[0].path).toEqual(path);
    expect(handler).not.toHaveBeenCalled();
  });

  it("without an acknowledgement is not run, and reported", async () => {
    const handler = vi.fn(() => true);
    client.handle.confirm(handler);
    socket.emit("confirm", { question: "x" });
    await vi.waitFor(() => expect(reports).toHaveLength(1), waitOptions);
    expect(reports[0]).toMatchObject({ kind: "bad_event", member: "confirm" });
    expect(handler).not.toHaveBeenCalled();
  });

  it("is answered with a declared error and its data", async () => {
    client.handle.confirm((_input, { error }) => {
      throw error.Busy({ until: 3 }, "in a moment");
    });
    expect(await ask("confirm", { question: "x" })).toEqual({
      ok: false,
      error: { code: "Busy", message: "in a moment", data: { until: 3 } },
    });
    expect(reports).toEqual([]);
  });

  it.each([
    ["an unknown error", new Error("secret")],
    ["a declared error with bad data", new WireError("Busy", "secret", { data: { until: "secret" } })],
    ["an undeclared code", new WireError("Nope", "secret")],
    ["text", "secret"],
    ["undefined", undefined],
  ])("whose handler throws %s is answered `internal`, no more", async (_what, thrown) => {
    client.handle.confirm(() => {
      throw thrown;
    });
    const reply = await ask("confirm", { question: "x" });
    expect(reply).toEqual({
      ok: false,
      error: { code: "internal", message: "The client's handler failed." },
    });
    expect(reports).toEqual([expect.objectContaining({ kind: "handler", member: "confirm" })]);
  });

  it("whose handler returns what the contract refuses is answered `bad_output`", async () => {
    client.handle.confirm(() => "yes" as unknown as boolean);
    expect(await ask("confirm", { question: "x" })).toMatchObject({
      ok: false,
      error: { code: "bad_output" },
    });
    expect(reports.map(({ kind }) => kind)).toEqual(["handler"]);
  });

  it("whose reply is larger than the server takes is answered `too_large`, and the connection stays", async () => {
    client.handle.whoAreYou(() => "x".repeat(1_000_000));
    expect(await ask("whoAreYou")).toMatchObject({ ok: false, error: { code: "too_large" } });
    expect(client.state.value.status).toBe("connected");
  });

  it("that the server withdraws aborts the handler's signal and is answered `aborted`", async () => {
    let aborted: unknown;
    client.handle.confirm((_input, { signal }) => {
      return new Promise(() =>
        signal.addEventListener("abort", () => {
          aborted = signal.reason;
        }),
      );
    });
    const answer = ask("confirm", { question: "x" }, { cancelId: 7 });
    expect(await ask("confirm", { question: "y" }, { cancelId: 7 })).toMatchObject({
      error: { code: "bad_input" },
    });
    for (const id of [undefined, null, "7", {}, 8, "__proto__"]) socket.emit("$cancel", id);
    socket.emit("$cancel", 7);
    expect(await answer).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect(aborted).toMatchObject({ code: "aborted" });
  });

  it("that takes longer than the contract allows is answered `timeout`", async () => {
    let signal: AbortSignal | undefined;
    client.handle.whoAreYou((context) => {
      signal = context.signal;
      return new Promise(() => {});
    });
    expect(await ask("whoAreYou")).toMatchObject({ ok: false, error: { code: "timeout" } });
    expect(signal?.aborted).toBe(true);
  });

  it("is aborted when the connection ends, and its late answer goes nowhere", async () => {
    let finish: ((value: boolean) => void) | undefined;
    let signal: AbortSignal | undefined;
    client.handle.confirm((_input, context) => {
      signal = context.signal;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const lost = ask("confirm", { question: "x" }).catch(() => "lost");
    await vi.waitFor(() => expect(finish).toBeDefined(), waitOptions);
    socket.conn.close();
    await vi.waitFor(() => expect(signal?.aborted).toBe(true), waitOptions);
    expect(await lost).toBe("lost");
    socket = await server.socket(1);
    const packets: unknown[] = [];
    socket.conn.on("packet", ({ type, data }: { type: string; data?: unknown }) => {
      if (type === "message") packets.push(data);
    });
    finish?.(true);
    client.emit.poked();
    await vi.waitFor(() => expect(packets).toEqual(['2/lobby,["poked"]']), waitOptions);
  });
});
