import { emitKey, emitString } from "../emit/emit-literal.js";
import { channelNames, handlersName } from "../emit/names.js";
import { type ChannelModel, inputOf, type MemberModel, type StreamModel } from "../model/index.js";

/** The first text of a channel's handler file: every handler, none of them done. */
export function scaffoldHandlers(channel: ChannelModel, generatedFolder: string): string {
  const { implement, specifier } = channelNames(channel);
  const { name, place } = channel;
  const lines = [
    ...(channel.auth === undefined ? [] : connectLines),
    ...rolesLines(channel),
    ...roomLines(channel),
    ...channel.clientToServer.flatMap((member) => handlerLines(channel, member)),
  ];
  const body = lines.length === 0 ? "{}" : `{\n${lines.map((line) => `  ${line}\n`).join("")}}`;
  return `import { ${implement} } from "${generatedFolder}/${specifier.slice(2)}";

/** What the server does on \`${name}\`, as ${place.file} declares it. */
export const ${handlersName(name)} = ${implement}(${body});
`;
}

const connectLines: readonly string[] = [
  "/** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */",
  "connect({ auth }) {",
  "  return auth;",
  "},",
];

/** The roles of a session: none, until somebody says which. */
export function rolesLines({ roles }: ChannelModel): readonly string[] {
  if (roles === undefined) return [];
  const names = roles.names.map((name) => `\`${name}\``).join(", ");
  return [`/** Which of ${names} a session has. */`, "roles(_session) {", "  return [];", "},"];
}

/** Who may join rooms: nobody, until somebody says who. */
export function roomLines({ rooms }: ChannelModel): readonly string[] {
  const joined = rooms.filter(({ join }) => join === "client");
  if (joined.length === 0) return [];
  const families = joined.flatMap(({ name }) => [
    `  ${emitKey(name)}: {`,
    "    /** Whether this client may join the room. */",
    "    mayJoin(_key, _context) {",
    "      return false;",
    "    },",
    "  },",
  ]);
  return ["rooms: {", ...families, "},"];
}

/** One handler that is not done, as lines without the indentation of the object literal. */
export function handlerLines(channel: ChannelModel, member: MemberModel): readonly string[] {
  if (member.kind === "stream") return streamLines(channel, member);
  const { option: part, payload } = inputOf(member);
  const path = `${channel.name}.${member.name}`;
  // Behind a list of arguments the context has no place that every list leaves free.
  if (member.kind === "call" || part === "args") {
    const parameters = part === "args" ? "..._args" : payload === undefined ? "_context" : "_input, _context";
    return [
      `${emitKey(member.name)}(${parameters}) {`,
      `  throw new Error(${emitString(`\`${path}\` is not implemented yet`)});`,
      "},",
    ];
  }
  const parameters = payload === undefined ? "context" : "_input, context";
  return [
    `${emitKey(member.name)}(${parameters}) {`,
    `  context.log.warn(${emitString(`\`${path}\` is not implemented yet`)});`,
    "},",
  ];
}

/** A generator where the server sends items; after an upload the handler returns the result alone. */
function streamLines(channel: ChannelModel, member: StreamModel): readonly string[] {
  const names = [
    ...(member.input === undefined ? [] : ["_input"]),
    ...(member.clientItem === undefined ? [] : ["_items"]),
    "_context",
  ];
  const mark = member.serverItem === undefined ? "async " : "async *";
  const path = `${channel.name}.${member.name}`;
  return [
    `${mark}${emitKey(member.name)}(${names.join(", ")}) {`,
    `  throw new Error(${emitString(`\`${path}\` is not implemented yet`)});`,
    "},",
  ];
}
