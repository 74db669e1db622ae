import { createRequire } from "node:module";

type TsMorph = typeof import("ts-morph");

const require = createRequire(import.meta.url);

/**
 * TypeScript, as ts-morph brings it along in a package of its own. Required and not imported: Node would look through it
 * for names of exports, which takes half as long again as to load it.
 */
export const { ts } = createRequire(require.resolve("ts-morph"))("@ts-morph/common") as Pick<TsMorph, "ts">;

/** The rest of ts-morph, for projects that the checker is asked about. */
export function loadTsMorph(): TsMorph {
  return require("ts-morph") as TsMorph;
}
