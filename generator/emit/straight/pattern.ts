import { emitString } from "../emit-literal.js";

/** A regular expression as source code: a literal where every compiler takes it, else a constructor. */
export function printPattern(source: string, flags: string): string {
  const text = new RegExp(source, flags).toString();
  if (isPlain(source, flags)) return text;
  const more = flags === "" ? "" : `, ${emitString(flags)}`;
  return `/* @__PURE__ */ new RegExp(${emitString(source)}${more})`;
}

/**
 * Since 5.5 TypeScript refuses in literals some of what JavaScript takes for the sake of old pages: back
 * references to nothing, loose braces; and flags and groups newer than the project's target.
 */
function isPlain(source: string, flags: string): boolean {
  if (/[^iu]/.test(flags) || /[^\x20-\x7e]/.test(source)) return false;
  if (/\\[0-9kcpP]|\\$|\(\?(?!:|=|!)/.test(source)) return false;
  const bare = source.replace(/\\./g, "_");
  const open = bare.replace(/\[\^?[^\]]*\]/g, "_").replace(/[_)\].\w]\{\d+(?:,\d*)?\}/g, "_");
  return (
    !/[{}[\]]/.test(open) && !(flags.includes("u") && /\\[^dDwWsSbBnrtfv/^$\\.*+?()[\]{}|-]/.test(source))
  );
}
