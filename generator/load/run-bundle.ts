import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place, Problem } from "../model/index.js";
import type { Bundle } from "./bundle-contracts.js";
import { mendOfThrow, wordsOfThrow } from "./mend-of-throw.js";

/** Exports of each bundled file, in order, or the reason why there are none. */
export type BundleRun =
  | { readonly ok: true; readonly modules: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly problem: Problem };

const late = Symbol("late");

/**
 * Runs the contracts, from a temporary file outside the project that is gone afterwards. Each run has a path
 * of its own, so that Node's module cache never answers with yesterday's contracts.
 *
 * @param timeoutMs - Milliseconds that a top-level `await` of a contract may take. A loop that blocks the
 *   thread cannot be ended from here.
 */
export async function runBundle(bundle: Bundle, fileCount: number, timeoutMs: number): Promise<BundleRun> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "wirepact-"));
  const file = join(folder, "contracts.mjs");
  let timer: NodeJS.Timeout | undefined;
  try {
    await writeFile(file, bundle.code);
    const deadline = new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, late);
    });
    const module: Record<string, Record<string, unknown>> | typeof late = await Promise.race([
      import(/* @vite-ignore */ pathToFileURL(file).href),
      deadline,
    ]);
    if (module === late) {
      return { ok: false, problem: explainHang(timeoutMs) };
    }
    return {
      ok: true,
      modules: Array.from({ length: fileCount }, (_, index) => ({ ...module[`m${index}`] })),
    };
  } catch (error) {
    return { ok: false, problem: explainThrow(error, bundle.map, folder) };
  } finally {
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  }
}

function explainHang(timeoutMs: number): Problem {
  return {
    code: "WP1003",
    message: `the contracts did not finish loading within ${timeoutMs / 1000} s`,
    mend: "take the top-level `await` out of the contract, or out of what it imports: contracts are run when code is generated",
  };
}

function explainThrow(error: unknown, map: string, folder: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const name = /does not provide an export named '(.+)'|Named export '(.+?)' not found/.exec(message);
  if (error instanceof SyntaxError && name !== null) {
    const missing = name[1] ?? name[2] ?? "";
    return {
      code: "WP1002",
      message: `a package that the contracts import exports nothing that is called \`${missing}\``,
      mend: `correct \`${missing}\` in the import, or install the version of the package that has it`,
    };
  }
  const place = error instanceof Error ? placeOfThrow(error, map, folder) : undefined;
  return {
    code: "WP1003",
    ...(place === undefined ? {} : { place }),
    message: `the contract throws when it is loaded: ${wordsOfThrow(message)}`,
    mend: mendOfThrow(error),
  };
}

/** The topmost frame of the stack that lies in the bundle, back in the contract's own lines. */
function placeOfThrow(error: Error, map: string, folder: string): Place | undefined {
  const sourceMap = new SourceMap(JSON.parse(map));
  for (const frame of (error.stack ?? "").split("\n")) {
    const found = /contracts\.mjs(?:\?[^:]*)?:(\d+):(\d+)\)?$/.exec(frame);
    if (found === null || !frame.includes(folder)) {
      continue;
    }
    const entry = sourceMap.findEntry(Number(found[1]) - 1, Number(found[2]) - 1);
    if ("originalSource" in entry && entry.originalSource !== undefined) {
      return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
    }
  }
  return undefined;
}
