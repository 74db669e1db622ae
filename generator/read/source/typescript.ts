import { createRequire } from "node:module";

/** From where ts-morph is, since TypeScript is in a package of its own. */
const requireFromTsMorph = createRequire(createRequire(import.meta.url).resolve("ts-morph"));

/**
 * TypeScript, as ts-morph brings it along. Required and not imported: Node would look through it for names of exports,
 * which takes nearly as long again as to load it.
 */
export const { ts } = requireFromTsMorph("@ts-morph/common") as Pick<typeof import("ts-morph"), "ts">;
