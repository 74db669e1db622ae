import { access, constants } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../model/index.js";

/** Names that are looked for in the working folder, the first one first. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map((ending) => `wirepact.config.${ending}`);

/** A configuration file; absolute. undefined: there is none, and every default holds. */
export interface FoundConfig {
  readonly file: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Finds the configuration file.
 *
 * @param folder - Where to look; absolute.
 * @param named - The file that the user named, from `folder`; it has to be there.
 */
export async function findConfig(folder: string, named: string | undefined): Promise<FoundConfig> {
  if (named !== undefined) {
    const file = path.resolve(folder, named);
    return (await isThere(file))
      ? { file, problems: [] }
      : {
          file: undefined,
          problems: [
            {
              code: "WP1006",
              message: `there is no configuration file \`${named}\``,
              mend: "name a file that is there, or leave `--config` out: `wirepact.config.ts` (.mts, .js, .mjs, .json) is found by itself",
            },
          ],
        };
  }
  const present: string[] = [];
  for (const name of configNames) {
    if (await isThere(path.join(folder, name))) {
      present.push(name);
    }
  }
  const [first, second] = present;
  if (first === undefined || second === undefined) {
    return { file: first === undefined ? undefined : path.join(folder, first), problems: [] };
  }
  return {
    file: undefined,
    problems: [
      {
        code: "WP1006",
        place: { file: second, line: 1, column: 1 },
        message: `\`${first}\` and \`${second}\` both configure this project`,
        mend: `keep one of them, or name it: \`npx wirepact generate --config ${first}\``,
      },
    ],
  };
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    return true;
  } catch {
    // Whatever the reason: a file that cannot be read does not count as one.
    return false;
  }
}
