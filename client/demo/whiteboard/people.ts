import type { Point } from "../../generated/schemas.js";
import { element } from "../page/element.js";
import { boardSize } from "./board-canvas.js";
import type { Person } from "./board-session.js";
import { dot, palette } from "./palette.js";

/** How long a pen that does not move is shown, in milliseconds. */
const cursorShownMs = 6_000;

/** Shows who is at the board, and where their pens are. */
export class People {
  readonly #list: HTMLElement;
  readonly #layer: HTMLElement;
  readonly #cursors = new Map<string, { readonly node: HTMLElement; hideTimer: number }>();
  #people: readonly Person[] = [];

  /** @param layer - Lies on the board and is of its size. */
  constructor(list: HTMLElement, layer: HTMLElement) {
    this.#list = list;
    this.#layer = layer;
  }

  show(people: readonly Person[], self: string): void {
    this.#people = people;
    this.#list.replaceChildren(
      ...people.map(({ name, color }) => {
        return element("li", {}, dot(color), element("span", {}, name === self ? `${name} (you)` : name));
      }),
    );
    for (const name of this.#cursors.keys()) if (!this.#colorOf(name)) this.#hide(name);
  }

  /** Shows a person's pen at its place for some seconds. */
  moveCursor(name: string, [x, y]: Point): void {
    const color = this.#colorOf(name);
    if (!color) return;
    const cursor = this.#cursors.get(name) ?? this.#add(name);
    clearTimeout(cursor.hideTimer);
    cursor.hideTimer = window.setTimeout(() => this.#hide(name), cursorShownMs);
    cursor.node.style.left = `${(x / boardSize.width) * 100}%`;
    cursor.node.style.top = `${(y / boardSize.height) * 100}%`;
    cursor.node.style.setProperty("--pen", palette[color].css);
  }

  clear(): void {
    for (const name of this.#cursors.keys()) this.#hide(name);
    this.show([], "");
  }

  #add(name: string) {
    const node = element("div", { className: "cursor", data: { person: name } }, element("span", {}, name));
    this.#layer.append(node);
    const cursor = { node, hideTimer: 0 };
    this.#cursors.set(name, cursor);
    return cursor;
  }

  #hide(name: string): void {
    const cursor = this.#cursors.get(name);
    clearTimeout(cursor?.hideTimer);
    cursor?.node.remove();
    this.#cursors.delete(name);
  }

  #colorOf(name: string): Person["color"] | undefined {
    return this.#people.find((person) => person.name === name)?.color;
  }
}
