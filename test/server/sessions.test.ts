import fastifyCookie from "@fastify/cookie";
import fastifyJwt from "@fastify/jwt";
import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import { describe, expect, test } from "vitest";
import { happens, startArena } from "./start-arena.js";

declare module "fastify" {
  interface Session {
    visits?: number;
  }
}

const secret = "for tests only, and of 32 characters at least";

async function registerSessions(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifySession, { secret, cookie: { secure: false } });
  await app.register(fastifyJwt, { secret });
  app.post("/visit", async (request) => {
    request.session.visits = (request.session.visits ?? 0) + 1;
    return { visits: request.session.visits };
  });
}

async function visit(app: FastifyInstance, cookie?: string): Promise<{ cookie: string; visits: number }> {
  const headers = cookie === undefined ? {} : { cookie };
  const answer = await app.inject({ method: "POST", url: "/visit", headers });
  const [session] = answer.cookies;
  return { cookie: `sessionId=${encodeURIComponent(session?.value ?? "")}`, visits: answer.json().visits };
}

describe.each([["websocket"], ["polling"], ["polling", "websocket"]])("over %s", (...transports) => {
  test("`connect` finds the session of the routes", async () => {
    const seen: unknown[] = [];
    const arena = await startArena({
      prepare: registerSessions,
      handlers: {
        connect({ auth, handshake }) {
          seen.push(handshake.request.session.visits);
          return auth;
        },
      },
    });
    const { cookie } = await visit(arena.app);
    await arena.join("Ada", { transports, extraHeaders: { cookie, origin: arena.url } });
    await arena.join("Ben", { transports, extraHeaders: { cookie: `${cookie}x`, origin: arena.url } });
    await arena.join("Cat", { transports });
    expect(seen).toEqual([1, undefined, undefined]);
  });

  test("a session that `connect` changes is kept once it saves it", async () => {
    const arena = await startArena({
      prepare: registerSessions,
      handlers: {
        async connect({ auth, handshake }) {
          handshake.request.session.visits = 10;
          await handshake.request.session.save();
          return auth;
        },
      },
    });
    const { cookie } = await visit(arena.app);
    await arena.join("Ada", { transports, extraHeaders: { cookie, origin: arena.url } });
    expect((await visit(arena.app, cookie)).visits).toBe(11);
  });

  test("`connect` may verify the token in a header", async () => {
    const arena = await startArena({
      prepare: registerSessions,
      handlers: {
        async connect({ handshake, refuse }) {
          const user = await handshake.request.jwtVerify<{ name: string }>().catch(() => undefined);
          if (user === undefined) throw refuse.unauthorized("no token");
          return user;
        },
      },
    });
    const token = arena.app.jwt.sign({ name: "Ada" });
    const ada = await arena.join("Ada", { transports, extraHeaders: { authorization: `Bearer ${token}` } });
    expect(ada.connected).toBe(true);
    const [refusal] = await happens(
      arena.open("Ada", { transports, extraHeaders: { authorization: `Bearer ${token}x` } }),
      "connect_error",
    );
    expect(refusal).toMatchObject({ data: { code: "unauthorized", message: "no token" } });
  });
});

test("a handshake starts no session", async () => {
  const arena = await startArena({ prepare: registerSessions });
  const answer = await fetch(`${arena.url}/socket.io/?EIO=4&transport=polling`);
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()).toEqual([]);
  const ordinary = await fetch(`${arena.url}/visit`, { method: "POST" });
  expect(ordinary.headers.getSetCookie()).toHaveLength(1);
});
