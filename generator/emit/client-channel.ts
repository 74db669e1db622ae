import {
  type ChannelModel,
  type ErrorModel,
  type MemberModel,
  type PayloadModel,
  takesArguments,
} from "../model/index.js";
import { emitArgumentList, emitClientManner } from "./arguments.js";
import { type CheckContext, call, emitCheck } from "./check/emit-check.js";
import type { ChannelLines, ClientLine } from "./client-lines.js";
import { joinFailures, roomEntries, roomsProperty } from "./client-rooms.js";
import { emitClientStream, streamType } from "./client-streams.js";
import { describeDelivery } from "./describe-delivery.js";
import { describeSurvival } from "./describe-survival.js";
import { emitDocs } from "./emit-docs.js";
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
import { emitAccess, emitNumber, emitObject, emitString, type Property } from "./emit-literal.js";
import { describeOwnCode } from "./emit-own-code.js";
import type { TypeContext } from "./emit-type.js";
import { contractSpecifier, globalName, importName, schemasSpecifier } from "./emitted-name.js";
import { fingerprintChannel } from "./fingerprint-channel.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import type { Declaration, Module } from "./module.js";
import { channelNames, checkName, memberNames } from "./names.js";
import { type ChannelTypes, type ErrorType, type MemberType, typeChannel } from "./payload-types.js";

/** What the client's file of one channel is made from. */
interface ClientChannel {
  readonly channel: ChannelModel;
  readonly types: ChannelTypes;
  readonly names: ReturnType<typeof channelNames>;
  readonly context: TypeContext;
  readonly lineOf: LineOf;
}

/** The straight-line function that settles a payload, where there is one. */
type LineOf = ChannelLines["lineOf"];

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

/** Makes a declaration whose name comes from the channel's. */
function declare({ channel }: ClientChannel, name: string, docs: Layout, text: Layout): Declaration {
  return { name, origin: `the channel \`${channel.name}\``, place: channel.place, docs, text };
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

/** One of the client's groups: `call`, `emit`, `stream`, `on`, `handle`, `rooms`. */
interface Group {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly about: string;
  readonly entries: readonly Entry[];
}

/** The groups that have members. */
function groupsOf({ channel, types, names, context }: ClientChannel): readonly Group[] {
  const entries = (
    members: readonly MemberType[],
    kind: MemberModel["kind"],
    typeOf: (member: MemberType) => Layout,
  ): readonly Entry[] =>
    members
      .filter(({ model }) => model.kind === kind)
      .map((member) =>
        property(
          member.model.name,
          typeOf(member),
          emitDocs({
            docs: member.model.docs,
            note: notes(
              describeOwnCode(member.model, context.table),
              describeDelivery(member.model),
              describeSurvival(member.model),
            ),
            place: member.model.place,
            toRoot: context.toRoot,
          }),
        ),
      );
  const groups: readonly Group[] = [
    {
      key: "call",
      name: names.calls,
      text: `Calls to the server on \`${channel.name}\`.`,
      about: "Calls the server and awaits its typed reply.",
      entries: entries(types.clientToServer, "call", callType),
    },
    {
      key: "emit",
      name: names.events,
      text: `Events to the server on \`${channel.name}\`.`,
      about: "Sends an event to the server.",
      entries: entries(
        types.clientToServer,
        "event",
        payloadType("Emit", "EmitWithoutPayload", "EmitArguments"),
      ),
    },
    {
      key: "stream",
      name: names.streams,
      text: `Streams of \`${channel.name}\`.`,
      about: "Opens a stream: many items for one request.",
      entries: entries(types.clientToServer, "stream", streamType),
    },
    {
      key: "on",
      name: names.listeners,
      text: `Events of the server on \`${channel.name}\`.`,
      about: "Listens to an event of the server; each returns its own stop function.",
      entries: entries(types.serverToClient, "event", listenerType),
    },
    {
      key: "handle",
      name: names.clientHandlers,
      text: `Calls of the server on \`${channel.name}\`.`,
      about: "Answers a call of the server; each returns its own stop function.",
      entries: entries(types.serverToClient, "call", handleType),
    },
    {
      key: "rooms",
      name: names.rooms,
      text: `Rooms of \`${channel.name}\`, by family and key.`,
      about: "Rooms: to join and to leave, and who is there.",
      entries: roomEntries(types, channel, context),
    },
  ];
  return groups.filter((candidate) => candidate.entries.length > 0);
}

function notes(...texts: readonly (string | undefined)[]): string | undefined {
  const given = texts.filter((text) => text !== undefined);
  return given.length === 0 ? undefined : given.join(" ");
}

function callType({ model, input, output = "void", errors }: MemberType): Layout {
  const failure = errors.length > 0 ? memberNames(model.name).failure : clientType("SystemFailure");
  if (input === undefined) return generic(clientType("CallWithoutInput"), [output, failure]);
  return generic(clientType(takesArguments(model) ? "CallWithArguments" : "Call"), [input, output, failure]);
}

function payloadType(
  withPayload: string,
  without: string,
  withArguments: string,
): (member: MemberType) => Layout {
  return ({ model, input }) => {
    if (input === undefined) return clientType(without);
    return generic(clientType(takesArguments(model) ? withArguments : withPayload), [input]);
  };
}

function listenerType(member: MemberType): Layout {
  const isReplayed = member.model.kind === "event" && member.model.replay !== undefined;
  return isReplayed
    ? payloadType("OnReplayed", "OnReplayedWithoutPayload", "OnArguments")(member)
    : payloadType("On", "OnWithoutPayload", "OnArguments")(member);
}

function handleType({ model, input, output = "void", errors }: MemberType): Layout {
  const made = errors.length > 0 ? memberNames(model.name).errors : "object";
  if (input === undefined) return generic(clientType("HandleWithoutInput"), [output, made]);
  return generic(clientType(takesArguments(model) ? "HandleArguments" : "Handle"), [input, output, made]);
}

function clientDeclaration(client: ClientChannel): Declaration {
  const { channel, types, names, context } = client;
  const refusal = types.errors.length > 0 ? names.refusal : clientType("SystemFailure");
  const entries = groupsOf(client).map(({ key, name, about }) => property(key, name, comment(about)));
  return declare(
    client,
    names.client,
    contractDocs(channel, context.toRoot, `The client of \`${channel.name}\`.`),
    emitInterface(names.client, entries, generic(clientType("ChannelClient"), [refusal])),
  );
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

function definitionDeclaration(client: ClientChannel): Declaration {
  const { channel, names, context, lineOf } = client;
  const check = (payload: PayloadModel): Layout => emitPayloadCheck(payload, lineOf(payload), context);
  const errors = (models: readonly ErrorModel[]): readonly Property[] => {
    if (models.length === 0) return [];
    const entries = models.map(({ name, data }) => ({ name, value: data ? check(data) : "undefined" }));
    return [{ name: "errors", value: emitObject(entries) }];
  };
  const member = (model: MemberModel, direction: "outgoing" | "incoming"): Property => {
    if (model.kind === "stream") {
      return { name: model.name, value: emitClientStream(model, check, errors(model.errors)) };
    }
    if (model.kind === "event") {
      const payload = model.payload ? [check(model.payload)] : [];
      const list = emitArgumentList(model, context.table);
      const { mode, key } = (direction === "outgoing" && model.delivery) || {};
      const word = clientValue(`${model.replay ? "replayed" : (mode ?? direction)}Event`);
      if (list !== undefined) {
        // The common formatters break arguments of which one is a call that is given a function.
        const given = join([",", hardLine], [...payload, list]);
        return { name: model.name, value: [word, "(", indent([hardLine, given, ","]), hardLine, ")"] };
      }
      if (mode !== "latest") return { name: model.name, value: call(word, ...payload) };
      const shape = emitObject([
        ...payload.map((value) => ({ name: "payload", value })),
        { name: "latest", value: key === undefined ? "true" : emitString(key) },
      ]);
      return { name: model.name, value: [word, "(", shape, ")"] };
    }
    const shape = emitObject([
      ...(model.input ? [{ name: "input", value: check(model.input) }] : []),
      ...(model.output ? [{ name: "output", value: check(model.output) }] : []),
      ...errors(model.errors),
      ...(model.timeoutMs === undefined ? [] : [{ name: "timeoutMs", value: emitNumber(model.timeoutMs) }]),
      ...emitClientManner(model, context.table, direction),
    ]);
    const isList = direction === "outgoing" && takesArguments(model);
    const made = isList
      ? "outgoingCallWithArguments"
      : model.isIdempotent
        ? "idempotentCall"
        : `${direction}Call`;
    return { name: model.name, value: [clientValue(made), "(", shape, ")"] };
  };
  const members = (
    name: string,
    models: readonly MemberModel[],
    kind: MemberModel["kind"],
    direction: "outgoing" | "incoming",
  ): readonly Property[] => {
    const chosen = models.filter((model) => model.kind === kind);
    if (chosen.length === 0) return [];
    return [
      {
        name,
        value: emitObject(
          chosen.map((model) => member(model, direction)),
          true,
        ),
      },
    ];
  };
  const definition = emitObject(
    [
      { name: "name", value: emitString(channel.name) },
      { name: "path", value: emitString(channel.path) },
      { name: "fingerprint", value: emitString(fingerprintChannel(channel, context.table)) },
      ...(channel.params
        ? [{ name: "params", value: call(clientValue("presentParams"), check(channel.params)) }]
        : []),
      ...(channel.auth
        ? [{ name: "auth", value: call(clientValue("presentAuth"), check(channel.auth)) }]
        : []),
      ...errors(channel.errors),
      ...members("call", channel.clientToServer, "call", "outgoing"),
      ...members("emit", channel.clientToServer, "event", "outgoing"),
      ...members("stream", channel.clientToServer, "stream", "outgoing"),
      ...members("on", channel.serverToClient, "event", "incoming"),
      ...members("handle", channel.serverToClient, "call", "incoming"),
      ...roomsProperty(channel, check, errors),
    ],
    true,
  );
  return declare(client, names.definition, comment(`\`${channel.name}\` as the runtime sees it.`), [
    "const ",
    names.definition,
    ": ",
    clientType("ClientDefinition"),
    " = ",
    definition,
    ";",
  ]);
}

/** `payloadCheck(() => …)`, or `straightCheck({ read: readRow }, () => …)`: words are made with the first payload. */
function emitPayloadCheck(
  { schema }: PayloadModel,
  settled: ClientLine | undefined,
  context: TypeContext,
): Layout {
  const made = emitCheck(schema, clientCheckContext(context));
  const head = settled
    ? [clientValue("straightCheck"), "({ ", settled.direction, ": ", settled.name, " }, "]
    : [clientValue("payloadCheck"), "("];
  return group([...head, "() =>", indent([line, made]), ifBroken(","), softLine, ")"]);
}

/** Words from the client's runtime, named checks from the schemas' file, the author's codecs from the contract. */
export function clientCheckContext({ table, toRoot }: TypeContext): CheckContext {
  return {
    word: clientValue,
    make: (id) => importName(checkName(id), schemasSpecifier, false),
    resolve: (schema) => {
      let resolved = schema;
      while (resolved.kind === "reference") resolved = table.get(resolved.id).schema;
      return resolved;
    },
    contract: ({ file, exportName, steps }) => [
      {
        kind: "name",
        role: "import",
        name: exportName,
        from: contractSpecifier(file, toRoot),
        isType: false,
        ...(exportName === "default" && { alias: "contract" }),
      },
      ...steps.map((step) => (typeof step === "number" ? `[${step}]` : emitAccess(step))),
    ],
  };
}
