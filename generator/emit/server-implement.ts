import {
  comment,
  declareGeneric,
  emitInterface,
  generic,
  intersection,
  parameters,
  property,
  serverType,
  serverValue,
} from "./emit-interface.js";
import { emitString } from "./emit-literal.js";
import { globalName, sessionParameter, typeParameter } from "./emitted-name.js";
import { group, hardLine, indent, type Layout, line } from "./layout.js";
import type { Declaration } from "./module.js";
import { declare, type ServerChannel } from "./server-declaration.js";

const additions = typeParameter("Additions");
const needed = typeParameter("Needed");

/** Whether there are handlers that middleware can run around. */
function hasHandlers({ channel }: ServerChannel): boolean {
  return channel.clientToServer.length > 0;
}

/** What middleware adds to the contexts of a channel, by member. */
export function additionsDeclarations(server: ServerChannel): readonly Declaration[] {
  if (!hasHandlers(server)) return [];
  const { channel, names } = server;
  const entries = channel.clientToServer.map(({ name }) => property(name, "unknown"));
  const docs = comment(
    `What middleware adds to the contexts of \`${channel.name}\`, by member; of itself nothing.`,
  );
  return [declare(server, names.additions, docs, emitInterface(names.additions, entries))];
}

/** `ChatHandlers` with its type parameters, as it is declared. */
export function handlersHead(server: ServerChannel): Layout {
  const { names } = server;
  if (!hasHandlers(server)) return [names.handlers, "<", sessionParameter, ">"];
  return declareGeneric(names.handlers, [
    sessionParameter,
    [additions, " extends ", names.additions, " = ", names.additions],
  ]);
}

/** A member's context with what middleware has added to it. */
export function extendedContext(context: Layout, member: string): Layout {
  return intersection([context, [additions, "[", emitString(member), "]"]]);
}

/** What takes a channel's handlers, and the middleware around them. */
export function implementDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, names } = server;
  const named = emitString(channel.name);
  if (!hasHandlers(server)) {
    const list = parameters([["handlers: ", names.handlers, "<", sessionParameter, ">"]]);
    const head = ["export function ", names.implement, "<", sessionParameter, " = undefined>", list];
    const result = generic(serverType("ChannelImplementation"), [named, sessionParameter]);
    const body = indent([hardLine, "return { channel: ", named, ", handlers };"]);
    const text = [head, ": ", result, " {", body, hardLine, "}"];
    return [declare(server, names.implement, implementDocs(server, []), text)];
  }
  const type = generic(names.implementation, ["unknown", names.additions]);
  const value = [serverValue("implementChannel"), "(", named, ");"];
  const text = group(["export const ", names.implement, ": ", type, " =", indent([line, value])]);
  const ofInterface = comment(
    `The type of {@link ${names.implement}}; \`Needed\` is what middleware asks of the session.`,
  );
  const more = [
    ` * \`${names.implement}.with(tenancy)({ … })\` runs middleware around them, whose additions to \`context\` they see.`,
  ];
  return [
    declare(server, names.implementation, ofInterface, implementationInterface(server)),
    declare(server, names.implement, implementDocs(server, more), text),
  ];
}

function implementationInterface({ channel, names }: ServerChannel): Layout {
  const [context, added, member] = ["Context", "Added", "Member"].map(typeParameter) as [
    Layout,
    Layout,
    Layout,
  ];
  const session = generic(serverType("SessionOf"), [context]);
  const handlers = [names.handlers, "<", sessionParameter, ", ", additions, ">"];
  const implement = [
    ["<", sessionParameter, " extends ", needed, " = ", needed, " & undefined>"],
    parameters([["handlers: ", intersection([handlers, generic(serverType("Connecting"), [needed])])]]),
    ": ",
    generic(serverType("ChannelImplementation"), [emitString(channel.name), sessionParameter]),
  ];
  const place = [generic(names.context, [session]), " & ", additions, "[", member, "]"];
  const ofMember = [member, " extends keyof ", names.additions, " = keyof ", names.additions];
  const middleware = [
    generic(serverType("Middleware"), [context, added]),
    generic(serverType("RunsIn"), [place]),
  ];
  const withMiddleware = [
    declareGeneric("with", [context, added, ofMember]),
    // Always too long for one line; and no comma may follow what gathers the rest.
    "(",
    indent([
      hardLine,
      "middleware: ",
      intersection(middleware),
      ",",
      hardLine,
      "...members: readonly ",
      member,
      "[]",
    ]),
    hardLine,
    ")",
    ": ",
    generic(names.implementation, [
      [needed, " & ", session],
      [additions, " & ", generic(globalName("Readonly"), [generic(globalName("Record"), [member, added])])],
    ]),
  ];
  return emitInterface(
    declareGeneric(names.implementation, [needed, [additions, " extends ", names.additions]]),
    [{ text: implement }, { text: withMiddleware, docs: block(withDocs) }],
  );
}

const withDocs = [
  " * Runs a middleware around the handlers of the given members, of all where none is given, within those that are",
  " * there already. Gives a new function and leaves this one as it is.",
];

function implementDocs({ channel }: ServerChannel, more: readonly string[]): Layout {
  return block([
    ` * Takes the handlers of \`${channel.name}\`; hand what it returns to \`sockets\` as \`channels.${channel.name}\`.`,
    " * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since",
    " * TypeScript reads the handlers from the top.",
    ...more,
  ]);
}

function block(lines: readonly string[]): Layout {
  return [["/**", ...lines, " */"].map((text) => [text, hardLine])];
}
