/** Text with its possible line breaks: what {@link printLayout} turns into lines of at most so many columns. */
export type Layout = string | readonly Layout[] | LayoutNode;

type LayoutNode =
  /** On one line where it fits, else broken at each of its own lines. */
  | { readonly kind: "group"; readonly content: Layout; readonly isBroken: boolean }
  | { readonly kind: "indent"; readonly content: Layout }
  /** A line break in a broken group; else `flat`. */
  | { readonly kind: "line"; readonly flat: string }
  | { readonly kind: "hard_line" }
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

/** Each name within a layout; looked for once, since layouts do not change. */
export function namesOf(layout: Layout): readonly NameLayout[] {
  if (typeof layout === "string") return [];
  const known = foundNames.get(layout);
  if (known !== undefined) return known;
  const names: NameLayout[] = [];
  collectNames(layout, names);
  foundNames.set(layout, names);
  return names;
}

const foundNames = new WeakMap<Exclude<Layout, string>, readonly NameLayout[]>();

function collectNames(layout: Layout, names: NameLayout[]): void {
  if (typeof layout === "string") return;
  if (isList(layout)) for (const part of layout) collectNames(part, names);
  else if (layout.kind === "name") names.push(layout);
  else if (layout.kind === "group" || layout.kind === "indent") collectNames(layout.content, names);
}

/** Options of {@link printLayout}. */
export interface PrintOptions {
  /** Columns that lines should not exceed. Default 110. */
  readonly width?: number;
  /** How a name is spelled; default as it is. */
  readonly spell?: (name: NameLayout) => string;
}

interface Command {
  readonly depth: number;
  readonly isBroken: boolean;
  readonly layout: Layout;
}

/** The text of a layout, without a final line break. */
export function printLayout(layout: Layout, options: PrintOptions = {}): string {
  const width = options.width ?? 110;
  const spell = options.spell ?? (({ alias, name }: NameLayout) => alias ?? name);
  const commands: Command[] = [{ depth: 0, isBroken: true, layout }];
  // Lines that are finished stay apart from the one at hand: only the latter is ever looked at again.
  let finished = "";
  let current = "";
  let column = 0;
  const put = (part: string): void => {
    current += part;
    column += part.length;
  };
  for (let command = commands.pop(); command !== undefined; command = commands.pop()) {
    const { depth, isBroken, layout } = command;
    if (typeof layout === "string") put(layout);
    else if (isList(layout)) {
      for (const part of layout.toReversed()) commands.push({ depth, isBroken, layout: part });
    } else if (layout.kind === "name") put(spell(layout));
    else if (layout.kind === "if_broken") put(isBroken ? layout.broken : layout.flat);
    else if (layout.kind === "indent") commands.push({ depth: depth + 1, isBroken, layout: layout.content });
    else if (layout.kind === "group") {
      const flat = { depth, isBroken: false, layout: layout.content };
      const mayStayFlat = !layout.isBroken && fits(flat, commands, width - column, spell);
      commands.push(mayStayFlat ? flat : { depth, isBroken: true, layout: layout.content });
    } else if (layout.kind === "hard_line" || isBroken) {
      finished += `${current.trimEnd()}\n`;
      current = "  ".repeat(depth);
      column = depth * 2;
    } else put(layout.flat);
  }
  return finished + current;
}

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

function hasHardLine(layout: Layout): boolean {
  if (typeof layout === "string") return false;
  if (isList(layout)) return layout.some(hasHardLine);
  if (layout.kind === "hard_line") return true;
  if (layout.kind === "group") return layout.isBroken;
  return layout.kind === "indent" && hasHardLine(layout.content);
}

/** Whether `next`, and what follows it up to the next possible break, fits into the columns left. */
function fits(
  next: Command,
  following: readonly Command[],
  columns: number,
  spell: (name: NameLayout) => string,
): boolean {
  let left = columns;
  let index = following.length;
  const commands = [next];
  while (left >= 0) {
    const command = commands.pop() ?? following[--index];
    if (command === undefined) return true;
    const { depth, isBroken, layout } = command;
    if (typeof layout === "string") left -= layout.length;
    else if (isList(layout)) {
      for (const part of layout.toReversed()) commands.push({ depth, isBroken, layout: part });
    } else if (layout.kind === "name") left -= spell(layout).length;
    else if (layout.kind === "if_broken") left -= (isBroken ? layout.broken : layout.flat).length;
    else if (layout.kind === "indent") commands.push({ depth, isBroken, layout: layout.content });
    else if (layout.kind === "group") {
      commands.push({ depth, isBroken: isBroken && layout.isBroken, layout: layout.content });
    } else if (layout.kind === "hard_line" || isBroken) return true;
    else left -= layout.flat.length;
  }
  return false;
}
