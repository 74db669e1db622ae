import type { OwnPackage } from "./own-package.js";

/** A package.json as far as a new project needs it; other keys are kept as they are. */
interface PackageFile {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** The package.json of a new project, or why it cannot be had. */
export type MergedPackage =
  | { readonly ok: true; readonly text: string; readonly kept: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly mend: string };

/** What `npm init` writes where there is no test. */
const noTest = 'echo "Error: no test specified" && exit 1';

/**
 * Puts what a project needs into its package.json and keeps all that is there.
 *
 * @param template - The template's package.json; versions of its dependencies are filled in from `own`.
 * @param present - The project's package.json, as text; undefined when there is none.
 * @param name - Name of a project that has none yet.
 */
export function mergePackage(
  template: string,
  present: string | undefined,
  name: string,
  own: OwnPackage,
): MergedPackage {
  const wanted = fillVersions(JSON.parse(template) as PackageFile, own);
  if (present === undefined) {
    return { ok: true, text: print({ ...wanted, name }), kept: [] };
  }
  const there = readPackageFile(present);
  if (there === undefined) {
    return { ok: false, reason: "package.json is no JSON object", mend: "change it" };
  }
  if (there.type !== undefined && there.type !== "module") {
    return {
      ok: false,
      reason: `package.json has \`"type": ${JSON.stringify(there.type)}\`; the project needs \`"type": "module"\``,
      mend: "run `npm pkg set type=module`",
    };
  }
  const kept: string[] = [];
  const merged: Record<string, unknown> = { ...there, type: "module" };
  for (const group of ["scripts", "dependencies", "devDependencies"]) {
    const additions = recordOf(wanted[group]);
    const entries = recordOf(there[group]);
    if (group === "scripts" && entries.test === noTest) delete entries.test;
    const others =
      group === "devDependencies" ? recordOf(there.dependencies) : recordOf(there.devDependencies);
    for (const [key, value] of Object.entries(additions)) {
      if (group === "scripts" && entries[key] !== undefined && entries[key] !== value) {
        kept.push(`the script \`${key}\` (wirepact's would be \`${value}\`)`);
      }
      // A dependency stays where it is, with the version that it has.
      if (entries[key] === undefined && (group === "scripts" || others[key] === undefined)) {
        entries[key] = value;
      }
    }
    merged[group] = entries;
  }
  return { ok: true, text: print(merged), kept };
}

/** Versions that this package itself is built and tested with, and its own. */
function fillVersions(template: PackageFile, own: OwnPackage): PackageFile {
  const versions: Readonly<Record<string, string>> = {
    ...own.devDependencies,
    ...own.dependencies,
    wirepact: own.version,
  };
  const fill = (group: unknown) =>
    Object.fromEntries(Object.keys(recordOf(group)).map((name) => [name, `^${versions[name] ?? "0"}`]));
  return {
    ...template,
    dependencies: fill(template.dependencies),
    devDependencies: fill(template.devDependencies),
  };
}

function readPackageFile(text: string): PackageFile | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    // An object is all that the type asks for; each key is looked at before it is used.
    return isObject ? (value as PackageFile) : undefined;
  } catch {
    // The caller says what is wrong with the file.
    return undefined;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function print(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
