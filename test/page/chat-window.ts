import type { Browser, BrowserContext, Page } from "playwright-core";

const patienceMs = 20_000;

/** One browser window with its own person: what they do, what they see, and what the browser complained about. */
export class ChatWindow {
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

  static async open(browser: Browser, url: string): Promise<ChatWindow> {
    const context = await browser.newContext();
    const window = new ChatWindow(await context.newPage(), context);
    await window.page.goto(url);
    return window;
  }

  async join(name: string): Promise<void> {
    await this.page.getByLabel("Your name").fill(name);
    await this.page.getByRole("button", { name: "Join" }).click();
  }

  async post(text: string): Promise<void> {
    await this.page.getByLabel("Message", { exact: true }).fill(text);
    await this.page.getByRole("button", { name: "Send" }).click();
  }

  async openConversation(name: string): Promise<void> {
    await this.page.getByLabel("Name of a conversation to open").fill(name);
    await this.page.getByLabel("Name of a conversation to open").press("Enter");
  }

  /** Waits until the text is to be seen within the part of the page with this id. */
  async sees(id: string, text: string): Promise<void> {
    await this.page.locator(`#${id}`).getByText(text, { exact: true }).first().waitFor();
  }

  /** Waits until the part of the page with this id reads so. */
  async reads(id: string, text: string | RegExp): Promise<void> {
    await this.page.locator(`#${id}`, { hasText: text }).waitFor();
  }

  /** What the messages say, from the oldest. */
  messages(): Promise<string[]> {
    return this.page.locator("#log .bubble").allTextContents();
  }

  /** Who is shown as being here. */
  people(): Promise<string[]> {
    return this.page.locator("#people li span:last-child").allTextContents();
  }
}
