import type { ChannelModel } from "../model/index.js";
import { type ClientChannel, declare, type LineOf } from "./client-declaration.js";
import { definitionDeclaration } from "./client-definition.js";
import { groupsOf } from "./client-groups.js";
import { joinFailures } from "./client-rooms.js";
import {
  clientType,
  clientValue,
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  parameters,
  property,
} from "./emit-interface.js";
import { emitString } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { globalName } from "./emitted-name.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line } from "./layout.js";
import type { Declaration, Module } from "./module.js";
import { channelNames, memberNames } from "./names.js";
import { type ErrorType, typeChannel } from "./payload-types.js";

/** A channel's file on the client: types of its payloads, the client's groups, `connect…`, the definition. */
export function clientChannelModule(
  channel: ChannelModel,
  context: TypeContext,
  lineOf: LineOf = () => undefined,
): Module {
  const client: ClientChannel = {
    channel,
    types: typeChannel(channel, "client", context),
    names: channelNames(channel),
    context,
    lineOf,
  };
  return {
    path: client.names.file,
    source: channel.place.file,
    declarations: [
      ...client.types.declarations,
      ...failureDeclarations(client),
      ...joinFailures(client.types, channel, failureType),
      ...errorDeclarations(client),
      ...groupsOf(client).map(({ name, text, entries }) =>
        declare(client, name, comment(text), emitInterface(name, entries)),
      ),
      clientDeclaration(client),
      ...optionsDeclarations(client),
      connectDeclaration(client),
      definitionDeclaration(client),
    ],
  };
}

/** The union of what each call, and a connection, may fail with. */
function failureDeclarations(client: ClientChannel): readonly Declaration[] {
  const { channel, types, names } = client;
  const ofCalls = types.clientToServer
    .filter(({ errors }) => errors.length > 0)
    .map(({ model, errors }): Declaration => {
      const name = memberNames(model.name).failure;
      const path = `${channel.name}.${model.name}`;
      return {
        name,
        origin: `the failure of \`${path}\``,
        place: model.place,
        docs: comment(`What \`${path}\` may fail with: narrow by \`code\`.`),
        text: failureType(name, errors),
      };
    });
  if (types.errors.length === 0) return ofCalls;
  const docs = comment(
    `What the server may refuse a connection to \`${channel.name}\` with: narrow by \`code\`.`,
  );
  return [...ofCalls, declare(client, names.refusal, docs, failureType(names.refusal, types.errors))];
}

function failureType(name: string, errors: readonly ErrorType[]): Layout {
  const declared = errors.map(({ model, data }) =>
    generic(clientType("DeclaredFailure"), [emitString(model.name), data ?? "undefined"]),
  );
  const parts = join([line, "| "], [clientType("SystemFailure"), ...declared]);
  return ["export type ", name, " =", group(indent([line, ifBroken("| "), parts])), ";"];
}

/** Constructors of the errors that the client may answer the server's calls with. */
function errorDeclarations({ channel, types, context }: ClientChannel): readonly Declaration[] {
  return types.serverToClient
    .filter(({ errors }) => errors.length > 0)
    .map(({ model, errors }): Declaration => {
      const name = memberNames(model.name).errors;
      const path = `${channel.name}.${model.name}`;
      const entries = errors.map(({ model: error, data }) => {
        const type =
          data === undefined
            ? clientType("DeclaredErrorWithoutData")
            : generic(clientType("DeclaredError"), [data]);
        return property(error.name, type, contractDocs(error, context.toRoot));
      });
      return {
        name,
        origin: `the errors of \`${path}\``,
        place: model.place,
        docs: comment(`Makes the errors that the contract declares for \`${path}\`, to be thrown.`),
        text: emitInterface(name, entries),
      };
    });
}

function clientDeclaration(client: ClientChannel): Declaration {
  const { channel, types, names, context } = client;
  const refusal = types.errors.length > 0 ? names.refusal : clientType("SystemFailure");
  const entries = [
    ...groupsOf(client).map(({ key, name, about }) => property(key, name, comment(about))),
    ...reauthenticateEntry(client, refusal),
  ];
  return declare(
    client,
    names.client,
    contractDocs(channel, context.toRoot, `The client of \`${channel.name}\`.`),
    emitInterface(names.client, entries, generic(clientType("ChannelClient"), [refusal])),
  );
}

/** The call by which a connected client of a channel that asks for auth presents another one. */
function reauthenticateEntry({ types: { auth } }: ClientChannel, refusal: Layout): readonly Entry[] {
  if (auth === undefined) return [];
  const about =
    "Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing.";
  return [property("reauthenticate", generic(clientType("Call"), [auth, "void", refusal]), comment(about))];
}

function optionsDeclarations(client: ClientChannel): readonly Declaration[] {
  const { types, names, channel } = client;
  if (!hasOptions(client)) return [];
  const asked = [
    ...(types.params === undefined ? [] : ["`params`"]),
    ...(types.auth === undefined ? [] : ["`auth`"]),
  ];
  return [
    declare(
      client,
      names.options,
      comment(`Options of {@link ${names.connect}}; \`${channel.name}\` asks for ${asked.join(" and ")}.`),
      emitInterface(
        names.options,
        [...paramsEntry(client), ...authEntry(client)],
        clientType("ConnectOptions"),
      ),
    ),
  ];
}

function hasOptions({ types }: ClientChannel): boolean {
  return types.auth !== undefined || types.params !== undefined;
}

function paramsEntry({ types, channel }: ClientChannel): readonly Entry[] {
  if (types.params === undefined) return [];
  return [property("params", types.params, comment(`The parameters of the path \`${channel.path}\`.`))];
}

function authEntry({ types: { auth } }: ClientChannel): readonly Entry[] {
  if (auth === undefined) return [];
  const made = [auth, " | (() => ", auth, " | ", generic(globalName("Promise"), [auth]), ")"];
  const text =
    "What the client presents: a value, or a function that is asked anew at each connection attempt.";
  return [property("auth", made, comment(text))];
}

function connectDeclaration(client: ClientChannel): Declaration {
  const { channel, names } = client;
  const options = hasOptions(client)
    ? ["options: ", names.options]
    : ["options: ", clientType("ConnectOptions"), " = {}"];
  const docs = [
    "/**",
    hardLine,
    ` * Connects to \`${channel.name}\`. Channels to the same server share one connection; listeners added before it is`,
    hardLine,
    " * there miss nothing.",
    hardLine,
    " *",
    hardLine,
    ' * @param url - The server\'s origin, `"http://localhost:3000"`; `"/"` in a browser is the page\'s own.',
    hardLine,
    " */",
    hardLine,
  ];
  const head = [
    "export function ",
    names.connect,
    parameters(["url: string", options]),
    ": ",
    names.client,
    " {",
  ];
  const made = generic(clientValue("connectChannel"), [names.client]);
  const body = indent([hardLine, "return ", made, "(", names.definition, ", url, options);"]);
  return declare(client, names.connect, docs, [head, body, hardLine, "}"]);
}
