import type { Browser, BrowserContext, Page } from "playwright-core";

const patienceMs = 20_000;

/** One browser window with its own person at a whiteboard. */
export class BoardWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings and violations of the content security policy, in the browser's words. */
  readonly complaints: string[] = [];

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
    page.setDefaultTimeout(patienceMs);
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
  }

  /** Opens the page and takes a pen. */
  static async enter(browser: Browser, url: string, name: string): Promise<BoardWindow> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 760 } });
    const window = new BoardWindow(await context.newPage(), context);
    await window.page.goto(url);
    await window.page.getByLabel("Your name").fill(name);
    await window.page.getByRole("button", { name: "Join" }).click();
    await window.page.locator("#people").getByText(`${name} (you)`, { exact: true }).waitFor();
    return window;
  }

  async choose(color: string): Promise<void> {
    await this.page.getByText(color, { exact: true }).click({ force: true });
  }

  /** Draws through these places, in shares of the board's width and height. */
  async draw(...places: readonly (readonly [x: number, y: number])[]): Promise<void> {
    const [first, ...rest] = await this.#onScreen(places);
    if (!first) return;
    await this.page.mouse.move(...first);
    await this.page.mouse.down();
    for (const place of rest) await this.page.mouse.move(...place, { steps: 10 });
    await this.page.mouse.up();
  }

  async moveTo(place: readonly [x: number, y: number]): Promise<void> {
    for (const at of await this.#onScreen([place])) await this.page.mouse.move(...at, { steps: 5 });
  }

  /** The colour on the board at a place, as `r,g,b`; nothing where nobody has drawn. */
  async colorAt([x, y]: readonly [x: number, y: number]): Promise<string | undefined> {
    const pixel = await this.page.evaluate(
      ([shareX, shareY]) => {
        const canvas = document.querySelector<HTMLCanvasElement>("#board");
        // One pixel is copied: the board's own canvas is not made for reading.
        const pixel = new OffscreenCanvas(1, 1).getContext("2d");
        if (canvas) pixel?.drawImage(canvas, -(shareX ?? 0) * canvas.width, -(shareY ?? 0) * canvas.height);
        const at = pixel?.getImageData(0, 0, 1, 1);
        return [...(at?.data ?? [])];
      },
      [x, y],
    );
    const [red, green, blue, alpha] = pixel;
    return alpha ? [red, green, blue].join(",") : undefined;
  }

  async #onScreen(places: readonly (readonly [x: number, y: number])[]): Promise<[number, number][]> {
    const box = await this.page.locator("#board").boundingBox();
    if (!box) throw new Error("There is no board to be seen.");
    return places.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
  }
}
