import { group, ifBroken, indent, join, type Layout, line, softLine } from "../layout.js";

/** `name(a, b)`. */
export function call(callee: Layout, ...args: readonly Layout[]): Layout {
  if (args.length === 0) return [callee, "()"];
  return group([callee, "(", indent([softLine, join([",", line], args)]), ifBroken(","), softLine, ")"]);
}

/** `[a, b]`. */
export function list(items: readonly Layout[], isBroken = false): Layout {
  if (items.length === 0) return "[]";
  return group(["[", indent([softLine, join([",", line], items)]), ifBroken(","), softLine, "]"], isBroken);
}
