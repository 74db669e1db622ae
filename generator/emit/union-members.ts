import { globalName } from "./emitted-name.js";
import { group, ifBroken, indent, join, type Layout, line, printLayout, softLine } from "./layout.js";

/** A type as the members of a union; a single member for everything else. */
export type Members = readonly Member[];

export interface Member {
  readonly layout: Layout;
  /** Needs parentheses before `[]` and within `&`. */
  readonly isCompound?: boolean;
  /** What `Readonly` makes of it; absent where that is nothing. */
  readonly asReadonly?: () => Layout;
}

/** What `Readonly` makes of each. */
export function readonlyMembers(members: Members): Members {
  return members.map((member) =>
    member.asReadonly === undefined ? member : { layout: member.asReadonly(), isCompound: true },
  );
}

/** `Readonly<…>` of something with properties. */
export function readonlyOf(layout: Layout): Layout {
  return [globalName("Readonly"), "<", layout, ">"];
}

/** One list without repetitions; `unknown` takes in everything else. */
export function union(members: Members): Members {
  const byText = new Map(members.map((member) => [identify(member.layout), member]));
  const everything = byText.get("unknown");
  if (everything !== undefined) return [everything];
  if (byText.size > 1) byText.delete("never");
  return [...byText.values()];
}

/** Text that two layouts share only when they mean the same type. */
function identify(layout: Layout): string {
  return printLayout(layout, {
    width: Number.POSITIVE_INFINITY,
    spell: ({ from, name }) => `${from}#${name}`,
  });
}

export function emitUnion(members: Members): Layout {
  const [first] = members;
  if (first !== undefined && members.length === 1) return first.layout;
  return group(indent([softLine, unionParts(members)]));
}

export function unionParts(members: Members): Layout {
  return [
    ifBroken("| "),
    join(
      [line, "| "],
      members.map((member) => indent(member.layout)),
    ),
  ];
}

/** A type that something may be put behind: `[]` or `&`. */
export function emitElement(members: Members): Layout {
  const [first] = members;
  if (first !== undefined && members.length === 1) {
    return first.isCompound === true ? ["(", first.layout, ")"] : first.layout;
  }
  return group(["(", indent([softLine, unionParts(members)]), softLine, ")"]);
}

export function intersection(left: Members, right: Members): Members {
  const parts = [emitElement(left), emitElement(right)];
  const isSame = identify(parts[0] ?? "") === identify(parts[1] ?? "");
  if (isSame) return left;
  const layout = join(" & ", parts);
  return [{ layout, isCompound: true, asReadonly: () => readonlyOf(layout) }];
}
