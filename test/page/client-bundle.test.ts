import Fastify, { type FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { channelHandlers } from "../../server/channels.js";
import { sockets } from "../../server/generated/sockets.js";
import { isChromiumThere, launchChromium, missingChromium } from "./chromium.js";

vi.setConfig({ testTimeout: 60_000 });

const maySkip = !isChromiumThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingChromium);

const page = `<!doctype html>
<title>waiting</title>
<script type="module">
  import { connectChat } from "/api/sockets/client.js";
  const chat = connectChat("/", { auth: { name: "Ada" } });
  const { people } = await chat.call.join({ conversation: "lobby" });
  document.title = people.join();
</script>`;

describe.skipIf(maySkip)(maySkip ? missingChromium : "a page without a build step", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function startApp(minify: boolean): Promise<FastifyInstance> {
    const app = Fastify();
    const from = new URL("../../client/generated/", import.meta.url);
    app.register(
      async (api) => {
        await api.register(sockets, { channels: channelHandlers(60_000), client: { from, minify } });
      },
      { prefix: "/api" },
    );
    app.get("/", (_request, reply) =>
      reply
        .type("text/html")
        .header("content-security-policy", "script-src 'self' 'unsafe-inline'")
        .send(page),
    );
    await app.listen({ host: "127.0.0.1", port: 0 });
    onTestFinished(() => app.close());
    return app;
  }

  test.each([true, false])(
    "imports the client from the server that it talks to (minified: %s)",
    async (minify) => {
      const app = await startApp(minify);
      const window = await browser.newPage();
      onTestFinished(() => window.close());
      const complaints: string[] = [];
      window.on("pageerror", (error) => complaints.push(String(error)));
      await window.goto(app.listeningOrigin);
      await vi.waitUntil(async () => complaints.length > 0 || (await window.title()) !== "waiting", 20_000);
      expect(complaints).toEqual([]);
      expect(await window.title()).toBe("Ada");
    },
  );
});
