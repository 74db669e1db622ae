/** Text with its possible line breaks: what {@link printLayout} turns into lines of at most so many columns. */
export type Layout = string | readonly Layout[] | LayoutNode;

type LayoutNode =
  /** On one line where it fits, else broken at each of its own lines. */
  | { readonly kind: "group"; readonly content: Layout; readonly isBroken: boolean }
  | { readonly kind: "indent"; readonly content: Layout }
  /** A line break in a broken group; else `flat`. */
  | { readonly kind: "line"; readonly flat: string }
  | { readonly kind: "hard_line" }
  /** Lines as they are, at the top of a file: they are not moved, and nothing in them breaks. */
  | { readonly kind: "lines"; readonly text: string }
  /** A part that a broken group prints in another way. */
  | { readonly kind: "if_broken"; readonly broken: string; readonly flat: string }
  | NameLayout;

/** A name whose spelling is settled once all names of the file are known. */
export interface NameLayout {
  readonly kind: "name";
  readonly name: string;
  /**
   * `import`: from the module `from`; `global`: of the language; `parameter`: a type parameter, which gives
   * way to any other name of the file.
   */
  readonly role: "import" | "global" | "parameter";
  readonly from: string;
  readonly isType: boolean;
  /** How a default export is called where it is imported; its name is `default`. */
  readonly alias?: string;
}

export const line: Layout = { kind: "line", flat: " " };
export const softLine: Layout = { kind: "line", flat: "" };
export const hardLine: Layout = { kind: "hard_line" };

export function group(content: Layout, isBroken = false): Layout {
  return { kind: "group", content, isBroken: isBroken || hasHardLine(content) };
}

export function indent(content: Layout): Layout {
  return { kind: "indent", content };
}

export function ifBroken(broken: string, flat = ""): Layout {
  return { kind: "if_broken", broken, flat };
}

export function join(separator: Layout, parts: readonly Layout[]): Layout {
  const joined: Layout[] = [];
  for (const part of parts) {
    if (joined.length > 0) joined.push(separator);
    joined.push(part);
  }
  return joined;
}

/** Each name within a layout, in the order of first uses; looked for once, since layouts do not change. */
export function namesOf(layout: Layout): readonly NameLayout[] {
  if (typeof layout === "string") return [];
  const known = foundNames.get(layout);
  if (known !== undefined) return known;
  const names = new Set<NameLayout>();
  collectNames(layout, names);
  const list = [...names];
  foundNames.set(layout, list);
  return list;
}

const foundNames = new WeakMap<Exclude<Layout, string>, readonly NameLayout[]>();

function collectNames(layout: Exclude<Layout, string>, names: Set<NameLayout>): void {
  if (isList(layout)) {
    for (const part of layout) if (typeof part !== "string") collectNames(part, names);
  } else if (layout.kind === "name") names.add(layout);
  else if (layout.kind === "group" || layout.kind === "indent") {
    if (typeof layout.content !== "string") collectNames(layout.content, names);
  }
}

/** Options of {@link printLayout}. */
export interface PrintOptions {
  /** Columns that lines should not exceed. Default 110. */
  readonly width?: number;
  /** How a name is spelled; default as it is. */
  readonly spell?: (name: NameLayout) => string;
}

/** What is left to print, the next on top. Three lists and no objects: each layout of each file passes through. */
class Stack {
  readonly #layouts: Layout[] = [];
  readonly #depths: number[] = [];
  readonly #broken: boolean[] = [];
  /** Of the one taken last. */
  depth = 0;
  isBroken = false;

  get size(): number {
    return this.#layouts.length;
  }

  push(layout: Layout, depth: number, isBroken: boolean): void {
    this.#layouts.push(layout);
    this.#depths.push(depth);
    this.#broken.push(isBroken);
  }

  pushAll(layouts: readonly Layout[], depth: number, isBroken: boolean): void {
    for (let index = layouts.length - 1; index >= 0; index--) {
      this.push(layouts[index] ?? "", depth, isBroken);
    }
  }

  pop(): Layout | undefined {
    this.depth = this.#depths.pop() ?? 0;
    this.isBroken = this.#broken.pop() ?? false;
    return this.#layouts.pop();
  }

  /** Looks at one without taking it. */
  look(index: number): Layout | undefined {
    this.depth = this.#depths[index] ?? 0;
    this.isBroken = this.#broken[index] ?? false;
    return this.#layouts[index];
  }
}

/** The text of a layout, without a final line break. */
export function printLayout(layout: Layout, options: PrintOptions = {}): string {
  const width = options.width ?? 110;
  const spell = options.spell ?? spellAsItIs;
  const stack = new Stack();
  stack.push(layout, 0, true);
  // Lines that are finished stay apart from the one at hand: only the latter is ever looked at again.
  let finished = "";
  let current = "";
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { depth, isBroken } = stack;
    if (typeof next === "string") current += next;
    else if (isList(next)) stack.pushAll(next, depth, isBroken);
    else if (next.kind === "name") current += spell(next);
    else if (next.kind === "if_broken") current += isBroken ? next.broken : next.flat;
    else if (next.kind === "indent") stack.push(next.content, depth + 1, isBroken);
    else if (next.kind === "group") {
      // What is within a group on one line has been measured with it.
      const mayStayFlat =
        !next.isBroken && (!isBroken || fits(next.content, stack, width - current.length, spell));
      stack.push(next.content, depth, !mayStayFlat);
    } else if (next.kind === "lines") current += next.text;
    else if (next.kind === "hard_line" || isBroken) {
      finished += `${current.trimEnd()}\n`;
      current = "  ".repeat(depth);
    } else current += next.flat;
  }
  return finished + current;
}

/** A layout's words without its line breaks: for telling layouts apart. */
export function flatText(layout: Layout): string {
  if (typeof layout === "string") return layout;
  if (isList(layout)) {
    let text = "";
    for (const part of layout) text += typeof part === "string" ? part : flatText(part);
    return text;
  }
  switch (layout.kind) {
    case "group":
    case "indent":
      return flatText(layout.content);
    case "line":
    case "if_broken":
      return layout.flat;
    case "hard_line":
      return "\n";
    case "lines":
      return layout.text;
    case "name":
      return spellAsItIs(layout);
    default:
      return layout satisfies never;
  }
}

function spellAsItIs({ alias, name }: NameLayout): string {
  return alias ?? name;
}

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

function hasHardLine(layout: Layout): boolean {
  if (typeof layout === "string") return false;
  if (isList(layout)) {
    for (const part of layout) if (typeof part !== "string" && hasHardLine(part)) return true;
    return false;
  }
  if (layout.kind === "hard_line" || layout.kind === "lines") return true;
  if (layout.kind === "group") return layout.isBroken;
  return layout.kind === "indent" && hasHardLine(layout.content);
}

/** Whether the content on one line, and what follows it up to the next possible break, fits into the columns left. */
function fits(
  content: Layout,
  following: Stack,
  columns: number,
  spell: (name: NameLayout) => string,
): boolean {
  let left = columns;
  let index = following.size;
  const stack = new Stack();
  stack.push(content, 0, false);
  while (left >= 0) {
    const isOwn = stack.size > 0;
    const next = isOwn ? stack.pop() : following.look(--index);
    if (next === undefined) return true;
    const { isBroken } = isOwn ? stack : following;
    if (typeof next === "string") left -= next.length;
    else if (isList(next)) stack.pushAll(next, 0, isBroken);
    else if (next.kind === "name") left -= spell(next).length;
    else if (next.kind === "if_broken") left -= (isBroken ? next.broken : next.flat).length;
    else if (next.kind === "indent") stack.push(next.content, 0, isBroken);
    else if (next.kind === "group") stack.push(next.content, 0, isBroken && next.isBroken);
    else if (next.kind === "hard_line" || next.kind === "lines" || isBroken) return true;
    else left -= next.flat.length;
  }
  return false;
}
