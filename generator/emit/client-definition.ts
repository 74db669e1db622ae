import { type ErrorModel, type MemberModel, type PayloadModel, takesArguments } from "../model/index.js";
import { emitArgumentList, emitClientManner } from "./arguments.js";
import { call } from "./check/call-layout.js";
import { type CheckContext, emitCheck } from "./check/emit-check.js";
import { type ClientChannel, declare } from "./client-declaration.js";
import { limitMember, limitPayload } from "./client-limits.js";
import type { ClientLine } from "./client-lines.js";
import { roomsProperty } from "./client-rooms.js";
import { emitClientStream } from "./client-streams.js";
import { clientType, clientValue, comment } from "./emit-interface.js";
import { emitAccess, emitNumber, emitObject, emitString, type Property } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { contractSpecifier, importName, schemaChecksSpecifier } from "./emitted-name.js";
import { fingerprintChannel } from "./fingerprint-channel.js";
import { group, hardLine, ifBroken, indent, join, type Layout, line, softLine } from "./layout.js";
import type { Declaration } from "./module.js";
import { checkName } from "./names.js";
import { writesBlobs } from "./writes-blobs.js";

export function definitionDeclaration(client: ClientChannel): Declaration {
  const { channel, names, context, lineOf } = client;
  const check = (payload: PayloadModel): Layout => emitPayloadCheck(payload, lineOf(payload), context);
  const errors = (models: readonly ErrorModel[]): readonly Property[] => {
    if (models.length === 0) return [];
    const entries = models.map(({ name, data }) => ({ name, value: data ? check(data) : "undefined" }));
    return [{ name: "errors", value: emitObject(entries) }];
  };
  const member = (model: MemberModel, direction: "outgoing" | "incoming"): Property => {
    const made = unlimited(model, direction);
    return { ...made, value: limitMember(model, made.value) };
  };
  const unlimited = (model: MemberModel, direction: "outgoing" | "incoming"): Property => {
    const sent = (payload: PayloadModel): Layout => limitPayload(model, check(payload));
    if (model.kind === "stream") {
      return { name: model.name, value: emitClientStream(model, { check, sent }, errors(model.errors)) };
    }
    if (model.kind === "event") {
      const payload = model.payload ? [sent(model.payload)] : [];
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
      ...(model.input ? [{ name: "input", value: sent(model.input) }] : []),
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
      ...(writesBlobs(channel, "client", context.table)
        ? [{ name: "blobs", value: clientValue("blobLine") }]
        : []),
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
    "export const ",
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

/** Words from the client's runtime, named checks from their file, the author's codecs from the contract. */
export function clientCheckContext({ table, toRoot }: TypeContext): CheckContext {
  return {
    word: clientValue,
    make: (id) => importName(checkName(id), schemaChecksSpecifier, false),
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
