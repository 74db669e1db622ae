import type { ChannelModel, PayloadModel, Place } from "../model/index.js";
import { emitDefinition } from "./emit-definition.js";
import {
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  parameters,
  property,
  serverType,
  serverValue,
} from "./emit-interface.js";
import { emitAccess, emitMethodKey, emitString } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { globalName, importChannel, sessionParameter } from "./emitted-name.js";
import { fingerprintChannel } from "./fingerprint-channel.js";
import { group, hardLine, indent, type Layout, line } from "./layout.js";
import type { Declaration, Module } from "./module.js";
import { channelNames, memberNames } from "./names.js";
import { type ChannelTypes, type ErrorType, type MemberType, typeChannel } from "./payload-types.js";
import { isOpaque } from "./schema-table.js";

/** What the server's file of one channel is made from. */
interface ServerChannel {
  readonly channel: ChannelModel;
  readonly types: ChannelTypes;
  readonly names: ReturnType<typeof channelNames>;
  readonly context: TypeContext;
}

/** A channel's file on the server: types of its payloads, what handlers are given, and the definition. */
export function serverChannelModule(channel: ChannelModel, context: TypeContext): Module {
  const server: ServerChannel = {
    channel,
    types: typeChannel(channel, "server", context),
    names: channelNames(channel),
    context,
  };
  return {
    path: server.names.file,
    source: channel.place.file,
    declarations: [
      ...server.types.declarations,
      ...errorDeclarations(server),
      ...outgoingDeclarations(server),
      ...targetDeclarations(server),
      ...contextDeclarations(server),
      handlersDeclaration(server),
      socketsDeclaration(server),
      implementDeclaration(server),
      definitionDeclaration(server),
    ],
  };
}

/** Makes a declaration whose name comes from the channel's. */
function declare(
  { channel }: ServerChannel,
  name: string,
  docs: Layout,
  text: Layout,
  place: Place = channel.place,
): Declaration {
  return { name, origin: `the channel \`${channel.name}\``, place, docs, text };
}

/** Constructors of declared errors, for each call and for `connect`. */
function errorDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const ofCalls = types.clientToServer
    .filter(({ errors }) => errors.length > 0)
    .map(({ model, errors }): Declaration => {
      const name = memberNames(model.name).errors;
      const path = `${channel.name}.${model.name}`;
      return {
        name,
        origin: `the errors of \`${path}\``,
        place: model.place,
        docs: comment(`Makes the errors that the contract declares for \`${path}\`, to be thrown.`),
        text: emitInterface(
          name,
          errors.map((error) => errorEntry(error, context)),
        ),
      };
    });
  if (types.errors.length === 0) return ofCalls;
  const refusals = emitInterface(
    names.refusals,
    types.errors.map((error) => errorEntry(error, context)),
    serverType("Refusals"),
  );
  const docs = comment(`Makes what \`${channel.name}\` may refuse a client with, to be thrown.`);
  return [...ofCalls, declare(server, names.refusals, docs, refusals)];
}

function errorEntry({ model, data }: ErrorType, { toRoot }: TypeContext): Entry {
  const type =
    data === undefined
      ? serverType("DeclaredErrorWithoutData")
      : generic(serverType("DeclaredError"), [data]);
  return property(model.name, type, contractDocs(model, toRoot));
}

/** What the server may send: events, calls to one client, calls to a group. */
function outgoingDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const events = types.serverToClient.filter(({ model }) => model.kind === "event");
  const calls = types.serverToClient.filter(({ model }) => model.kind === "call");
  const entries = (members: readonly MemberType[], typeOf: (member: MemberType) => Layout) =>
    members.map((member) =>
      property(member.model.name, typeOf(member), contractDocs(member.model, context.toRoot)),
    );
  const eventType = ({ input }: MemberType): Layout =>
    input === undefined ? serverType("EmitWithoutPayload") : generic(serverType("Emit"), [input]);
  const callType =
    (kind: "Call" | "GroupCall") =>
    ({ input, output = "void" }: MemberType): Layout =>
      input === undefined
        ? generic(serverType(`${kind}WithoutInput`), [output])
        : generic(serverType(kind), [input, output]);
  const declarations: Declaration[] = [];
  if (events.length > 0) {
    const docs = comment(`Events that the server may send on \`${channel.name}\`.`);
    declarations.push(
      declare(server, names.events, docs, emitInterface(names.events, entries(events, eventType))),
    );
  }
  if (calls.length > 0) {
    const docs = comment(`Calls that the server may make to one client of \`${channel.name}\`.`);
    const groupDocs = comment("The same calls, to each client of a group: one outcome for each.");
    declarations.push(
      declare(server, names.calls, docs, emitInterface(names.calls, entries(calls, callType("Call")))),
      declare(
        server,
        names.groupCalls,
        groupDocs,
        emitInterface(names.groupCalls, entries(calls, callType("GroupCall"))),
      ),
    );
  }
  return declarations;
}

function hasEvents({ channel }: ServerChannel): boolean {
  return channel.serverToClient.some(({ kind }) => kind === "event");
}

function hasCalls({ channel }: ServerChannel): boolean {
  return channel.serverToClient.some(({ kind }) => kind === "call");
}

/** `emit`, and `call` where there is something to call. */
function outgoingEntries(server: ServerChannel, calls: string): readonly Entry[] {
  return [
    ...(hasEvents(server) ? [property("emit", server.names.events)] : []),
    ...(hasCalls(server) ? [property("call", calls)] : []),
  ];
}

/** Groups of clients, one client, and rooms. */
function targetDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, names } = server;
  const hasRooms = channel.rooms.length > 0;
  const target = emitInterface(
    names.target,
    [
      ...outgoingEntries(server, names.groupCalls),
      ...(hasRooms
        ? [
            property("to", names.roomTargets, comment("Narrows to a room; used again, adds another one.")),
            property("except", names.roomTargets, comment("Takes out the clients of a room.")),
          ]
        : []),
    ],
    generic(serverType("TargetBase"), [names.target]),
  );
  const peer = emitInterface(names.peer, [
    property("id", "string", comment("Socket.IO's id of the connection.")),
    ...outgoingEntries(server, names.calls),
    ...volatileEntries(server),
    {
      docs: comment("Ends this client's channel; a generated client is told the reason and stays away."),
      text: "disconnect(reason?: string): void",
    },
  ]);
  return [
    declare(
      server,
      names.target,
      comment(`Clients of \`${channel.name}\` that something is sent to.`),
      target,
    ),
    ...(hasRooms ? roomDeclarations(server) : []),
    declare(server, names.peer, comment(`One client of \`${channel.name}\`.`), peer),
  ];
}

function volatileEntries(server: ServerChannel): readonly Entry[] {
  if (!hasEvents(server)) return [];
  const type = ["{ readonly emit: ", server.names.events, " }"];
  return [property("volatile", type, comment("Drops what the client cannot take right now."))];
}

function roomDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const entries = (result: Layout): readonly Entry[] =>
    channel.rooms.map((room) =>
      property(
        room.name,
        ["(key: ", types.rooms.get(room.name) ?? "never", ") => ", result],
        contractDocs(room, context.toRoot),
      ),
    );
  const memberships = emitInterface(
    [names.memberships, "<", sessionParameter, ">"],
    entries(generic(serverType("RoomMembership"), [sessionParameter])),
  );
  return [
    declare(
      server,
      names.roomTargets,
      comment(`The rooms of \`${channel.name}\` as targets, by family and key.`),
      emitInterface(names.roomTargets, entries(names.target)),
    ),
    declare(
      server,
      names.memberships,
      comment(`The rooms of \`${channel.name}\`, seen from one client.`),
      memberships,
    ),
    declare(
      server,
      names.rooms,
      comment(`The rooms of \`${channel.name}\`, seen from outside a handler.`),
      emitInterface(names.rooms, entries(serverType("RoomHandle"))),
    ),
  ];
}

/** What handlers are given besides the input. */
function contextDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names } = server;
  const hasRooms = channel.rooms.length > 0;
  const base = generic(serverType("ConnectionContext"), [types.auth ?? "undefined", sessionParameter]);
  const everyone = emitInterface(
    [names.context, "<", sessionParameter, ">"],
    [
      ...(hasEvents(server)
        ? [property("emit", names.events, comment("Sends an event to this client."))]
        : []),
      ...(hasCalls(server) ? [property("call", names.calls, comment("Calls this client."))] : []),
      ...volatileEntries(server),
      ...(hasRooms
        ? [
            property(
              "to",
              names.roomTargets,
              comment("Everyone in a room, this client too if it is inside."),
            ),
            property("except", names.roomTargets, comment("Everyone on the channel but those in a room.")),
          ]
        : []),
      property(
        "others",
        names.target,
        comment(
          hasRooms
            ? "Everyone else on the channel; `others.to` leaves this client out of a room."
            : "Everyone else on the channel.",
        ),
      ),
      property("all", names.target, comment("Everyone on the channel.")),
      ...(hasRooms
        ? [
            property(
              "rooms",
              generic(names.memberships, [sessionParameter]),
              comment("Rooms, to join and to leave."),
            ),
          ]
        : []),
    ],
    base,
  );
  const ofCalls = types.clientToServer
    .filter(({ errors }) => errors.length > 0)
    .map(({ model }): Declaration => {
      const member = memberNames(model.name);
      const extended = [names.context, "<", sessionParameter, ">"];
      return {
        name: member.context,
        origin: `the context of \`${channel.name}.${model.name}\``,
        place: model.place,
        docs: comment(`What the handler of \`${channel.name}.${model.name}\` is given besides the input.`),
        text: emitInterface(
          [member.context, "<", sessionParameter, ">"],
          [property("error", member.errors, comment("Makes the declared errors: throw what it returns."))],
          extended,
        ),
      };
    });
  const docs = comment(`What every handler of \`${channel.name}\` is given besides the input.`);
  return [declare(server, names.context, docs, everyone), ...ofCalls];
}

function handlersDeclaration(server: ServerChannel): Declaration {
  const { channel, types, names, context } = server;
  const general = [names.context, "<", sessionParameter, ">"];
  const request = generic(serverType("ConnectionRequest"), [
    types.auth ?? "undefined",
    types.errors.length > 0 ? names.refusals : serverType("Refusals"),
  ]);
  const nothing = orPromise("void");
  const entries: readonly Entry[] = [
    {
      docs: comment(
        "Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`.",
      ),
      text: ["connect?", parameters([["request: ", request]]), ": ", orPromise(sessionParameter)],
    },
    {
      docs: comment("Runs once the client is in and can be sent to."),
      text: ["connected?", parameters([["context: ", general]]), ": ", nothing],
    },
    {
      docs: comment("Runs when the client is gone; `reason` is Socket.IO's."),
      text: ["disconnect?", parameters(["reason: string", ["context: ", general]]), ": ", nothing],
    },
    ...types.clientToServer.map((member) => handlerEntry(member, general, context)),
  ];
  const docs = contractDocs(channel, context.toRoot, `What the server does on \`${channel.name}\`.`);
  return declare(
    server,
    names.handlers,
    docs,
    emitInterface([names.handlers, "<", sessionParameter, ">"], entries),
  );
}

function handlerEntry(
  { model, input, output, errors }: MemberType,
  general: Layout,
  { toRoot }: TypeContext,
): Entry {
  const context = errors.length > 0 ? [memberNames(model.name).context, "<", sessionParameter, ">"] : general;
  const list = [...(input === undefined ? [] : [["input: ", input]]), ["context: ", context]];
  return {
    docs: contractDocs(model, toRoot),
    text: [emitMethodKey(model.name), parameters(list), ": ", orPromise(output ?? "void")],
  };
}

/** `A | Promise<A>`: a handler may be async or not. */
function orPromise(type: Layout): Layout {
  return [type, " | ", generic(globalName("Promise"), [type])];
}

function socketsDeclaration(server: ServerChannel): Declaration {
  const { channel, names, context } = server;
  const hasRooms = channel.rooms.length > 0;
  const entries: readonly Entry[] = [
    property("all", names.target, comment("Everyone on the channel.")),
    ...(hasRooms
      ? [
          property("to", names.roomTargets, comment("Everyone in a room.")),
          property("except", names.roomTargets, comment("Everyone on the channel but those in a room.")),
          property(
            "rooms",
            names.rooms,
            comment("Rooms: who is in them, and to put clients in or take them out."),
          ),
        ]
      : []),
    {
      docs: comment(
        "One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`.",
      ),
      text: ["client(id: string): ", names.peer],
    },
    property(
      "namespace",
      serverType("Namespace"),
      comment(
        "Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated.",
      ),
    ),
  ];
  const docs = contractDocs(
    channel,
    context.toRoot,
    `\`app.sockets.${channel.name}\`: what the server may do on the channel from anywhere.`,
  );
  return declare(server, names.sockets, docs, emitInterface(names.sockets, entries));
}

function implementDeclaration(server: ServerChannel): Declaration {
  const { channel, names } = server;
  const result = generic(serverType("ChannelImplementation"), [emitString(channel.name)]);
  const docs = [
    "/**",
    hardLine,
    ` * Takes the handlers of \`${channel.name}\`; hand what it returns to \`sockets\` as \`channels.${channel.name}\`.`,
    hardLine,
    " * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since",
    hardLine,
    " * TypeScript reads the handlers from the top.",
    hardLine,
    " */",
    hardLine,
  ];
  const list = parameters([["handlers: ", names.handlers, "<", sessionParameter, ">"]]);
  const head = [
    "export function ",
    names.implement,
    "<",
    sessionParameter,
    " = undefined>",
    list,
    ": ",
    result,
    " {",
  ];
  const body = indent([hardLine, "return { channel: ", emitString(channel.name), ", handlers };"]);
  return declare(server, names.implement, docs, [head, body, hardLine, "}"]);
}

function definitionDeclaration(server: ServerChannel): Declaration {
  const { channel, names, context } = server;
  const contract = importChannel(channel, context.toRoot);
  const check = (payload: PayloadModel, path: readonly string[]): Layout => {
    const schema = [contract, ...path.map(emitAccess)];
    return isOpaque(payload.schema, context.table)
      ? group([serverValue("fromContract"), "(", indent(["", schema, ",", line, "{ isOpaque: true }"]), ")"])
      : [serverValue("fromContract"), "(", schema, ")"];
  };
  const definition = emitDefinition(channel, {
    fingerprint: fingerprintChannel(channel, context.table),
    check,
    hasRooms: true,
    table: context.table,
  });
  const docs = comment(`\`${channel.name}\` as the runtime sees it.`);
  const head = ["export const ", names.definition, ": ", serverType("ChannelDefinition"), " = "];
  return declare(server, names.definition, docs, [head, definition, ";"]);
}
