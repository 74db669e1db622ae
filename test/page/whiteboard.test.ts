import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildPage, pageFolder } from "../../client/demo/build.js";
import { buildApp } from "../../server/app.js";
import { BoardWindow } from "./board-window.js";
import { isChromiumThere, launchChromium, missingChromium } from "./chromium.js";

vi.setConfig({ testTimeout: 60_000 });

const patience = { timeout: 20_000 };
const red = "200,64,47";
const blue = "42,111,181";
const maySkip = !isChromiumThere() && process.env.CI !== "true";
if (maySkip) console.warn(missingChromium);

describe.skipIf(maySkip)(maySkip ? missingChromium : "the whiteboard", () => {
  let browser: Browser;
  let app: FastifyInstance;
  let windows: BoardWindow[] = [];

  beforeAll(async () => {
    await buildPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    app = await buildApp({ pageFolder });
    await app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterEach(async () => {
    for (const window of windows) await window.context.close();
    windows = [];
    await app.close();
  });

  async function enter(name: string, hash = ""): Promise<BoardWindow> {
    const window = await BoardWindow.enter(browser, `${app.listeningOrigin}/whiteboard/${hash}`, name);
    windows.push(window);
    return window;
  }

  test("shows two windows each other's strokes, pens and people", async () => {
    const ada = await enter("Ada");
    const grace = await enter("Grace");
    await ada.page.locator("#people").getByText("Grace", { exact: true }).waitFor();
    await ada.choose("Red");
    await grace.page.locator('#people [data-color="red"]').waitFor();
    await ada.draw([0.2, 0.5], [0.8, 0.5]);
    await expect.poll(() => grace.colorAt([0.5, 0.5]), patience).toBe(red);
    expect(await ada.colorAt([0.5, 0.5])).toBe(red);
    expect(await grace.colorAt([0.5, 0.2])).toBeUndefined();

    await grace.choose("Blue");
    await grace.draw([0.5, 0.1], [0.5, 0.3]);
    await expect.poll(() => ada.colorAt([0.5, 0.2]), patience).toBe(blue);
    await grace.moveTo([0.25, 0.75]);
    const cursor = ada.page.locator('[data-person="Grace"]');
    await expect.poll(() => cursor.evaluate((node) => node.style.left), patience).toBe("25%");

    await grace.context.close();
    await ada.page.locator("#people").getByText("Grace", { exact: true }).waitFor({ state: "detached" });
    expect([...ada.complaints, ...grace.complaints]).toEqual([]);
  });

  test("shows whoever comes later what is on the board, and keeps boards apart", async () => {
    const ada = await enter("Ada");
    await ada.choose("Red");
    await ada.draw([0.1, 0.1], [0.9, 0.1]);
    await ada.draw([0.5, 0.7]);
    const grace = await enter("Grace");
    await expect.poll(() => grace.colorAt([0.7, 0.1]), patience).toBe(red);
    await expect.poll(() => grace.colorAt([0.5, 0.7]), patience).toBe(red);
    const elsewhere = await enter("Edsger", "#plan");
    await elsewhere.draw([0.3, 0.3], [0.6, 0.3]);
    expect(await elsewhere.colorAt([0.7, 0.1])).toBeUndefined();
    expect(await ada.colorAt([0.5, 0.3])).toBeUndefined();
  });

  test("clears the board for everybody, once somebody has said so twice", async () => {
    const ada = await enter("Ada");
    const grace = await enter("Grace");
    await ada.choose("Red");
    await ada.draw([0.2, 0.5], [0.8, 0.5]);
    await expect.poll(() => grace.colorAt([0.5, 0.5]), patience).toBe(red);
    await grace.page.getByRole("button", { name: "Clear the board" }).click();
    await grace.page.getByRole("button", { name: "Clear it" }).click();
    await expect.poll(() => ada.colorAt([0.5, 0.5]), patience).toBeUndefined();
    await expect.poll(() => grace.colorAt([0.5, 0.5]), patience).toBeUndefined();
  });

  test("brings both ways what was drawn while a connection was lost", async () => {
    const ada = await enter("Ada");
    const grace = await enter("Grace");
    await ada.choose("Red");
    await grace.choose("Blue");
    await grace.context.setOffline(true);
    await grace.page.locator("#connection", { hasText: "Reconnecting" }).waitFor();
    await ada.draw([0.2, 0.5], [0.8, 0.5]);
    await grace.draw([0.5, 0.1], [0.5, 0.3]);
    await grace.context.setOffline(false);
    await expect.poll(() => grace.colorAt([0.5, 0.5]), patience).toBe(red);
    await expect.poll(() => ada.colorAt([0.5, 0.2]), patience).toBe(blue);
    await grace.page.locator("#connection", { hasText: "Connected" }).waitFor();
  });

  test("says at the field that a name is empty", async () => {
    const window = await enter("Ada");
    await window.page.getByRole("button", { name: "Leave" }).click();
    await window.page.getByLabel("Your name").fill(" ");
    await window.page.getByRole("button", { name: "Join" }).click();
    await window.page.locator("#join-problem", { hasText: "Enter a name first." }).waitFor();
  });
});
