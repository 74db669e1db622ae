import type { ChannelModel } from "../model/index.js";
import {
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  property,
  serverType,
  serverValue,
} from "./emit-interface.js";
import { importName } from "./emitted-name.js";
import { group, hardLine, ifBroken, indent, join, line, softLine } from "./layout.js";
import type { Declaration, Module } from "./module.js";
import { channelNames } from "./names.js";
import { commonSource } from "./schemas-module.js";
import { declare, type ServerChannel } from "./server-declaration.js";
import { hasEvents } from "./server-targets.js";

/** What a process without a server may send: the targets without what needs an answer. */
export function audienceDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const hasRooms = channel.rooms.length > 0;
  const rooms = (to: string, except: string): readonly Entry[] =>
    hasRooms
      ? [
          property("to", names.audienceRooms, comment(to)),
          property("except", names.audienceRooms, comment(except)),
        ]
      : [];
  const audience = emitInterface(
    names.audience,
    [
      ...(hasEvents(server) ? [property("emit", names.events)] : []),
      ...rooms("Narrows to a room; used again, adds another one.", "Takes out the clients of a room."),
    ],
    generic(serverType("TargetBase"), [names.audience]),
  );
  const audienceRooms = emitInterface(
    names.audienceRooms,
    channel.rooms.map((room) =>
      property(
        room.name,
        ["(key: ", types.rooms.get(room.name)?.key ?? "never", ") => ", names.audience],
        contractDocs(room, context.toRoot),
      ),
    ),
  );
  const publisher = emitInterface(names.publisher, [
    property("all", names.audience, comment("Everyone on the channel.")),
    ...rooms("Everyone in a room.", "Everyone on the channel but those in a room."),
    {
      docs: comment("One client, by its id. Nothing reaches a client that is gone."),
      text: ["client(id: string): ", names.audience],
    },
  ]);
  const docs = contractDocs(
    channel,
    context.toRoot,
    `\`${channel.name}\` for a process that runs no server.`,
  );
  return [
    declare(
      server,
      names.audience,
      comment(`Clients of \`${channel.name}\` that a process without a server sends to.`),
      audience,
    ),
    ...(hasRooms
      ? [
          declare(
            server,
            names.audienceRooms,
            comment(`The rooms of \`${channel.name}\` as audiences, by family and key.`),
            audienceRooms,
          ),
        ]
      : []),
    declare(server, names.publisher, docs, publisher),
    ...publisherOf(server),
  ];
}

/** Where the path has parameters, there is a publisher for each set of them. */
function publisherOf(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names } = server;
  if (types.params === undefined) return [];
  const text = emitInterface(names.publisherOf, [
    { text: ["(params: ", types.params, "): ", names.publisher] },
  ]);
  const docs = comment(`\`${channel.name}\` of given parameters, for a process that runs no server.`);
  return [declare(server, names.publisherOf, docs, text)];
}

/** The publisher of all channels. */
export function publisherModule(channels: readonly ChannelModel[]): Module {
  const named = channels.map((channel) => ({ channel, names: channelNames(channel) }));
  const origin = "the publisher of all channels";
  const place = channels[0]?.place ?? { file: "", line: 1, column: 1 };
  const definitions = named.map(({ names }) =>
    importName(names.definition, names.definitionSpecifier, false),
  );
  const list = group(["[", indent([softLine, join([",", line], definitions)]), ifBroken(","), softLine, "]"]);
  return {
    path: "publisher.ts",
    source: commonSource(channels.map(({ place }) => place.file)),
    declarations: [
      {
        name: "Publisher",
        origin,
        place,
        docs: comment("What a process without a server may send, channel by channel."),
        text: emitInterface(
          "Publisher",
          named.map(({ channel, names }) =>
            property(
              channel.name,
              importName(channel.params ? names.publisherOf : names.publisher, names.specifier, true),
            ),
          ),
        ),
      },
      {
        name: "publisher",
        origin,
        place,
        docs: [
          "/**",
          hardLine,
          " * Sends to clients of servers that run elsewhere: `const publish = publisher(emitter)`, with the `Emitter` of",
          hardLine,
          " * `@socket.io/redis-emitter`. Events are validated as a server does it.",
          hardLine,
          " */",
          hardLine,
        ],
        text: ["export const publisher = ", serverValue("makePublisher"), "<Publisher>(", list, ");"],
      },
    ],
  };
}
