import { type Place, type Problem, type WirepactConfig, warningCodes } from "../model/index.js";
import { nearestName } from "./nearest-name.js";

/** Keys and indices that lead to a value of the configuration. */
export type ConfigPath = readonly (string | number)[];

/** Finds the place of a value in the configuration's source, as near as text can tell. */
export type Locate = (path: ConfigPath) => Place | undefined;

/** A configuration as it was written, once every value has the right kind. */
export interface CheckedConfig {
  readonly config: WirepactConfig | undefined;
  readonly problems: readonly Problem[];
}

type Check = (value: unknown, path: ConfigPath) => Problem[];

/** Checks what a configuration file exports: known options only, each with a value of its kind. */
export function checkConfig(value: unknown, locate: Locate): CheckedConfig {
  const problem = (path: ConfigPath, message: string, mend: string): Problem => {
    const place = locate(path);
    return { code: "WP1006", ...(place && { place }), message, mend };
  };

  const kindProblem = (value: unknown, path: ConfigPath, wanted: string): Problem =>
    problem(path, `${nameOf(path)} is ${describeValue(value)}`, `make it ${wanted}`);

  const object =
    (options: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
    (value, path) => {
      if (!isRecord(value)) {
        return [kindProblem(value, path, `an object with ${listNames(Object.keys(options))}`)];
      }
      const missing = required.filter((name) => value[name] === undefined);
      return [
        ...missing.map((name) =>
          problem(path, `${nameOf(path)} has no \`${name}\``, `add \`${name}\`: a folder`),
        ),
        ...Object.entries(value).flatMap(([name, inner]) => {
          const check = Object.hasOwn(options, name) ? options[name] : undefined;
          if (check === undefined) {
            return [unknownOption(name, path, Object.keys(options))];
          }
          return inner === undefined ? [] : check(inner, [...path, name]);
        }),
      ];
    };

  const unknownOption = (name: string, path: ConfigPath, known: readonly string[]): Problem => {
    const nearest = nearestName(name, known);
    return problem(
      [...path, name],
      `${nameOf([...path, name])} is no option`,
      nearest === undefined
        ? `take it out; options here: ${listNames(known)}`
        : `did you mean \`${nearest}\`?`,
    );
  };

  const list =
    (item: Check, wanted: string): Check =>
    (value, path) => {
      if (!Array.isArray(value) || value.length === 0) {
        return [kindProblem(value, path, `${wanted}, at least one`)];
      }
      return value.flatMap((inner, index) => item(inner, [...path, index]));
    };

  const text =
    (wanted: string): Check =>
    (value, path) =>
      typeof value === "string" && value.trim() !== "" ? [] : [kindProblem(value, path, wanted)];

  const folder = text('the path of a folder, such as `"contracts"`');
  const folderOrFalse: Check = (value, path) =>
    value === false || typeof value === "string"
      ? value === false
        ? []
        : folder(value, path)
      : [kindProblem(value, path, "the path of a folder, or `false` for none")];

  const trueOrFalse: Check = (value, path) =>
    typeof value === "boolean" ? [] : [kindProblem(value, path, "`true` or `false`")];

  const smallOrFast: Check = (value, path) =>
    value === "small" || value === "fast"
      ? []
      : [problem(path, `${nameOf(path)} is no choice there is`, 'make it `"small"` or `"fast"`')];

  const warningChoice: Check = (value, path) =>
    value === "off" || value === "list" || value === "error"
      ? []
      : [problem(path, `${nameOf(path)} is no choice there is`, 'make it `"off"`, `"list"` or `"error"`')];
  const warningsByCode = object(Object.fromEntries(warningCodes.map((code) => [code, warningChoice])));
  const warnings: Check = (value, path) =>
    isRecord(value) ? warningsByCode(value, path) : warningChoice(value, path);

  const problems = object({
    contracts: folder,
    server: object({ output: folder, handlers: folderOrFalse, publisher: trueOrFalse }),
    clients: list(
      object(
        {
          output: folder,
          channels: list(text("the name of a channel"), "a list of channel names"),
          checks: smallOrFast,
        },
        ["output"],
      ),
      "a list of `{ output, channels?, checks? }`",
    ),
    warnings,
  })(value, []);
  // Every key and kind of WirepactConfig has been looked at above.
  return { config: problems.length === 0 ? (value as WirepactConfig) : undefined, problems };
}

/** Finds keys by their text: good enough for a file of a dozen lines, and for every language it may be in. */
export function locateIn(file: string, source: string): Locate {
  return (path) => {
    let offset = 0;
    for (const step of path) {
      const found = typeof step === "string" ? findKey(source, step, offset) : undefined;
      offset = found ?? offset;
    }
    const lines = source.slice(0, offset).split("\n");
    return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
}

function findKey(source: string, key: string, from: number): number | undefined {
  const escaped = key.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const pattern = new RegExp(`(?<![\\w$])["']?${escaped}["']?\\s*:`, "g");
  pattern.lastIndex = from;
  return pattern.exec(source)?.index;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(path: ConfigPath): string {
  if (path.length === 0) {
    return "the configuration";
  }
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return `\`${text.slice(1)}\``;
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) {
    return `\`${value}\``;
  }
  if (typeof value === "string") {
    return value === "" ? "empty" : "text";
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : "a list";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function listNames(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
