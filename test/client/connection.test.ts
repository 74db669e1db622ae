import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ErrorReport } from "wirepact/client";
import { connectLobby, type LobbyClient, lobbyDefinition } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

let server: PlainServer;
const clients: LobbyClient[] = [];
const reports: ErrorReport[] = [];
const connect = (
  options: Parameters<typeof connectLobby>[1] = {},
  definition = lobbyDefinition(),
  url = server.url,
) => {
  const client = connectLobby(url, { onError: (report) => reports.push(report), ...options }, definition);
  clients.push(client);
  return client;
};
/** The statuses that a client goes through from now on. */
const statuses = (client: LobbyClient): string[] => {
  const seen: string[] = [client.state.value.status];
  client.state.subscribe(({ status }) => seen.push(status));
  return seen;
};

beforeEach(async () => {
  reports.length = 0;
  server = await startPlainServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

describe("the handshake", () => {
  const handshake = { protocol: 1, contract: "f1", batches: true };

  it("carries the auth and what the client speaks", async () => {
    connect();
    const socket = await server.socket();
    expect(socket.handshake.auth).toEqual({ name: "Ada", $wirepact: handshake });
  });

  it("of a channel without auth carries what the client speaks alone", async () => {
    connect({ auth: undefined }, lobbyDefinition({ auth: undefined }));
    const socket = await server.socket();
    expect(socket.handshake.auth).toEqual({ $wirepact: handshake });
  });

  it("with an auth value that breaks the contract throws at once", () => {
    expect(() => connect({ auth: { name: "" } })).toThrow(expect.objectContaining({ code: "bad_input" }));
    expect(() => connect({ auth: undefined, autoConnect: false })).toThrow(
      expect.objectContaining({ code: "bad_input" }),
    );
  });

  it("asks an auth function anew at each attempt", async () => {
    let asked = 0;
    const client = connect({ auth: async () => ({ name: `Ada${++asked}` }) });
    const first = await server.socket();
    expect(first.handshake.auth.name).toBe("Ada1");
    await client.whenConnected();
    first.conn.close();
    const second = await server.socket(1);
    expect(second.handshake.auth.name).toBe("Ada2");
    expect(asked).toBe(2);
  });

  it("reports an auth function that rejects, throws or breaks the contract, and asks it again", async () => {
    let asked = 0;
    const client = connect({
      auth: () => {
        switch (++asked) {
          case 1:
            throw new Error("sync");
          case 2:
            return Promise.reject(new Error("async"));
          case 3:
            return { name: "" };
          default:
            return { name: "Ada" };
        }
      },
    });
    await client.whenConnected();
    expect(reports.map(({ kind }) => kind)).toEqual(["auth", "auth", "auth"]);
    expect(String(reports[0]?.error)).toBe("Error: sync");
    expect(String(reports[1]?.error)).toBe("Error: async");
    expect(reports[2]?.error).toMatchObject({ code: "bad_input" });
  });

  it("does not send an auth that was asked for before close()", async () => {
    let give: ((auth: unknown) => void) | undefined;
    const other = connect({ auth: undefined }, lobbyDefinition({ path: "/", auth: undefined }));
    const client = connect({
      auth: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    await other.whenConnected();
    await vi.waitFor(() => expect(give).toBeDefined(), waitOptions);
    client.close();
    give?.({ name: "late" });
    const again = connect({ auth: { name: "second" } });
    await again.whenConnected();
    expect(server.sockets.map((socket) => socket.handshake.auth.name)).toEqual(["second"]);
  });
});

describe("the state", () => {
  it("goes from connecting to connected to closed", async () => {
    const client = connect({ autoConnect: false });
    expect(client.state.value).toEqual({ status: "closed", by: "client" });
    const seen = statuses(client);
    client.connect();
    client.connect();
    await client.whenConnected();
    const socket = await server.socket();
    expect(client.state.value).toEqual({ status: "connected", id: socket.id });
    client.close();
    client.close();
    expect(client.state.value).toEqual({ status: "closed", by: "client" });
    expect(seen).toEqual(["closed", "connecting", "connected", "closed"]);
    await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
  });

  it("goes over reconnecting back to connected, counting the attempts from 1", async () => {
    const client = connect();
    await client.whenConnected();
    const seen: unknown[] = [];
    client.state.subscribe((state) =>
      seen.push(state.status === "reconnecting" ? state.attempt : state.status),
    );
    const { port } = server;
    await server.close();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(3), waitOptions);
    expect(client.state.value).toMatchObject({ status: "reconnecting", reason: expect.any(String) });
    server = await startPlainServer({}, port);
    await client.whenConnected();
    const attempts = seen.slice(0, -1) as number[];
    expect(attempts[0]).toBe(1);
    expect(Math.max(...attempts)).toBeGreaterThanOrEqual(2);
    expect([...attempts].sort((a, b) => a - b)).toEqual(attempts);
    expect(seen.at(-1)).toBe("connected");
  });

  it("stays connecting while the server has never been there", async () => {
    const { port } = server;
    await server.close();
    const client = connect({}, lobbyDefinition(), `http://127.0.0.1:${port}`);
    const seen = statuses(client);
    await expect(client.whenConnected({ timeoutMs: 100 })).rejects.toMatchObject({ code: "timeout" });
    server = await startPlainServer({}, port);
    await client.whenConnected();
    expect(seen).toEqual(["connecting", "connected"]);
  });

  it("is refused with the declared error, and stays so until connect()", async () => {
    let isFull = true;
    server.io.of("/lobby").use((_socket, next) => {
      const data = { code: "Full", message: "full", data: { seats: 4, more: 1 } };
      next(isFull ? Object.assign(new Error("full"), { data }) : undefined);
    });
    const client = connect();
    const waiting = client.call.ping.safe();
    const once = client.on.tick.once();
    const loop = client.on.tick.iterate().next();
    client.emit.poked();
    await expect(client.whenConnected()).rejects.toMatchObject({ code: "Full" });
    const { value } = client.state;
    if (value.status !== "refused" || value.error.code !== "Full") throw new Error("expected Full");
    expect(value.error.data).toEqual({ seats: 4 });
    expect(await waiting).toMatchObject({
      ok: false,
      error: { code: "disconnected", mayHaveRun: false, cause: { code: "Full" } },
    });
    await expect(once).rejects.toMatchObject({ code: "disconnected" });
    expect(await loop).toEqual({ done: true, value: undefined });
    expect(reports).toEqual([expect.objectContaining({ kind: "emit", member: "poked" })]);
    await expect(client.whenConnected()).rejects.toMatchObject({ code: "Full" });
    expect(await client.call.ping.safe()).toMatchObject({ error: { code: "disconnected" } });
    await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
    isFull = false;
    client.connect();
    await client.whenConnected();
  });

  it.each([
    ["a namespace that is not there", undefined, "not_found"],
    ["a middleware that gives no reason", new Error("no"), "unauthorized"],
    [
      "a system code",
      Object.assign(new Error("no"), { data: { code: "overloaded", message: "" } }),
      "overloaded",
    ],
    [
      "a code that is not declared",
      Object.assign(new Error(""), { data: { code: "X", message: "" } }),
      "bad_output",
    ],
    ["data of another shape", Object.assign(new Error(""), { data: [1] }), "bad_output"],
    [
      "declared data that breaks the contract",
      Object.assign(new Error(""), { data: { code: "Full", message: "", data: { seats: "x" } } }),
      "bad_output",
    ],
  ])("names the reason of a refusal by %s", async (_what, error, code) => {
    if (error !== undefined) server.io.of("/lobby").use((_socket, next) => next(error));
    const client = connect({}, lobbyDefinition(error === undefined ? { path: "/nowhere" } : {}));
    await expect(client.whenConnected()).rejects.toMatchObject({ code });
    expect(client.state.value).toMatchObject({ status: "refused", error: { code } });
  });

  it("is closed by the server with the server's reason, and does not come back by itself", async () => {
    const client = connect();
    const socket = await server.socket();
    await client.whenConnected();
    const call = client.call.ping.safe();
    const loop = client.on.tick.iterate().next();
    socket.emit("$closing", { reason: "maintenance" });
    socket.disconnect();
    expect(await loop).toEqual({ done: true, value: undefined });
    expect(await call).toMatchObject({ error: { code: "disconnected", mayHaveRun: true } });
    expect(client.state.value).toEqual({ status: "closed", by: "server", reason: "maintenance" });
    client.connect();
    await client.whenConnected();
    (await server.socket(1)).disconnect();
    await vi.waitFor(() => expect(client.state.value.status).toBe("closed"), waitOptions);
    expect(client.state.value).toEqual({ status: "closed", by: "server", reason: undefined });
  });

  it("tells every listener of the newest value only, and reports one that throws", async () => {
    const client = connect({ autoConnect: false });
    const second: string[] = [];
    const stop = client.state.subscribe(({ status }) => {
      if (status === "connecting") client.close();
    });
    client.state.subscribe(({ status }) => second.push(status));
    client.connect();
    expect(second).toEqual(["closed"]);
    stop();
    client.state.subscribe(() => {
      throw new Error("view");
    });
    client.connect();
    await client.whenConnected();
    expect(second).toEqual(["closed", "connecting", "connected"]);
    expect(reports.map(({ kind }) => kind)).toEqual(["listener", "listener"]);
  });

  it("can be awaited with a signal, and not on a closed client", async () => {
    const client = connect({ autoConnect: false });
    await expect(client.whenConnected()).rejects.toMatchObject({ code: "disconnected" });
    client.connect();
    await expect(client.whenConnected({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "aborted",
    });
    const waiting = client.whenConnected();
    client.close();
    await expect(waiting).rejects.toMatchObject({ code: "disconnected" });
  });
});

describe("a client that was closed", () => {
  it("connects again, with its listeners and handlers", async () => {
    const client = connect();
    const heard: string[] = [];
    client.on.posted(({ text }) => heard.push(text));
    client.handle.whoAreYou(() => "Ada");
    await client.whenConnected();
    client.close();
    client.connect();
    await client.whenConnected();
    const socket = await server.socket(1);
    socket.emit("posted", { text: "again" });
    expect(await socket.timeout(2_000).emitWithAck("whoAreYou")).toEqual({ ok: true, value: "Ada" });
    expect(heard).toEqual(["again"]);
  });
});

describe("close() from within", () => {
  it("the error hook, while what waited is sent, stays closed", async () => {
    const client = connect({ onError: () => client.close() });
    const seen = statuses(client);
    client.emit.typed({ text: "x".repeat(1_000_000) });
    client.emit.poked();
    await expect(client.whenConnected()).rejects.toMatchObject({ code: "disconnected" });
    expect(seen).toEqual(["connecting", "closed"]);
    await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
    expect(seen).toEqual(["connecting", "closed"]);
  });

  it.each(["transport", "server", "client"])(
    "a handler that is aborted because the %s ended the connection happens once",
    async (by) => {
      const client = connect();
      const seen = statuses(client);
      client.handle.confirm((_input, { signal }) => {
        signal.addEventListener("abort", () => client.close());
        return new Promise<boolean>(() => {});
      });
      const socket = await server.socket();
      await client.whenConnected();
      socket.emit("confirm", { question: "" }, () => {});
      const tick = client.on.tick.once();
      socket.emit("tick");
      await tick;
      if (by === "transport") socket.conn.close();
      else if (by === "server") socket.disconnect();
      else client.close();
      await vi.waitFor(() => expect(client.state.value.status).toBe("closed"), waitOptions);
      await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
      expect(seen).toEqual(["connecting", "connected", "closed"]);
    },
  );

  it("gives way to a connect() from within", async () => {
    const client = connect();
    client.handle.confirm((_input, { signal }) => {
      signal.addEventListener("abort", () => client.connect());
      return new Promise<boolean>(() => {});
    });
    const socket = await server.socket();
    await client.whenConnected();
    socket.emit("confirm", { question: "" }, () => {});
    const tick = client.on.tick.once();
    socket.emit("tick");
    await tick;
    client.close();
    expect(client.state.value.status).toBe("connecting");
    await client.whenConnected();
  });
});

describe("several channels to one server", () => {
  const other = () => lobbyDefinition({ name: "other", path: "/other" });
  beforeEach(() => {
    server.io.of("/other");
  });

  it("share one connection, which ends with the last of them", async () => {
    const lobby = connect();
    const second = connect({}, other());
    await Promise.all([lobby.whenConnected(), second.whenConnected()]);
    expect(server.connections()).toBe(1);
    lobby.close();
    await vi.waitFor(() => expect(server.sockets[0]?.connected).toBe(false), waitOptions);
    expect(server.connections()).toBe(1);
    expect(second.state.value.status).toBe("connected");
    lobby.connect();
    await lobby.whenConnected();
    expect(server.connections()).toBe(1);
    lobby.close();
    second.close();
    await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
  });

  it("have a connection each where the options differ or the namespace is the same", async () => {
    const all = [
      connect(),
      connect(),
      connect({ transports: ["websocket"] }, other()),
      connect({ extraHeaders: { "x-a": "1" } }, other()),
    ];
    await Promise.all(all.map((client) => client.whenConnected()));
    expect(server.connections()).toBe(4);
  });

  it("go on when one of them is refused", async () => {
    const lobby = connect();
    const nowhere = connect({}, lobbyDefinition({ path: "/nowhere" }));
    await lobby.whenConnected();
    await expect(nowhere.whenConnected()).rejects.toMatchObject({ code: "not_found" });
    expect(lobby.state.value.status).toBe("connected");
    expect(server.connections()).toBe(1);
  });

  it("leave no ghost on the server when one is closed while the server still thinks about it", async () => {
    const admissions: (() => void)[] = [];
    server.io.of("/lobby").use((_socket, next) => {
      admissions.push(next);
    });
    const second = connect({}, other());
    const lobby = connect();
    await second.whenConnected();
    await vi.waitFor(() => expect(admissions).toHaveLength(1), waitOptions);
    lobby.close();
    // Somebody else meanwhile must not get the session of the one who went.
    const third = connect({ auth: { name: "Bob" } });
    await vi.waitFor(() => expect(admissions).toHaveLength(2), waitOptions);
    admissions[1]?.();
    await third.whenConnected();
    admissions[0]?.();
    await vi.waitFor(() => expect(server.sockets).toHaveLength(2), waitOptions);
    await vi.waitFor(() => expect(server.io.of("/lobby").sockets.size).toBe(1), waitOptions);
    expect((await server.socket()).handshake.auth.name).toBe("Ada");
    expect(third.state.value.status).toBe("connected");
  });

  it("close their connection though one of them was never answered", async () => {
    let asked = 0;
    server.io.of("/lobby").use(() => {
      asked++;
    });
    const second = connect({}, other());
    const lobby = connect();
    await second.whenConnected();
    await vi.waitFor(() => expect(asked).toBe(1), waitOptions);
    lobby.close();
    second.close();
    await vi.waitFor(() => expect(server.connections()).toBe(0), waitOptions);
  });
});

describe("a server that recovers connections", () => {
  beforeEach(async () => {
    await server.close();
    server = await startPlainServer({ connectionStateRecovery: {} });
    server.io.of("/other");
  });

  it("sends again what was missed, its numbers unseen by listeners", async () => {
    const client = connect();
    const heard: unknown[] = [];
    client.on.posted((payload) => heard.push(payload));
    client.on.tick((...args: unknown[]) => heard.push(args));
    const first = await server.socket();
    await client.whenConnected();
    first.emit("posted", { text: "before" });
    first.emit("tick");
    await vi.waitFor(() => expect(heard).toHaveLength(2), waitOptions);
    first.conn.close();
    server.io.of("/lobby").emit("posted", { text: "missed" });
    await vi.waitFor(() => expect(heard).toHaveLength(3), waitOptions);
    expect(heard).toEqual([{ text: "before" }, [undefined], { text: "missed" }]);
    expect(reports).toEqual([]);
  });

  it("does not give one client's session to the next one of the namespace", async () => {
    const other = connect({}, lobbyDefinition({ path: "/other" }));
    const ada = connect();
    const socket = await server.socket();
    await Promise.all([ada.whenConnected(), other.whenConnected()]);
    const tick = ada.on.tick.once();
    socket.emit("tick");
    await tick;
    socket.conn.close();
    await vi.waitFor(() => expect(ada.state.value.status).toBe("reconnecting"), waitOptions);
    ada.close();
    const bob = connect({ auth: { name: "Bob" } });
    await bob.whenConnected();
    const next = await server.socket(1);
    expect(next.handshake.auth).toMatchObject({ name: "Bob" });
    expect(next.recovered).toBe(false);
    expect(server.connections()).toBe(1);
  });
});

describe("the address", () => {
  it.each([
    ["", "is no address"],
    ["/", "is no address"],
    ["nonsense", "is no address"],
    ["localhost:3000", "is no address"],
    ["ftp://example.org", "is no address"],
    ["http://example.org/api", "without a path"],
  ])("`%s` is refused at once outside a page", (url, words) => {
    expect(() => connect({ autoConnect: false }, lobbyDefinition(), url)).toThrow(words);
  });

  it.each(["", "/"])("`%s` is the page's own origin", async (url) => {
    const { host } = new URL(server.url);
    vi.stubGlobal("location", { href: `${server.url}/app/index.html`, protocol: "http:", host });
    const client = connect({}, lobbyDefinition(), url);
    vi.unstubAllGlobals();
    await client.whenConnected();
  });

  it("takes Socket.IO's path as an option", async () => {
    const elsewhere = await startPlainServer({ path: "/api/io" });
    const client = connect({ path: "/api/io" }, lobbyDefinition(), elsewhere.url);
    await client.whenConnected();
    client.close();
    await elsewhere.close();
  });
});
