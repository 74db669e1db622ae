import { describeDelivery } from "./describe-delivery.js";
import {
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  parameters,
  property,
  serverType,
} from "./emit-interface.js";
import { emitString } from "./emit-literal.js";
import { sessionParameter } from "./emitted-name.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import type { MemberType } from "./payload-types.js";
import { declare, type ServerChannel } from "./server-declaration.js";
import { roomDeclarations } from "./server-rooms.js";

/** What the server may send: events, calls to one client, calls to a group. */
export function outgoingDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const events = types.serverToClient.filter(({ model }) => model.kind === "event");
  const calls = types.serverToClient.filter(({ model }) => model.kind === "call");
  const entries = (members: readonly MemberType[], typeOf: (member: MemberType) => Layout) =>
    members.map((member) =>
      property(
        member.model.name,
        typeOf(member),
        contractDocs(member.model, context.toRoot, undefined, describeDelivery(member.model)),
      ),
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

export function hasEvents({ channel }: ServerChannel): boolean {
  return channel.serverToClient.some(({ kind }) => kind === "event");
}

export function hasCalls({ channel }: ServerChannel): boolean {
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
export function targetDeclarations(server: ServerChannel): readonly Declaration[] {
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

export function volatileEntries(server: ServerChannel): readonly Entry[] {
  if (!hasEvents(server)) return [];
  const type = ["{ readonly emit: ", server.names.events, " }"];
  return [property("volatile", type, comment("Drops what the client cannot take right now."))];
}

/** What `app.sockets` has of a channel; where its path has parameters, of each set of them. */
export function socketsDeclarations(server: ServerChannel): readonly Declaration[] {
  const { names, types, channel } = server;
  const sockets = socketsDeclaration(server);
  if (types.params === undefined) return [sockets];
  const text = emitInterface(names.socketsOf, [{ text: ["(params: ", types.params, "): ", names.sockets] }]);
  const docs = comment(
    `\`app.sockets.${channel.name}\`: the channel of given parameters, whether anybody is there or not.`,
  );
  return [sockets, declare(server, names.socketsOf, docs, text)];
}

function socketsDeclaration(server: ServerChannel): Declaration {
  const { channel, names, context } = server;
  const hasRooms = channel.rooms.length > 0;
  const ofSession = hasRooms ? ["<", sessionParameter, " = unknown>"] : [];
  const entries: readonly Entry[] = [
    property("all", names.target, comment("Everyone on the channel.")),
    ...(hasRooms
      ? [
          property("to", names.roomTargets, comment("Everyone in a room.")),
          property("except", names.roomTargets, comment("Everyone on the channel but those in a room.")),
          property(
            "rooms",
            generic(names.rooms, [sessionParameter]),
            comment("Rooms: who is in them, and to put clients in or take them out."),
          ),
          withSessionEntry(server),
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
  return declare(server, names.sockets, docs, emitInterface([names.sockets, ofSession], entries));
}

/** The session's type is known where the handlers are. */
function withSessionEntry({ channel, names }: ServerChannel): Entry {
  const implementation = generic(serverType("ChannelImplementation"), [
    emitString(channel.name),
    sessionParameter,
  ]);
  return {
    docs: comment("The same, with sessions of the type that the channel's own handlers give them."),
    text: [
      ["withSession<", sessionParameter, ">"],
      parameters([["handlers: ", implementation]]),
      ": ",
      generic(names.sockets, [sessionParameter]),
    ],
  };
}
