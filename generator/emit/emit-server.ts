import type { ChannelModel, ContractModel } from "../model/index.js";
import { comment, type Entry, emitInterface, property, serverType, serverValue } from "./emit-interface.js";
import { emitKey, emitString } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import type { EmittedFile } from "./emitted-file.js";
import { importName } from "./emitted-name.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import { madeBefore, outerNames } from "./made-before.js";
import { type Declaration, emitModule, type Module } from "./module.js";
import { channelNames } from "./names.js";
import { readSchemaTable } from "./schema-table.js";
import { commonSource, schemaDeclarations } from "./schemas-module.js";
import { serverChannelModule } from "./server-channel.js";
import { serverDefinitionModules } from "./server-definition.js";
import { publisherModule } from "./server-publisher.js";

/** What the server's output is made with. */
export interface EmitServerOptions {
  /** From the output folder to the project's root, with forward slashes: `../..`. */
  readonly toRoot: string;
  /** Whether processes that run no server get a publisher. Default false. */
  readonly publisher?: boolean | undefined;
}

/** The server's generated files, sorted by path. */
export function emitServer(model: ContractModel, options: EmitServerOptions): readonly EmittedFile[] {
  return serverModules(model, options).map(emitModule);
}

/** The same before it is text, for the checks. */
export function serverModules(
  model: ContractModel,
  { toRoot, publisher = false }: EmitServerOptions,
): readonly Module[] {
  const context: TypeContext = { table: readSchemaTable(model), toRoot };
  const key = `${publisher} ${outerNames(model, toRoot)}`;
  const channels = model.channels.map((channel) =>
    madeBefore("server", { channel, key }, () => serverChannelModule(channel, context, publisher)),
  );
  const schemas = schemaDeclarations(model, channels, context);
  const modules = [...channels, ...serverDefinitionModules(model, context), socketsModule(model.channels)];
  if (publisher) modules.push(publisherModule(model.channels));
  if (schemas.length > 0) {
    const source = commonSource(schemas.map(({ place }) => place.file));
    modules.push({ path: "schemas.ts", source, declarations: schemas });
  }
  return modules;
}

/** The plugin of all channels. */
function socketsModule(channels: readonly ChannelModel[]): Module {
  const declare = (name: string, docs: Layout, text: Layout): Declaration => ({
    name,
    origin: "the plugin of all channels",
    place: channels[0]?.place ?? { file: "", line: 1, column: 1 },
    docs,
    text,
  });
  const named = channels.map((channel) => ({ channel, names: channelNames(channel) }));
  const emitters = named.map(({ channel, names }) =>
    property(
      channel.name,
      importName(channel.params ? names.socketsOf : names.sockets, names.specifier, true),
    ),
  );
  const implementations = named.map(({ channel }) => [
    "readonly ",
    emitKey(channel.name),
    ": ",
    serverType("ChannelImplementation"),
    `<${emitString(channel.name)}>;`,
  ]);
  const implemented: Entry = {
    docs: comment("The handlers of every channel, from its `implement…` function."),
    text: ["readonly channels: {", indent([hardLine, join(hardLine, implementations)]), hardLine, "}"],
  };
  const onStart: Entry = {
    docs: comment(
      "Runs once the app is ready, for loops in the background; the app's close stops and awaits it.",
    ),
    text: ["onStart?(start: ", serverType("AppStart"), "<Sockets>): void | Promise<void>"],
  };
  const options = emitInterface("SocketsOptions", [implemented, onStart], serverType("SocketServerOptions"));
  const attachOptions = emitInterface("SocketsAttachOptions", [implemented], serverType("AttachOptions"));
  const definitions = named.map(({ names }) =>
    importName(names.definition, names.definitionSpecifier, false),
  );
  const list = group(["[", indent([softLine, join([",", line], definitions)]), ifBroken(","), softLine, "]"]);
  return {
    path: "sockets.ts",
    source: commonSource(channels.map(({ place }) => place.file)),
    declarations: [
      declare(
        "Sockets",
        comment(
          "`app.sockets`: every channel's emitters, for routes and jobs, and whether the server is ready.",
        ),
        emitInterface("Sockets", emitters, serverType("SocketsState")),
      ),
      declare(
        "SocketsOptions",
        comment("Options of {@link sockets}: the handlers, and each of Socket.IO's server options."),
        options,
      ),
      declare(
        "SocketsAttachOptions",
        comment("Options of {@link attachSockets}: the handlers, a logger, and wirepact's own."),
        attachOptions,
      ),
      declare(
        "FastifyInstance",
        [],
        [
          'declare module "fastify" {',
          indent([
            hardLine,
            "interface FastifyInstance {",
            indent([
              hardLine,
              comment("What the server may send, from anywhere."),
              "readonly sockets: Sockets;",
            ]),
            hardLine,
            "}",
          ]),
          hardLine,
          "}",
        ],
      ),
      declare(
        "sockets",
        [
          "/**",
          hardLine,
          " * Mounts every channel on a Fastify app: `await app.register(sockets, { channels: { … } })`. Register it once;",
          hardLine,
          " * it decorates the app with `app.sockets` and closes with it.",
          hardLine,
          " */",
          hardLine,
        ],
        ["export const sockets = ", serverValue("socketsPlugin"), "<SocketsOptions>(", list, ");"],
      ),
      declare(
        "attachSockets",
        [
          "/**",
          hardLine,
          " * Serves every channel on a Socket.IO server that is there already: `attachSockets(io, { channels: { … }, log })`.",
          hardLine,
          " * Its other namespaces, and other events on the channels' own, stay as they are. Call it once, before clients come.",
          hardLine,
          " */",
          hardLine,
        ],
        [
          "export const attachSockets = ",
          serverValue("socketsAttachment"),
          "<SocketsAttachOptions, Sockets>(",
          list,
          ");",
        ],
      ),
    ],
  };
}
