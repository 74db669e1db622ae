import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type ClientBundleOptions, socketsPlugin } from "wirepact/server";
import { arenaDefinition } from "./arena.js";

const generated = new URL("../../client/generated/", import.meta.url);
const handlers = Object.fromEntries(
  Object.keys(arenaDefinition.clientToServer).map((name) => [name, () => undefined]),
);

function appWith(client: ClientBundleOptions, prefix = ""): FastifyInstance {
  const app = Fastify();
  onTestFinished(() => app.close());
  const options = { channels: { arena: { channel: "arena", handlers } }, client };
  app.register(
    async (scope) => {
      await scope.register(socketsPlugin([arenaDefinition]), options);
    },
    { prefix },
  );
  return app;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "wirepact-client-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What a served module exports, run in this process. */
async function load(code: string): Promise<Readonly<Record<string, unknown>>> {
  const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return { ...module };
}

test("serves the connect functions of a folder of generated clients, and nothing else of them", async () => {
  const response = await appWith({ from: generated }).inject("/sockets/client.js");
  expect(response.statusCode).toBe(200);
  expect(response.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(response.headers["x-content-type-options"]).toBe("nosniff");
  expect(Object.keys(await load(response.body))).toEqual(["connectChat", "connectWhiteboard"]);
});

test("takes the folder as a path as well, and leaves declarations alone", async () => {
  const from = folderWith({
    "hall.js": "export function connectHall(url, options) { return [url, options]; }",
    "hall.d.ts": "export function connectHall(url: string): unknown; export function connectOther(): void;",
    "schemas.js": "export const checkName = () => true;",
  });
  const { body } = await appWith({ from }).inject("/sockets/client.js");
  const { connectHall, ...others } = await load(body);
  expect(others).toEqual({});
  expect(connectHall).toBeTypeOf("function");
});

test("sets the clients to the path on which the server is found", async () => {
  const from = folderWith({ "hall.js": "export function connectHall(url, options) { return options; }" });
  const { body } = await appWith({ from }, "/api/v1").inject("/api/v1/sockets/client.js");
  const { connectHall } = (await load(body)) as { connectHall: (url: string, options?: object) => unknown };
  expect(connectHall("/")).toEqual({ path: "/api/v1/socket.io" });
  expect(connectHall("/", { auth: 1, path: undefined })).toEqual({ auth: 1, path: "/api/v1/socket.io" });
  expect(connectHall("/", { path: "/elsewhere" })).toEqual({ path: "/elsewhere" });
});

test("bundles a module of the user's own as it is", async () => {
  const from = join(folderWith({ "page.ts": "export const answer: number = 42;" }), "page.ts");
  const { body } = await appWith({ from, path: "/assets/page.js" }).inject("/assets/page.js");
  expect(await load(body)).toEqual({ answer: 42 });
});

test("answers 304 to a browser that has it, and 200 to one that has another", async () => {
  const app = appWith({ from: generated });
  const first = await app.inject("/sockets/client.js");
  const { etag } = first.headers;
  expect(first.headers["cache-control"]).toBe("no-cache");
  for (const known of [etag, `"other", W/${etag}`, "*"]) {
    const again = await app.inject({
      url: "/sockets/client.js",
      headers: { "if-none-match": String(known) },
    });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
  }
  const stale = await app.inject({ url: "/sockets/client.js", headers: { "if-none-match": '"other"' } });
  expect(stale.statusCode).toBe(200);
});

test("has a source map in development", async () => {
  const app = appWith({ from: generated });
  const { body } = await app.inject("/sockets/client.js");
  expect(body).toContain("//# sourceMappingURL=client.js.map");
  const map = (await app.inject("/sockets/client.js.map")).json();
  expect(map.sources.some((source: string) => source === "chat.ts")).toBe(true);
});

test("is small in production, and shows nobody its sources", async () => {
  const { body: readable } = await appWith({ from: generated }).inject("/sockets/client.js");
  vi.stubEnv("NODE_ENV", "production");
  onTestFinished(() => void vi.unstubAllEnvs());
  const app = appWith({ from: generated });
  const { body } = await app.inject("/sockets/client.js");
  expect(body.length).toBeLessThan(readable.length / 2);
  expect(body).not.toContain("sourceMappingURL");
  expect((await app.inject("/sockets/client.js.map")).statusCode).toBe(404);
});

test("is not served unless the app asks for it", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(socketsPlugin([arenaDefinition]), {
    channels: { arena: { channel: "arena", handlers } },
  });
  expect((await app.inject("/sockets/client.js")).statusCode).toBe(404);
});

describe("does not start with a client that cannot be served, and says the mend", () => {
  const noModule = { "hall.js": 'import "./gone.js";\nexport function connectHall() {}' };
  test.each<[string, () => ClientBundleOptions, string, RegExp]>([
    [
      "a folder that is not there",
      () => ({ from: "/nowhere/client" }),
      "WP_CLIENT_NOT_FOUND",
      /npx wirepact generate/,
    ],
    [
      "a folder without a client",
      () => ({ from: folderWith({ "a.ts": "export {};" }) }),
      "WP_CLIENT_EMPTY",
      /npx wirepact/,
    ],
    [
      "a client with an import that is not there",
      () => ({ from: folderWith(noModule) }),
      "WP_CLIENT_NOT_BUILT",
      /hall\.js:1:7/,
    ],
    [
      "a path without a slash",
      () => ({ from: generated, path: "client.js" }),
      "WP_CLIENT_PATH",
      /Begin it with a slash/,
    ],
    [
      "a path that is a pattern",
      () => ({ from: generated, path: "/:any/client.js" }),
      "WP_CLIENT_PATH",
      /`\/:any/,
    ],
  ])("%s", async (_what, options, code, message) => {
    const starting = appWith(options()).ready();
    await expect(starting).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
