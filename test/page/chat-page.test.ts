import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildPage, pageFolder } from "../../client/demo/build.js";
import { buildApp } from "../../server/app.js";
import { ChatWindow } from "./chat-window.js";
import { isChromiumThere, launchChromium, missingChromium } from "./chromium.js";

// Two or three windows at a time take their seconds where cores are few.
vi.setConfig({ testTimeout: 60_000 });

const patienceMs = 20_000;
const maySkip = !isChromiumThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingChromium);

describe.skipIf(maySkip)(maySkip ? missingChromium : "the page", () => {
  let browser: Browser;
  let app: FastifyInstance;
  let windows: ChatWindow[] = [];

  beforeAll(async () => {
    await buildPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(async () => {
    for (const window of windows) await window.context.close();
    windows = [];
    await app.close();
  });

  async function startApp(port = 0, idleAfterMs = 60_000): Promise<FastifyInstance> {
    const started = await buildApp({ pageFolder, idleAfterMs });
    await started.listen({ host: "127.0.0.1", port });
    return started;
  }

  async function openWindow(hash = ""): Promise<ChatWindow> {
    const window = await ChatWindow.open(browser, `${app.listeningOrigin}/${hash}`);
    windows.push(window);
    return window;
  }

  async function openAs(name: string, hash = ""): Promise<ChatWindow> {
    const window = await openWindow(hash);
    await window.join(name);
    await window.sees("people", `${name} (you)`);
    return window;
  }

  test("lets two windows chat: who is here, who is typing, what is said, who left", async () => {
    const ada = await openAs("Ada");
    const grace = await openAs("Grace");
    await ada.sees("log", "Grace joined");
    await ada.sees("people", "Grace");
    expect(await grace.people()).toEqual(["Ada", "Grace (you)"]);

    await ada.page.getByLabel("Message", { exact: true }).pressSequentially("Hel");
    await grace.reads("typing", "Ada is typing…");
    await ada.post("Hello Grace");
    await grace.sees("log", "Hello Grace");
    await grace.page.getByLabel("Message", { exact: true }).fill("Hello\nAda");
    await grace.page.getByLabel("Message", { exact: true }).press("Enter");
    await ada.reads("log", /Hello\nAda/);
    expect(await ada.messages()).toEqual(["Hello Grace", "Hello\nAda"]);
    expect(await grace.messages()).toEqual(["Hello Grace", "Hello\nAda"]);
    await expect.poll(() => grace.page.locator("#typing").textContent(), { timeout: patienceMs }).toBe("");

    // The next message is announced at once, however soon it is begun.
    await ada.page.getByLabel("Message", { exact: true }).pressSequentially("And");
    await grace.reads("typing", "Ada is typing…");
    await ada.page.getByLabel("Message", { exact: true }).fill("");

    await grace.context.close();
    await ada.sees("log", "Grace left");
    expect(await ada.people()).toEqual(["Ada (you)"]);
    expect([...ada.complaints, ...grace.complaints]).toEqual([]);
  });

  test("keeps conversations apart, counts what is unread, and leads others there by its address", async () => {
    const ada = await openAs("Ada");
    await ada.openConversation("Team Lunch");
    // The lobby has shown the same person: only the address tells that this is the other conversation.
    await ada.page.waitForURL((url) => url.hash === "#team-lunch");
    await ada.sees("people", "Ada (you)");
    await ada.page.getByRole("button", { name: "lobby" }).click();

    const grace = await openAs("Grace", "#team-lunch");
    await grace.post("Soup?");
    await ada.page.getByRole("button", { name: "team-lunch 1 unread" }).waitFor();
    expect(await ada.messages()).toEqual([]);
    await ada.page.getByRole("button", { name: "team-lunch" }).click();
    await ada.sees("log", "Soup?");

    await ada.page.getByRole("button", { name: "Leave conversation" }).click();
    await grace.sees("log", "Ada left");
    expect(ada.complaints).toEqual([]);
  });

  test("shows what was said before to whoever comes later, as text and never as markup", async () => {
    const ada = await openAs("Ada");
    const text = `<img src=x onerror="document.title='broken'"> & <b>bold</b>`;
    await ada.post(text);
    await ada.sees("log", text);
    const grace = await openAs("Grace");
    await grace.sees("log", text);
    expect(await grace.page.locator("#log img, #log b").count()).toBe(0);
    expect(grace.complaints).toEqual([]);
  });

  test("says at the field that a name is empty, too long or taken", async () => {
    await openAs("Ada");
    const other = await openWindow();
    await other.join("  ");
    await other.reads("join-problem", "Enter a name first.");
    await other.join("x".repeat(41));
    await other.reads("join-problem", "Too long: 40 characters are the most.");
    await other.join("ada");
    await other.reads("join-problem", "Somebody of that name is here already. Choose another one.");
    await other.join("Ada the second");
    await other.sees("people", "Ada the second (you)");
  });

  test("says at the field that a message is empty or too long, and keeps the text", async () => {
    const ada = await openAs("Ada");
    await ada.post("  ");
    await ada.reads("message-problem", "Write something first.");
    const text = "x".repeat(2001);
    await ada.post(text);
    await ada.reads("message-problem", "Too long: 2,000 characters are the most.");
    expect(await ada.page.getByLabel("Message", { exact: true }).inputValue()).toBe(text);
    expect(await ada.messages()).toEqual([]);
  });

  test("comes back after the server was away, sends what was written meanwhile, and catches up", async () => {
    const port = Number(new URL(app.listeningOrigin).port);
    const ada = await openAs("Ada");
    const grace = await openAs("Grace");
    await ada.post("Before");
    await grace.sees("log", "Before");

    await app.close();
    await ada.reads("connection", /Reconnecting, attempt \d+…/);
    await ada.post("Written while you were away");
    await ada.sees("log", "Waiting for the connection");
    app = await startApp(port);

    await ada.reads("connection", /^Connected/);
    await grace.sees("log", "Written while you were away");
    await expect
      .poll(() => ada.messages(), { timeout: patienceMs })
      .toEqual(["Before", "Written while you were away"]);
    await grace.post("There you are");
    await ada.sees("log", "There you are");
  });

  test("comes back after its network was away, though the server still holds the old connection", async () => {
    const ada = await openAs("Ada");
    const grace = await openAs("Grace");
    await ada.context.setOffline(true);
    await ada.reads("connection", /Reconnecting/);
    await grace.post("Said while Ada was offline");
    await ada.context.setOffline(false);

    await ada.reads("connection", /^Connected/);
    await ada.sees("log", "Said while Ada was offline");
    await ada.post("Back again");
    await grace.sees("log", "Back again");
  });

  test("puts the server's question to the person; who says no is shown out and may come back", async () => {
    await app.close();
    app = await startApp(0, 300);
    const ada = await openAs("Ada");
    await ada.page.getByRole("dialog", { name: "Are you still there?" }).waitFor();
    await ada.page.getByRole("button", { name: "Yes, I am here" }).click();
    await ada.page.getByRole("dialog", { name: "Are you still there?" }).waitFor();
    await ada.page.keyboard.press("Escape");
    await ada.reads("ended-reason", "You were away for a while.");
    await ada.page.getByRole("button", { name: "Come back" }).click();
    await ada.reads("connection", /^Connected/);
  });

  test("works from the keyboard alone", async () => {
    const { page } = await openWindow();
    await page.keyboard.type("Ada");
    await page.keyboard.press("Enter");
    await page.locator("#people").getByText("Ada (you)").waitFor();
    await page.keyboard.type("No mouse");
    await page.keyboard.press("Enter");
    await page.locator("#log").getByText("No mouse").waitFor();
  });

  test("is served under a policy that allows no inline code and no eval", async () => {
    const response = await fetch(app.listeningOrigin);
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    const window = await openWindow();
    const outcome = await window.page.evaluate(() => {
      const script = document.createElement("script");
      return new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
        try {
          script.text = "document.title = 'ran'";
          document.body.append(script);
        } catch {
          // Trusted types refuse the text before the policy refuses the script.
        }
      });
    });
    expect(outcome).toBe("require-trusted-types-for");
    expect(await window.page.title()).toBe("wirepact chat");
  });
});
