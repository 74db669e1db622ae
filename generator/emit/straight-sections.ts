import { importName, schemaChecksSpecifier } from "./emitted-name.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import type { StraightSection } from "./straight/index.js";

/**
 * A printed function, or the constants of a file, as a declaration.
 *
 * @param word - Spells a name of the runtime.
 */
export function declareSection(
  { name, text, imports, calls }: StraightSection,
  word: (name: string) => Layout,
  place: Declaration["place"],
  isExported: boolean,
): Declaration {
  const exported = isExported && text.startsWith("function ") ? `export ${text}` : text;
  return {
    name,
    origin: `the function \`${name}\``,
    place,
    docs: [],
    text: { kind: "lines", text: exported },
    uses: [...imports.map(word), ...calls.map((each) => importName(each, schemaChecksSpecifier, false))],
  };
}
