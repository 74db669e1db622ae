import type { Location, Message } from "esbuild";
import type { Place, Problem } from "../model/index.js";

/** A message of esbuild as a problem in our words. */
export function explainMessage(message: Message): Problem {
  const place = message.location === null ? {} : { place: placeOf(message.location) };
  const unresolved = /^Could not resolve "(.+)"$/.exec(message.text)?.[1];
  if (unresolved !== undefined) {
    return {
      code: "WP1002",
      ...place,
      message: `The import \`${unresolved}\` leads nowhere.`,
      mend: mendOfImport(unresolved),
    };
  }
  const missing =
    /^No matching export in "(.+)" for import "(.+)"$/.exec(message.text) ??
    /^Import "(?<name>.+)" will always be undefined because there is no matching export in "(?<file>.+)"$/.exec(
      message.text,
    );
  if (missing !== null) {
    const [file, name] = missing.groups
      ? [missing.groups.file, missing.groups.name]
      : [missing[1], missing[2]];
    return {
      code: "WP1002",
      ...place,
      message: `\`${file}\` exports nothing that is called \`${name}\`.`,
      mend: `Export \`${name}\` there, or correct the name in the import.`,
    };
  }
  return {
    code: "WP1001",
    ...place,
    message: `${message.text}${/[.!?]$/.test(message.text) ? "" : "."}`,
    mend: "Correct the syntax: TypeScript cannot read the file as it stands.",
  };
}

function mendOfImport(specifier: string): string {
  if (/^[./]/.test(specifier)) {
    return "Correct the path, or create the file.";
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  return `Install the package (\`npm install ${name}\`), or correct the name.`;
}

function placeOf(location: Location): Place {
  return {
    file: location.file,
    line: location.line,
    // esbuild counts bytes of UTF-8; a place counts UTF-16 units.
    column: Buffer.from(location.lineText).subarray(0, location.column).toString().length + 1,
  };
}
