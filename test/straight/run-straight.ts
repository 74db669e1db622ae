import { transformSync } from "esbuild";
import * as prelude from "../../contracts/wire/straight/index.js";
import {
  printStraight,
  type StraightCode,
  type StraightRequest,
} from "../../generator/emit/straight/index.js";

/** Stands for the runtime's sentinel. */
export const invalid = Symbol("invalid");

/** Functions that were printed, by direction and name of their payload. */
export type Functions = ReadonlyMap<string, (input: unknown) => unknown>;

/** Prints and runs several requests at once, since starting the compiler costs more than its work. */
export function runStraight(
  requests: readonly StraightRequest[],
): { code: StraightCode; functions: Functions }[] {
  const codes = requests.map(printStraight);
  const texts = codes.map(({ text, functions }) => {
    const entries = [...functions].map(([key, name]) => `[${JSON.stringify(key)}, ${name}]`);
    return `() => { ${text}; return new Map<string, (input: unknown) => unknown>([${entries.join(", ")}]); }`;
  });
  const { code: script } = transformSync(
    `return [\n${texts.join(",\n")}\n];`.replace("return", "const all ="),
    {
      loader: "ts",
      target: "es2022",
    },
  );
  // What was printed is code, and there is no other way to try it.
  const makers: (() => Functions)[] = new Function(
    "invalid",
    ...Object.keys(prelude),
    `${script}; return all;`,
  )(invalid, ...Object.values(prelude));
  return makers.map((make, index) => ({
    code: codes[index] ?? printStraight({ named: [], payloads: [], side: "client" }),
    functions: make(),
  }));
}
