import type { RolesModel } from "../model/index.js";

/** Who may use something, for the comments of both sides; undefined where everybody may. */
export function describeRequirement({ requires }: { readonly requires?: RolesModel }): string | undefined {
  if (requires === undefined) return undefined;
  const names = requires.names.map((name) => `\`${name}\``);
  if (names.length === 1) return `Requires the role ${names[0]}.`;
  return `Requires one of the roles ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`;
}
