import type { Location, Message } from "esbuild";
import type { Place, Problem } from "../model/index.js";

/** What esbuild says of an import whose name the other file does not export. */
const missingExports = [
  /^No matching export in "(?<file>.+)" for import "(?<name>.+)"$/,
  /^Import "(?<name>.+)" will always be undefined because there is no matching export in "(?<file>.+)"$/,
  /^Import "(?<name>.+)" will always be undefined because the file "(?<file>.+)" has no exports$/,
];

/** A message of esbuild as a problem in our words. */
export function explainMessage(message: Message): Problem {
  const place = message.location === null ? {} : { place: placeOf(message.location) };
  const unresolved = /^Could not resolve "(.+)"$/.exec(message.text)?.[1];
  if (unresolved !== undefined) {
    return {
      code: "WP1002",
      ...place,
      message: `the import \`${unresolved}\` leads nowhere`,
      mend: mendOfImport(unresolved),
    };
  }
  const { name, file } = missingExports.map((form) => form.exec(message.text)?.groups).find(Boolean) ?? {};
  if (name !== undefined) {
    return {
      code: "WP1002",
      ...place,
      message: `\`${file}\` exports nothing that is called \`${name}\``,
      mend: `export \`${name}\` there, or correct the name in the import`,
    };
  }
  return {
    code: "WP1001",
    ...place,
    message: message.text,
    mend: "correct the syntax: TypeScript cannot read the file as it stands",
  };
}

function mendOfImport(specifier: string): string {
  if (/^[./]/.test(specifier)) {
    return "correct the path, or create the file";
  }
  if (/^wirepact(?!\/contract$)(?:\/|$)/.test(specifier)) {
    return "import from `wirepact/contract`, which has all that a contract is written in";
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  return `install the package (\`npm install ${name}\`), or correct the name`;
}

function placeOf(location: Location): Place {
  return {
    file: location.file,
    line: location.line,
    // esbuild counts bytes of UTF-8; a place counts UTF-16 units.
    column: Buffer.from(location.lineText).subarray(0, location.column).toString().length + 1,
  };
}
