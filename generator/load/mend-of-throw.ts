import { nearestName } from "../config/nearest-name.js";

/** What contracts are written in, and where each comes from. */
const sources: Readonly<Record<string, string>> = {
  z: "zod",
  channel: "wirepact/contract",
  call: "wirepact/contract",
  event: "wirepact/contract",
  stream: "wirepact/contract",
  room: "wirepact/contract",
};

/** A method that is not there: before its name V8 prints the expression, in the bundle's names. */
const noFunction = /\.([\w$]+) is not a function$/;

/** What is thrown, in the names of the contract. */
export function wordsOfThrow(message: string): string {
  const name = noFunction.exec(message)?.[1];
  return name === undefined ? message : `\`${name}\` is not a function`;
}

/** How to mend a contract that throws when it is loaded, by what it throws. */
export function mendOfThrow(error: unknown): string {
  if (error instanceof ReferenceError) {
    const name = /^(.+) is not defined$/.exec(error.message)?.[1];
    if (name !== undefined) return mendOfUnknownName(name);
  }
  const method = error instanceof TypeError ? noFunction.exec(error.message)?.[1] : undefined;
  if (method !== undefined) return `correct the name \`${method}\``;
  return "mend what throws: contracts are run when code is generated";
}

function mendOfUnknownName(name: string): string {
  const near = nearestName(name, Object.keys(sources));
  const source = near === undefined ? undefined : sources[near];
  if (near === name) return `import it: \`import { ${name} } from "${source}";\``;
  // A single letter is near to any other.
  const isTypo = near !== undefined && near.length > 1;
  return isTypo ? `write \`${near}\`, or import \`${name}\`` : "import it, declare it, or correct the name";
}
