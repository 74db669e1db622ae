import { connect as connectTcp } from "node:net";
import Fastify from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SocketServerOptions } from "wirepact/server";
import { arenaPlugin, implementArena } from "./arena.js";
import { startArena } from "./start-arena.js";

type Headers = Readonly<Record<string, string>>;

const foreign = "https://evil.example";

describe.each(["websocket", "polling"])("a handshake over %s", (transport) => {
  /** Status of the answer: 101 or 200 for who may come in. */
  async function knock(options: SocketServerOptions, headers: Headers, trustProxy = false): Promise<number> {
    const app = Fastify({ trustProxy });
    onTestFinished(() => app.close());
    await app.register(arenaPlugin, { channels: { arena: implementArena(handlers) }, ...options });
    const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
    return statusOf(Number(port), transport, headers);
  }
  const isIn = transport === "websocket" ? 101 : 200;

  test("of a page of another site is refused, each time, with or without cookies", async () => {
    const arena = await startArena();
    for (let attempt = 0; attempt < 10; attempt++) {
      const headers = { Origin: foreign, ...(attempt % 2 === 1 && { Cookie: "sid=1" }) };
      expect(await statusOf(arena.port, transport, headers)).toBe(403);
    }
  });

  test.each([
    ["its host as another port", "http://127.0.0.1:1"],
    ["no host", "null"],
    ["no URL", "evil"],
  ])("whose origin names %s is refused", async (_what, origin) => {
    expect(await knock({}, { Origin: origin })).toBe(403);
  });

  test("of a page of this host is let in, whatever the scheme in front of a proxy", async () => {
    const headers = { Host: "chat.example:8443", Origin: "https://chat.example:8443", Cookie: "sid=1" };
    expect(await knock({}, headers)).toBe(isIn);
  });

  test("is not let in by a forwarded host that nobody vouches for", async () => {
    const headers = { Origin: foreign, "X-Forwarded-Host": "evil.example" };
    expect(await knock({}, headers)).toBe(403);
  });

  test("is let in by the forwarded host of a proxy that the app trusts", async () => {
    const headers = { Origin: "https://chat.example", "X-Forwarded-Host": "chat.example" };
    expect(await knock({}, headers, true)).toBe(isIn);
  });

  test.each<[string, SocketServerOptions]>([
    ["origins", { origins: [foreign] }],
    ["origins by a pattern", { origins: [/^https:\/\/evil\.example$/g] }],
    ["every origin", { origins: "*" }],
    ["cors", { cors: { origin: foreign } }],
    ["cors by a list", { cors: { origin: ["https://a.example", foreign] } }],
    ["cors for all", { cors: { origin: "*" } }],
    ["cors that mirrors", { cors: { origin: true } }],
  ])("of a page that the option allows is let in: %s", async (_what, options) => {
    expect(await knock(options, { Origin: foreign })).toBe(isIn);
    expect(await knock(options, { Origin: foreign })).toBe(isIn);
  });

  test.each<[string, SocketServerOptions]>([
    ["another one of origins", { origins: ["https://a.example"] }],
    ["origins, whatever cors says", { origins: ["https://a.example"], cors: { origin: "*" } }],
    [
      "a function of cors, which binds no WebSocket",
      { cors: { origin: (_origin, done) => done(null, true) } },
    ],
  ])("of a page that the option does not allow is refused: %s", async (_what, options) => {
    expect(await knock(options, { Origin: foreign })).toBe(403);
  });

  test("without an origin is let in when it has no cookies", async () => {
    expect(await knock({}, {})).toBe(isIn);
  });

  test("without an origin and with cookies is refused", async () => {
    expect(await knock({}, { Cookie: "sid=1" })).toBe(403);
  });

  test("without an origin and with cookies is let in from a page that the browser says is our own", async () => {
    expect(await knock({}, { Cookie: "sid=1", "Sec-Fetch-Site": "same-origin" })).toBe(isIn);
    expect(await knock({}, { Cookie: "sid=1", "Sec-Fetch-Site": "cross-site" })).toBe(403);
  });

  test("without an origin and with cookies is let in where the option says so", async () => {
    expect(await knock({ cookiesWithoutOrigin: "allow" }, { Cookie: "sid=1" })).toBe(isIn);
  });
});

test("a refusal says what to do, in a form that its reader can tell by its code", async () => {
  const arena = await startArena();
  const answer = await fetch(`${arena.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: foreign },
  });
  expect(await answer.json()).toEqual({
    code: "unauthorized",
    message: "The origin `https://evil.example` is neither this host's nor one of the option `origins`.",
  });
});

test("pages that `origins` names get CORS headers with credentials, others none", async () => {
  const arena = await startArena({ options: { origins: [foreign] } });
  const preflight = async (origin: string) =>
    fetch(`${arena.url}/socket.io/?EIO=4&transport=polling`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const allowed = await preflight(foreign);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(foreign);
  expect(allowed.headers.get("access-control-allow-credentials")).toBe("true");
  expect((await preflight("https://b.example")).headers.get("access-control-allow-origin")).toBeNull();
});

test.each<[string, SocketServerOptions]>([
  ["cors for all", { cors: { origin: "*", credentials: true } }],
  ["cors that mirrors", { cors: { origin: true, credentials: true } }],
  ["origins for all", { origins: "*", cors: { credentials: true } }],
])("every origin with credentials does not start: %s", async (_what, options) => {
  const app = Fastify();
  onTestFinished(() => app.close());
  const registering = app.register(arenaPlugin, {
    channels: { arena: implementArena(handlers) },
    ...options,
  });
  await expect(registering).rejects.toMatchObject({ code: "WP_ANY_ORIGIN_WITH_CREDENTIALS" });
});

const handlers = {
  connect: () => undefined,
  add: ({ a, b }: { a: number; b: number }) => ({ sum: a + b }),
  ping: () => undefined,
  echo: (input: unknown) => input,
  greet: () => "",
  plant: <Tree>(tree: Tree) => tree,
  slow: () => "",
  fail: () => "",
  defect: () => undefined,
  join: () => undefined,
  shout: () => undefined,
  wave: () => undefined,
};

/** By hand: no client lets one choose `Host`, `Origin` and `Sec-Fetch-Site`. */
function statusOf(port: number, transport: string, headers: Headers): Promise<number> {
  const upgrade: Headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
  };
  const all = { Host: `127.0.0.1:${port}`, ...(transport === "websocket" && upgrade), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connectTcp(port, "127.0.0.1", () => {
      socket.write(`GET /socket.io/?EIO=4&transport=${transport} HTTP/1.1\r\n${lines.join("")}\r\n`);
    });
    socket.once("data", (data) => {
      socket.destroy();
      resolve(Number(String(data).split(" ")[1]));
    });
    socket.once("error", reject);
  });
}
